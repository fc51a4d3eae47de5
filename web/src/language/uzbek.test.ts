import { expect, test } from 'vitest';
import { uzbekDay, uzbekDistance } from './uzbek.ts';

test('a day is that of the zone, with the year where it is asked for', () => {
  const at = new Date('2026-11-30T20:00:00Z');
  expect(uzbekDay(at, 'UTC', false)).toBe('30-noy');
  expect(uzbekDay(at, 'Asia/Seoul', false)).toBe('1-dek');
  expect(uzbekDay(new Date('2026-12-31T20:00:00Z'), 'Asia/Tashkent', true)).toBe('1-yan, 2027');
});

test.each([
  [-2, 'minute', '2 daqiqa oldin'],
  [3, 'hour', '3 soatdan keyin'],
  [-1, 'hour', '1 soat oldin'],
  [-1, 'day', 'kecha'],
  [1, 'day', 'ertaga'],
  [5, 'day', '5 kundan keyin'],
] as const)('%d %s is %s', (count, unit, said) => {
  expect(uzbekDistance(count, unit)).toBe(said);
});
