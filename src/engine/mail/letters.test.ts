import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/language.ts';
import { MAILED_EVENTS } from '../../domain/notice.ts';
import { adviceFor } from '../../marketplaces/kit/advice.ts';
import type { LetterFacts } from './letters/letter.ts';
import { writeLetter } from './letters.ts';

const NAMES = { ko: '쿠팡', en: 'Coupang', ru: 'Coupang', uz: 'Coupang' };
const FACTS: LetterFacts = {
  shop: '쿠팡 "우리 가게"',
  count: 12,
  lines: ['2026-11-22 14:03 (Asia/Seoul)  native_order_id 77', '2026-11-22 14:01 (Asia/Seoul)  command_id 5'],
  advice: adviceFor('expired_key', 'ko', { marketplace: NAMES, skewMs: null }),
  since: '2026-11-22 13:59 (Asia/Seoul)',
  daysLeft: 7,
  keyEnds: '2026-11-29 00:00 (Asia/Seoul)',
  state: 'unhealthy',
};

describe('mails', () => {
  it.each(LANGUAGES)('have a subject of one line and a whole text for every kind: %s', (language) => {
    const subjects = MAILED_EVENTS.map((type) => {
      const { subject, text } = writeLetter(type, language, { ...FACTS, shop: 'A\r\nBcc: x' });
      expect(subject).toMatch(/^\[Moa\] \S.*$/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text.length).toBeGreaterThan(80);
      return subject;
    });
    expect(new Set(subjects).size).toBe(MAILED_EVENTS.length);
  });

  it('name the trouble in the subject and what to do in the text', () => {
    const { subject, text } = writeLetter('account.unhealthy', 'ko', { ...FACTS, count: 1 });
    expect(subject).toBe('[Moa] 쿠팡 "우리 가게": API 키가 만료되었습니다');
    expect(text).toContain('할 일: 쿠팡 판매자 페이지에서 키를 갱신하거나');
    expect(text).toContain('언제부터: 2026-11-22 13:59 (Asia/Seoul)');
  });

  it('tell how many more there are than they list', () => {
    const { text } = writeLetter('order.vanished', 'en', FACTS);
    expect(text).toContain('- 2026-11-22 14:03 (Asia/Seoul)  native_order_id 77');
    expect(text).toContain('- … +10');
  });

  it('say when it is over by now', () => {
    const facts = { ...FACTS, state: 'healthy' } as const;
    expect(writeLetter('account.unhealthy', 'en', facts).text).toContain('all is well again');
    expect(writeLetter('account.recovered', 'en', FACTS).text).toContain('there is trouble again');
  });

  it('count the days of a key in words that fit', () => {
    const subjectFor = (daysLeft: number) =>
      writeLetter('account.key_expiring', 'en', { ...FACTS, daysLeft }).subject;
    expect(subjectFor(7)).toContain('ends in 7 days');
    expect(subjectFor(1)).toContain('ends in 1 day');
    expect(subjectFor(0)).toContain('has ended');
  });
});
