import { expect, test } from 'vitest';
import { uzbekDay, uzbekDistance } from './uzbek.ts';

test('days are said by the names of their months', () => {
  expect(uzbekDay('2026-11-22', false)).toBe('22-noy');
  expect(uzbekDay('2025-01-03', true)).toBe('3-yan, 2025');
});

test.each([
  [3, 'day', '3 kundan keyin'],
  [-17, 'hour', '17 soat oldin'],
  [-0, 'minute', 'hozir'],
] as const)('%s %s is %s', (count, unit, text) => {
  expect(uzbekDistance(count, unit)).toBe(text);
});
