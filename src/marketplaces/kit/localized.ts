import type { Language } from '../../domain/language.ts';

/** A text in the languages of the desk; English stands in where a translation is missing. */
export interface Localized {
  readonly ko: string;
  readonly en: string;
  readonly ru?: string;
  readonly uz?: string;
}

/** A text that says it in every language of the desk: a missing one does not compile. */
export type Translated = Required<Localized>;

/** The text as a reader of a language gets it. */
export function inLanguage(text: Localized, language: Language): string {
  return text[language] ?? text.en;
}
