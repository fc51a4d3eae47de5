import { describe, expect, it } from 'vitest';
import { listCursor, startOf } from './list-cursor.ts';

describe('where a list goes on', () => {
  it('is the row it was left at, and the first for what cannot be read', () => {
    expect(startOf(listCursor(301))).toBe(301);
    for (const text of [null, '', 'x', '{"v":2,"start":9}', '{"v":1,"start":0}'])
      expect(startOf(text)).toBe(1);
  });
});
