import { expect, test } from 'vitest';
import { accountId, runId } from '../../domain/ids.ts';
import type { SyncRun } from '../../store/sync-runs.ts';
import { runOf } from './run-view.ts';

const STARTED = new Date('2026-11-22T00:00:00Z');

function progressOf(run: Partial<SyncRun>) {
  const whole: SyncRun = {
    id: runId(1),
    account: accountId(1),
    platform: 'coupang',
    edition: 'official',
    syncType: 'orders',
    cause: 'request',
    status: 'running',
    rangeFrom: null,
    rangeTo: null,
    queuedAt: STARTED,
    startedAt: STARTED,
    finishedAt: null,
    created: 300,
    updated: 100,
    unchanged: 90,
    failed: 10,
    trouble: null,
    windows: { done: 2, total: 7 },
    feed: 'ACCEPT',
    updatedAt: new Date(STARTED.getTime() + 10_000),
    cancelAskedAt: null,
    repeats: 1,
    firstQueuedAt: null,
    retryOf: null,
    ...run,
  };
  return runOf(whole, 'en').progress;
}

test('a run tells what it has read, and from the windows done how long the others take', () => {
  expect(progressOf({})).toEqual({
    rows: 500,
    rate: 50,
    done: 2,
    total: 7,
    unit: 'windows',
    feed: 'ACCEPT',
    seconds_left: 25,
    updated_at: '2026-11-22T00:00:10.000Z',
    canceling: false,
  });
});

test.each<[string, Partial<SyncRun>, object]>([
  ['before the first window is done', { windows: { done: 0, total: 7 } }, { total: 7, seconds_left: null }],
  [
    'of a connector that does not tell',
    { windows: null },
    { done: null, total: null, seconds_left: null, rate: 50 },
  ],
  ['at the end', { windows: { done: 7, total: 7 } }, { seconds_left: 0 }],
  ['that found fewer windows than it had read', { windows: { done: 7, total: 5 } }, { seconds_left: 0 }],
  ['by a clock that went back', { updatedAt: new Date(0) }, { rate: null, seconds_left: null }],
  ['that waits', { status: 'queued', startedAt: null, windows: null }, { rate: null, seconds_left: null }],
  ['that has ended', { status: 'success', finishedAt: STARTED }, { done: 2, total: 7, seconds_left: null }],
])('the progress of a run %s', (_of, run, expected) => {
  expect(progressOf(run)).toMatchObject(expected);
});
