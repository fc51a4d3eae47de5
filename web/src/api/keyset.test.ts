import { expect, test } from 'vitest';
import { z } from 'zod';
import { keysetPages } from './keyset.ts';

const share = keysetPages.structuralSharing;
const pageOf = (...ids: readonly number[]) => ({ rows: ids.map((id) => ({ id })), next_cursor: null });

/** Rows as they are, not copied. */
const listed = z.object({ pages: z.array(z.object({ rows: z.array(z.unknown()) })) });

test('a list that came again as it was is the same list', () => {
  const before = { pages: [pageOf(1, 2), pageOf(3)], pageParams: [null, 'a'] };
  expect(share(before, structuredClone(before))).toBe(before);
});

test('of a list that has changed all but the changed rows stay the same', () => {
  const before = { pages: [pageOf(1, 2), pageOf(3)], pageParams: [null, 'a'] };
  const after = { pages: [pageOf(1, 9), pageOf(3), pageOf(4)], pageParams: [null, 'a', 'b'] };
  const shared = share(before, after);
  expect(shared).toEqual(after);
  const { pages } = listed.parse(shared);
  expect(pages[0]?.rows[0]).toBe(before.pages[0]?.rows[0]);
  expect(pages[1]?.rows[0]).toBe(before.pages[1]?.rows[0]);
});
