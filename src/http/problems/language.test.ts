import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

describe('the language of sentences', () => {
  it.each([
    [undefined, 'ko'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['en;q=0.3, ko;q=0.7', 'ko'],
    ['fr, en;q=0.5', 'en'],
    ['fr', 'ko'],
    ['ru', 'ru'],
    ['uz-Latn-UZ,uz;q=0.9,en;q=0.5', 'uz'],
    ['fr, ru;q=0.8, en;q=0.5', 'ru'],
    ['en;q=0', 'ko'],
    ['*', 'ko'],
  ])('for %s is %s', (header, language) => {
    expect(languageOf({ headers: header === undefined ? {} : { 'accept-language': header } })).toBe(language);
  });
});
