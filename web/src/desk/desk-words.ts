import { useWords, wordsOf } from '../language/words.ts';
import type ko from './words/ko.json';

export const deskWords = wordsOf<typeof ko>('desk');

export const useDeskWords = () => useWords(deskWords);
