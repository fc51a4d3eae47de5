import type { Localized } from '../../marketplaces/kit/localized.ts';
import { PROBLEMS, type ProblemCode } from './catalogue.ts';
import { RUSSIAN } from './russian.ts';
import type { Said } from './said.ts';
import { UZBEK } from './uzbek.ts';

/** What a problem is called, in every language of the desk. */
export function problemTitle(code: ProblemCode): Localized {
  return { ...PROBLEMS[code].title, ...furtherWords(code, 'title') };
}

/** What a problem says where nothing closer is known, in every language of the desk. */
export function problemDetail(code: ProblemCode): Localized {
  return { ...PROBLEMS[code].detail, ...furtherWords(code, 'detail') };
}

function furtherWords(code: ProblemCode, part: keyof Said): Pick<Localized, 'ru' | 'uz'> {
  const [russian, uzbek] = [RUSSIAN[code], UZBEK[code]];
  return {
    ...(russian === undefined ? {} : { ru: russian[part] }),
    ...(uzbek === undefined ? {} : { uz: uzbek[part] }),
  };
}
