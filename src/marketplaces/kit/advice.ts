import type { Language } from '../../domain/language.ts';
import { ENGLISH } from './advice/english.ts';
import { KOREAN } from './advice/korean.ts';
import { RUSSIAN } from './advice/russian.ts';
import type { Advice, AdviceReason, Sentences } from './advice/sentences.ts';
import { UZBEK } from './advice/uzbek.ts';
import { inLanguage, type Localized } from './localized.ts';

export type { Advice, AdviceReason } from './advice/sentences.ts';

export interface AdviceFacts {
  readonly marketplace: Localized;
  /** Marketplace clock minus ours, where that is the trouble. */
  readonly skewMs: number | null;
}

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  ko: KOREAN,
  en: ENGLISH,
  ru: RUSSIAN,
  uz: UZBEK,
};

const MINUTE_MS = 60_000;

const MINUTES: Readonly<Record<Language, (minutes: number) => string>> = {
  ko: (minutes) => `${minutes}분`,
  en: (minutes) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  ru: (minutes) => `${minutes} мин`,
  uz: (minutes) => `${minutes} daqiqa`,
};

/** The sentences for a reason, in one language. */
export function adviceFor(reason: AdviceReason, language: Language, facts: AdviceFacts): Advice {
  return SENTENCES[language][reason]({
    shop: inLanguage(facts.marketplace, language),
    skew: skewText(facts.skewMs, language),
  });
}

function skewText(skewMs: number | null, language: Language): string {
  if (skewMs === null) return '';
  return MINUTES[language](Math.max(1, Math.round(Math.abs(skewMs) / MINUTE_MS)));
}

/** Whether a stored text names a reason there are sentences for. */
export function isAdviceReason(text: string): text is AdviceReason {
  return Object.hasOwn(KOREAN, text);
}
