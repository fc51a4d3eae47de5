import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const contactWords = wordsOf<typeof ko>('desk/contact');

export const useContactWords = () => useWords(contactWords);
