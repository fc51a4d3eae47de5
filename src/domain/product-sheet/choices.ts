import { findCarrier } from '../carrier.ts';
import type { ColumnKey } from './columns.ts';

export type SheetLanguage = 'ko' | 'en';

/** The choices of columns that have some, each with the ways to write it: in Korean and in English first. */
export const CHOICES = {
  tax: {
    taxed: ['과세', 'taxed', '과세상품'],
    exempt: ['면세', 'exempt', '면세상품'],
    zero_rated: ['영세', 'zero rated', '영세율', '영세상품'],
  },
  minors_may_buy: {
    yes: ['가능', 'yes', 'Y', 'true', 'O', '예'],
    no: ['불가', 'no', 'N', 'false', 'X', '아니오', '불가능'],
  },
  delivery_type: {
    DELIVERY: ['택배', 'delivery', '택배배송', '일반배송'],
    DIRECT: ['직접배송', 'direct', '직접전달'],
  },
  origin: {
    domestic: ['국산', 'domestic', '국내산', '국내'],
    imported: ['수입산', 'imported', '수입', '해외'],
    see_description: ['상세설명참조', 'see description', '상세설명에표시'],
  },
  currency: {
    KRW: ['KRW', 'KRW', '원'],
    RUB: ['RUB', 'RUB', '루블'],
    UZS: ['UZS', 'UZS', '숨'],
  },
} as const satisfies Readonly<Partial<Record<ColumnKey, Readonly<Record<string, readonly string[]>>>>>;

type WithChoices = keyof typeof CHOICES;

function hasChoices(key: ColumnKey): key is WithChoices {
  return Object.hasOwn(CHOICES, key);
}

/** The value of a column as a person reads it. */
export function shownIn(language: SheetLanguage, key: ColumnKey, text: string): string {
  if (key === 'carrier') return findCarrier(text)?.names[language] ?? text;
  if (!hasChoices(key)) return text;
  const choices: Readonly<Record<string, readonly string[]>> = CHOICES[key];
  return choices[text]?.[language === 'ko' ? 0 : 1] ?? text;
}
