import { wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const loginWords = wordsOf<typeof ko>('pages/login');
