import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const todayWords = wordsOf<typeof ko>('pages/today');

export const useTodayWords = () => useWords(todayWords);
