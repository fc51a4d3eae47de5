import { expect, test } from 'vitest';
import { touchedByRun } from './touched.ts';

const run = { id: 7, sync_type: 'orders', created: 0, updated: 0, finished_at: null };

test('a reading touches lists when it has brought more than before, and not otherwise', () => {
  expect(touchedByRun(run)).toEqual([]);
  expect(touchedByRun({ ...run, created: 3 })).toContain('/api/v1/orders');
  expect(touchedByRun({ ...run, created: 3 })).toEqual([]);
  expect(touchedByRun({ ...run, created: 3, updated: 1 })).toContain('/api/v1/claims');
  expect(touchedByRun({ ...run, created: 3, updated: 1, finished_at: '2026-11-23T00:00:00Z' })).toEqual([]);
  expect(touchedByRun({ ...run, id: 8, sync_type: 'products', updated: 2 })).toContain('/api/v1/listings');
  expect(touchedByRun('something else')).toEqual([]);
});
