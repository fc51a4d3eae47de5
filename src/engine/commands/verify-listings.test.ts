import { describe, expect, test } from 'vitest';
import { commandId, commandItemId, listingId } from '../../domain/ids.ts';
import type { OpenListingCommand } from '../../store/commands/command.ts';
import { judgeByListing, type Sighting, verdictOn } from './verify-listings.ts';

const DONE: Sighting = {
  kind: 'done',
  accepted: { kind: 'set_sale', command: commandId(1), listing: listingId(1), onSale: false },
};

describe('what a reading says of a command for a listing', () => {
  test('what is seen is done, however it was answered', () => {
    for (const wasRefused of [false, true])
      for (const mayLag of [false, true]) expect(verdictOn(DONE, wasRefused, mayLag)).toBe('done');
  });

  test('a create that is not seen is not made again before it would show', () => {
    const late: Sighting = { kind: 'not_seen', late: true };
    expect(verdictOn(late, false, true)).toBe('wait');
    expect(verdictOn(late, false, false)).toBe('send_again');
    expect(verdictOn(late, true, false)).toBe('refused');
  });

  test('an update is sent again at once, unless it was refused', () => {
    const plain: Sighting = { kind: 'not_seen', late: false };
    expect(verdictOn(plain, false, true)).toBe('send_again');
    expect(verdictOn(plain, true, true)).toBe('wait');
    expect(verdictOn(plain, true, false)).toBe('refused');
  });

  test('what nobody is shown is waited for', () => {
    expect(verdictOn({ kind: 'closed' }, false, false)).toBe('wait');
    expect(verdictOn({ kind: 'closed' }, true, false)).toBe('refused');
    expect(verdictOn({ kind: 'refused', reason: 'not_found', nativeText: '' }, false, true)).toBe('refused');
  });
});

describe('a command for a listing that may have arrived', () => {
  const MINUTE_MS = 60_000;
  const NOW = new Date('2026-11-22T00:00:00Z');
  const judged = (sighting: Sighting, sentMinutesAgo: number) => {
    const command: OpenListingCommand = {
      id: commandId(1),
      state: 'unknown',
      attempts: 1,
      triedForMs: sentMinutesAgo * MINUTE_MS,
      sentAt: new Date(NOW.getTime() - sentMinutesAgo * MINUTE_MS),
      ended: [],
      payload: { kind: 'publish', prices: {} },
      draft: null,
      listing: { id: listingId(1), product: null, nativeListingId: null, items: [], left: {} },
      items: [
        {
          id: commandItemId(1),
          state: 'unknown',
          suspicion: null,
          nativeCode: null,
          nativeText: null,
          says: null,
        },
      ],
    };
    const { state, notBefore } = judgeByListing(command, sighting, NOW, MINUTE_MS);
    return { state, waitsMs: (notBefore ?? NOW).getTime() - NOW.getTime() };
  };

  test('makes no second listing while a search may not show the first one yet', () => {
    const create: Sighting = { kind: 'not_seen', late: true };
    expect(judged(create, 2).state).toBe('unknown');
    expect(judged(create, 9).state).toBe('unknown');
    expect(judged(create, 11).state).toBe('pending');
    expect(judged({ kind: 'not_seen', late: false }, 2).state).toBe('pending');
  });

  test('is looked at ever more seldom while it is reviewed', () => {
    const closed: Sighting = { kind: 'closed' };
    expect(judged(closed, 1)).toMatchObject({ state: 'unknown' });
    expect(judged(closed, 1).waitsMs).toBeLessThan(MINUTE_MS);
    expect(judged(closed, 24 * 60).waitsMs).toBeGreaterThan(7 * MINUTE_MS);
  });
});
