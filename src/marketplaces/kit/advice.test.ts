import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/language.ts';
import { adviceFor, isAdviceReason } from './advice.ts';
import { TROUBLE_REASONS } from './trouble.ts';

const MARKETPLACE = { ko: '쿠팡', en: 'Coupang', ru: 'Coupang', uz: 'Coupang' };
const REASONS = [...Object.keys(TROUBLE_REASONS), 'account_off', 'interrupted', 'internal'].filter(
  isAdviceReason,
);

describe('advice', () => {
  it('has full sentences in every language for every reason', () => {
    expect(REASONS).toHaveLength(Object.keys(TROUBLE_REASONS).length + 3);
    for (const reason of REASONS) {
      for (const language of LANGUAGES) {
        const advice = adviceFor(reason, language, { marketplace: MARKETPLACE, skewMs: null });
        expect(advice.title, reason).not.toMatch(/[.!]$/);
        expect(advice.detail, reason).toMatch(/\.$/);
        expect(advice.todo, reason).toMatch(/\.$/);
      }
    }
  });

  it('gives every reason a title of its own', () => {
    const titles = REASONS.map(
      (reason) => adviceFor(reason, 'ko', { marketplace: MARKETPLACE, skewMs: null }).title,
    );
    expect(new Set(titles).size).toBe(REASONS.length);
  });

  it('names the marketplace and the fields in Russian and Uzbek where it does in English', () => {
    const named = (text: string) =>
      [...text.matchAll(/Coupang|NTP|base_url|edition|closed_intents|enabled|\/api\/\S+\w/g)]
        .map(([word]) => word)
        .sort();
    for (const reason of REASONS) {
      const english = adviceFor(reason, 'en', { marketplace: MARKETPLACE, skewMs: 600_000 });
      for (const language of ['ru', 'uz'] as const) {
        const advice = adviceFor(reason, language, { marketplace: MARKETPLACE, skewMs: 600_000 });
        for (const part of ['title', 'detail', 'todo'] as const)
          expect([...new Set(named(advice[part]))], `${reason} ${language} ${part}`).toEqual([
            ...new Set(named(english[part])),
          ]);
      }
    }
  });

  it('tells by how many minutes the clock is off, whichever way', () => {
    const facts = { marketplace: MARKETPLACE, skewMs: -600_000 };
    expect(adviceFor('clock_skew', 'ko', facts).detail).toContain('약 10분');
    expect(adviceFor('clock_skew', 'en', facts).detail).toContain('about 10 minutes');
    expect(adviceFor('clock_skew', 'en', { ...facts, skewMs: null }).detail).toContain('too far apart');
  });
});
