import { describe, expect, test } from 'vitest';
import { commandId, listingId } from '../../domain/ids.ts';
import { type Sighting, verdictOn } from './verify-listings.ts';

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
