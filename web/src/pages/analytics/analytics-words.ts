import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const analyticsWords = wordsOf<typeof ko>('pages/analytics');

export const useAnalyticsWords = () => useWords(analyticsWords);
