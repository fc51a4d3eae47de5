import { describe, expect, it } from 'vitest';
import { Problem } from '../problems/problem.ts';
import { dateInput, momentAfter, momentOf, rangeOf } from './input.ts';

const SEOUL = 'Asia/Seoul';

describe('dates of a request', () => {
  it.each([
    ['2024-01-01', '2023-12-31T15:00:00.000Z', '2024-01-01T15:00:00.000Z'],
    ['2024-01-07T23:59:59', '2024-01-07T14:59:59.000Z', '2024-01-07T15:00:00.000Z'],
    ['2024-01-08 10:30', '2024-01-08T01:30:00.000Z', '2024-01-08T01:31:00.000Z'],
    ['2024-01-08T10:30:00.123456', '2024-01-08T01:30:00.123Z', '2024-01-08T01:30:00.124Z'],
    ['2024-01-08T10:30:00Z', '2024-01-08T10:30:00.000Z', '2024-01-08T10:30:01.000Z'],
    ['2024-01-08T10:30:00+05:00', '2024-01-08T05:30:00.000Z', '2024-01-08T05:30:01.000Z'],
  ])('%s is a span of time', (text, first, after) => {
    expect(dateInput.safeParse(text).success).toBe(true);
    expect(momentOf(text, SEOUL).toISOString()).toBe(first);
    expect(momentAfter(text, SEOUL).toISOString()).toBe(after);
  });

  it.each(['', 'yesterday', '2024-13-01', '2024-02-30', '2024-01-01T25:00:00', '20240101', '01/02/2024'])(
    '"%s" is none',
    (text) => {
      expect(dateInput.safeParse(text).success).toBe(false);
    },
  );

  it('follows clock changes where a zone has them', () => {
    expect(momentOf('2024-03-30', 'Europe/Berlin').toISOString()).toBe('2024-03-29T23:00:00.000Z');
    expect(momentOf('2024-04-01', 'Europe/Berlin').toISOString()).toBe('2024-03-31T22:00:00.000Z');
    expect(momentAfter('2024-03-31', 'Europe/Berlin').toISOString()).toBe('2024-03-31T22:00:00.000Z');
    expect(momentOf('2024-03-31T02:30:00', 'Europe/Berlin').toISOString()).toBe('2024-03-31T01:30:00.000Z');
    expect(momentOf('2024-01-01', 'America/Sao_Paulo').toISOString()).toBe('2024-01-01T03:00:00.000Z');
  });

  it('takes one and the same day, and refuses a reversed range', () => {
    const day = rangeOf({ start_date: '2024-01-01', end_date: '2024-01-01' }, SEOUL);
    expect(day.to?.getTime()).toBe((day.from?.getTime() ?? 0) + 86_400_000);
    expect(() => rangeOf({ start_date: '2024-01-02', end_date: '2024-01-01' }, SEOUL)).toThrow(Problem);
    expect(rangeOf({}, SEOUL)).toEqual({ from: null, to: null });
  });
});
