import type { TextLimit } from '../../../marketplaces/kit/listing-rules.ts';
import type { Localized } from '../../../marketplaces/kit/localized.ts';

/** How much a limit allows, in words. */
export function limitWords({ max, unit }: TextLimit): Localized {
  return unit === 'characters'
    ? { ko: `${max}자`, en: `${max} characters`, ru: `${max} зн.`, uz: `${max} belgi` }
    : {
        ko: `${max}바이트(한글 2, 영문·숫자 1)`,
        en: `${max} bytes (2 for Korean, 1 for Latin letters and digits)`,
        ru: `${max} байт (2 на корейский знак, 1 на латинскую букву и цифру)`,
        uz: `${max} bayt (koreys belgisi 2, lotin harfi va raqam 1)`,
      };
}

export function lengthWords(length: number, unit: TextLimit['unit']): Localized {
  return unit === 'characters'
    ? { ko: `${length}자`, en: `${length} characters`, ru: `${length} зн.`, uz: `${length} belgi` }
    : { ko: `${length}바이트`, en: `${length} bytes`, ru: `${length} байт`, uz: `${length} bayt` };
}

export function amountWords(amount: number): string {
  return amount.toLocaleString('ko-KR');
}
