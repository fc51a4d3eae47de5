import type { Language } from '../../domain/language.ts';

/** A text in the languages of the desk; English stands in where a translation is missing. */
export interface Localized {
  readonly ko: string;
  readonly en: string;
  readonly ru?: string;
  readonly uz?: string;
}

/** The text as a reader of a language gets it. */
export function inLanguage(text: Localized, language: Language): string {
  return text[language] ?? text.en;
}
