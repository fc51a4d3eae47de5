import { describe, expect, it } from 'vitest';
import { CARRIERS } from '../domain/carrier.ts';
import { NOTICE_KINDS } from '../domain/notice-kinds.ts';
import type { Localized } from './kit/localized.ts';
import { MARKETPLACES } from './registry.ts';

const LANGUAGES = ['ko', 'en', 'ru', 'uz'] as const;
const HANGUL = /\p{Script=Hangul}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Names of screens and of the law stand as the seller sees them: with what they mean in brackets, in brackets, or quoted. */
const AS_SEEN = /\p{Script=Hangul}[\p{Script=Hangul}\w+·() ]*? \([^)]*\)|\([^)]*\)|«[^»]*»|"[^"]*"/gu;

/** Names that are written in Latin letters in every language but Korean. */
const NAMES: ReadonlySet<string> = new Set([
  ...MARKETPLACES.map(({ names }) => names.en),
  ...CARRIERS.map(({ names }) => names.en),
  'Client ID',
  'ESM PLUS master ID',
]);

function isText(value: object): value is Localized {
  return LANGUAGES.every((language) => language in value);
}

/** Every text in a piece of data, however deep; functions and schemas hold none. */
function textsIn(value: unknown, place: string): readonly (readonly [place: string, text: Localized])[] {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  if (isText(value)) return [[place, value]];
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return [];
  return Object.entries(value).flatMap(([key, held]) => textsIn(held, `${place}.${key}`));
}

const texts = [
  ...MARKETPLACES.flatMap((descriptor) => textsIn(descriptor, descriptor.id)),
  ...textsIn(CARRIERS, 'carriers'),
  ...textsIn(NOTICE_KINDS, 'notice kinds'),
];

function placesWhere(isWrong: (text: Localized) => boolean): readonly string[] {
  return texts.flatMap(([place, text]) => (isWrong(text) ? [`${place}: ${JSON.stringify(text)}`] : []));
}

describe('every text of every marketplace', () => {
  it('is found', () => {
    expect(texts.length).toBeGreaterThan(700);
  });

  it('says something in each language', () => {
    expect(placesWhere((text) => LANGUAGES.some((language) => text[language].trim() === ''))).toEqual([]);
  });

  it('is in Russian for who reads Russian', () => {
    expect(placesWhere(({ ru, en }) => !CYRILLIC.test(ru) && !NAMES.has(en))).toEqual([]);
    expect(placesWhere(({ ru }) => HANGUL.test(ru.replaceAll(AS_SEEN, '')))).toEqual([]);
  });

  it('is in Uzbek, in Latin letters, for who reads Uzbek', () => {
    expect(placesWhere(({ uz, en }) => uz === en && !NAMES.has(en))).toEqual([]);
    expect(placesWhere(({ uz }) => HANGUL.test(uz.replaceAll(AS_SEEN, '')) || CYRILLIC.test(uz))).toEqual([]);
  });

  it('writes Uzbek letters with one kind of apostrophe', () => {
    expect(placesWhere(({ uz }) => /[og][’'ʻ`]|[^og]‘/iu.test(uz))).toEqual([]);
  });
});
