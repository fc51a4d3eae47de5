import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hub } from '../../src/engine/hub.ts';
import { type FeedSteps, noteFeeds, readFeedReads } from '../../src/store/health/feed-reads.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { COUPANG_KEYS } from '../harness/rest.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 0, minute));

describe.each(DATABASE_KINDS)('when feeds were read on %s', (kind) => {
  let hub: Hub;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  async function reads(...steps: readonly (Partial<FeedSteps> & { readonly at: Date })[]) {
    const { owner, account } = await connectShop(hub, {
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:9',
      credentials: COUPANG_KEYS,
    });
    for (const step of steps) {
      await asOwner(hub.db, owner, (scope) =>
        noteFeeds(scope, account.id, { begun: [], ended: [], notDue: [], ...step }),
      );
    }
    return Object.fromEntries(await asOwner(hub.db, owner, (scope) => readFeedReads(scope, account.id)));
  }

  test('a feed counts from the beginning of the run that read it', async () => {
    expect(await reads({ at: at(1), begun: ['a', 'b'], ended: ['a'] }, { at: at(1), ended: ['b'] })).toEqual({
      a: at(1),
      b: at(1),
    });
  });

  test('one that was cut and ended by a later run counts from its own beginning', async () => {
    const cut = { at: at(1), begun: ['a'] };
    expect(await reads(cut)).toEqual({});
    expect(await reads(cut, { at: at(9), begun: ['a'], ended: ['a'] })).toEqual({ a: at(1) });
    const again = { at: at(12), begun: ['a'], ended: ['a'] };
    expect(await reads(cut, { at: at(9), begun: ['a'], ended: ['a'] }, again)).toEqual({ a: at(12) });
  });

  test('one that was not due keeps its time, and has the run’s when it has none', async () => {
    expect(await reads({ at: at(1), begun: ['a'], ended: ['a'] }, { at: at(5), notDue: ['a', 'b'] })).toEqual(
      { a: at(1), b: at(5) },
    );
  });
});
