import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const firstRunWords = wordsOf<typeof ko>('desk/first-run');

export const useFirstRunWords = () => useWords(firstRunWords);
