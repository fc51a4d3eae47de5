/** The languages of the desk, and of the sentences that people read. */
export const LANGUAGES = ['ko', 'en', 'ru', 'uz'] as const;
export type Language = (typeof LANGUAGES)[number];
