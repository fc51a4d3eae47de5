import type { Language } from '../../domain/language.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import type { ProblemCode } from './catalogue.ts';
import { ENGLISH } from './english.ts';
import { KOREAN } from './korean.ts';
import { RUSSIAN } from './russian.ts';
import type { Said } from './said.ts';
import { UZBEK } from './uzbek.ts';

const SAID: Readonly<Record<Language, Readonly<Record<ProblemCode, Said>>>> = {
  ko: KOREAN,
  en: ENGLISH,
  ru: RUSSIAN,
  uz: UZBEK,
};

/** What a problem is called, in every language of the desk. */
export function problemTitle(code: ProblemCode): Localized {
  return inEveryLanguage(code, 'title');
}

/** What a problem says where nothing closer is known, in every language of the desk. */
export function problemDetail(code: ProblemCode): Localized {
  return inEveryLanguage(code, 'detail');
}

function inEveryLanguage(code: ProblemCode, part: keyof Said): Localized {
  const { ko, en, ru, uz } = SAID;
  return { ko: ko[code][part], en: en[code][part], ru: ru[code][part], uz: uz[code][part] };
}
