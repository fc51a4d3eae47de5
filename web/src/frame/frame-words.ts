import { useWords, wordsOf } from '../language/words.ts';
import type ko from './words/ko.json';

export const frameWords = wordsOf<typeof ko>('frame');

export const useFrameWords = () => useWords(frameWords);
