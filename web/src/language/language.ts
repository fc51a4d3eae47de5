import { useSyncExternalStore } from 'react';

/** The languages of the desk, each in its own words, and whose numbers and plurals each has. */
export const LANGUAGES = {
  ko: { name: '한국어', locale: 'ko-KR' },
  en: { name: 'English', locale: 'en-GB' },
  ru: { name: 'Русский', locale: 'ru-RU' },
  // Chromium knows no Uzbek (its days: `uzbek.ts`); Finnish writes numbers and forms plurals alike: 1 234,5.
  uz: { name: 'O‘zbekcha', locale: 'fi-FI' },
} as const;

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_CODES: readonly Language[] = ['ko', 'en', 'ru', 'uz'];

const PLACE = 'moa.language';

let current: Language = chosenBefore() ?? 'ko';
const listeners = new Set<() => void>();

function chosenBefore(): Language | undefined {
  const text = localStorage.getItem(PLACE);
  return LANGUAGE_CODES.find((code) => code === text);
}

/** Keeps the language that somebody has chosen in this browser. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(PLACE, language);
}

/** Whether somebody has chosen a language in this browser. */
export function hasChosenLanguage(): boolean {
  return chosenBefore() !== undefined;
}

export function currentLanguage(): Language {
  return current;
}

/** Changes the language of everything shown. Load its words before: see `switchLanguage`. */
export function setLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** The language shown; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(followLanguage, currentLanguage);
}

/** Hears of every change until the answered function is called. */
export function followLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
