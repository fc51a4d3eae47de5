import { expect, test } from 'vitest';
import { keysetPages } from './keyset.ts';

const { structuralSharing } = keysetPages;
const page = (...ids: readonly number[]) => ({ orders: ids.map((id) => ({ id })) });

test('an answer that says the same again stays the object that it was', () => {
  const before = { pages: [page(1, 2), page(3)], pageParams: [null, 'a'] };
  expect(structuralSharing(before, structuredClone(before))).toBe(before);
});

test('only what has changed is another object', () => {
  const before = { pages: [page(1, 2), page(3)], pageParams: [null, 'a'] };
  const after = { pages: [page(1, 2), page(4), page(5)], pageParams: [null, 'a', 'b'] };
  const shared = structuralSharing(before, after);
  expect(shared).toEqual(after);
  expect(shared).toMatchObject({ pages: [before.pages[0], after.pages[1], after.pages[2]] });
  expect(JSON.stringify(before)).toBe(
    JSON.stringify({ pages: [page(1, 2), page(3)], pageParams: [null, 'a'] }),
  );
});
