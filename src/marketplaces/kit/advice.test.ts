import { describe, expect, it } from 'vitest';
import { adviceFor, isAdviceReason } from './advice.ts';
import { TROUBLE_REASONS } from './trouble.ts';

const MARKETPLACE = { ko: '쿠팡', en: 'Coupang' };
const REASONS = [...Object.keys(TROUBLE_REASONS), 'account_off', 'interrupted', 'internal'].filter(
  isAdviceReason,
);

describe('advice', () => {
  it('has full sentences in both languages for every reason', () => {
    expect(REASONS).toHaveLength(Object.keys(TROUBLE_REASONS).length + 3);
    for (const reason of REASONS) {
      for (const language of ['ko', 'en'] as const) {
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

  it('tells by how many minutes the clock is off, whichever way', () => {
    const facts = { marketplace: MARKETPLACE, skewMs: -600_000 };
    expect(adviceFor('clock_skew', 'ko', facts).detail).toContain('약 10분');
    expect(adviceFor('clock_skew', 'en', facts).detail).toContain('about 10 minutes');
    expect(adviceFor('clock_skew', 'en', { ...facts, skewMs: null }).detail).toContain('too far apart');
  });
});
