import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const settingsWords = wordsOf<typeof ko>('pages/settings');

export const useSettingsWords = () => useWords(settingsWords);
