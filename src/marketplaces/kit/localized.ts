import type { Language } from '../../domain/language.ts';

/** A text in every language of the desk: one that is missing does not compile. */
export interface Localized {
  readonly ko: string;
  readonly en: string;
  readonly ru: string;
  readonly uz: string;
}

/** What a marketplace or a person said in words of their own: the same for every reader. */
export function asToldBy(text: string): Localized {
  return { ko: text, en: text, ru: text, uz: text };
}

/** Several sentences one after the other. */
export function inARow(texts: readonly Localized[]): Localized {
  const row = (language: Language) => texts.map((text) => text[language]).join(' ');
  return { ko: row('ko'), en: row('en'), ru: row('ru'), uz: row('uz') };
}

/** The text as a reader of a language gets it. */
export function inLanguage(text: Localized, language: Language): string {
  return text[language];
}
