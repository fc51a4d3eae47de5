import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const commandWords = wordsOf<typeof ko>('desk/commands');

export const useCommandWords = () => useWords(commandWords);
