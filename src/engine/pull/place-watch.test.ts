import { expect, test } from 'vitest';
import { placeWatch } from './place-watch.ts';

const batch = (items: readonly number[], done: number) => ({
  feed: 'list',
  items,
  windows: { done, total: 9 },
});

test('tells of rows at once, and of lists without any once a second', () => {
  let now = 0;
  const watch = placeWatch(() => now);
  expect(watch.last()).toEqual({ feed: null, windows: null });
  expect(watch.see([batch([1], 0), batch([], 1)])).toEqual({ feed: 'list', windows: { done: 1, total: 9 } });
  now = 999;
  expect(watch.see([batch([], 2)])).toBeUndefined();
  expect(watch.last()).toEqual({ feed: 'list', windows: { done: 2, total: 9 } });
  now = 1_000;
  expect(watch.see([batch([], 3)])).toMatchObject({ windows: { done: 3 } });
  now = 1_001;
  expect(watch.see([batch([], 4)])).toBeUndefined();
  expect(watch.see([batch([2], 5)])).toMatchObject({ windows: { done: 5 } });
});

test('says nothing of how far it is where the connector does not tell', () => {
  const watch = placeWatch(() => 0);
  expect(watch.see([{ feed: 'list', items: [1] }])).toEqual({ feed: 'list', windows: null });
});
