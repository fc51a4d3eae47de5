import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ProductId, productId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { draftOf } from '../../src/engine/publish/draft-of.ts';
import { settlePrepared } from '../../src/engine/publish/settle-prepared.ts';
import { input } from '../../src/engine/publish/test-draft.ts';
import { asToldBy } from '../../src/marketplaces/kit/localized.ts';
import { deleteProduct } from '../../src/store/catalogue/write.ts';
import { isForListing, type NewListingCommand } from '../../src/store/commands/command.ts';
import { lockUnchanged } from '../../src/store/commands/results.ts';
import { storeCommands } from '../../src/store/commands/store.ts';
import { takeCommands } from '../../src/store/commands/take.ts';
import { ingestListings } from '../../src/store/listings/ingest.ts';
import { applyAcceptedListings, holdCommandedListings } from '../../src/store/publish/accepted.ts';
import { forgetChoices, holdListings } from '../../src/store/publish/choices.ts';
import { dueFollows, holdFollowed } from '../../src/store/publish/follow.ts';
import { knownListings, numbersLeftFor } from '../../src/store/publish/known-numbers.ts';
import { localTwins } from '../../src/store/publish/local-twins.ts';
import {
  askToPublish,
  findPublications,
  nextPublicationAt,
  postponePublications,
  waitingPublications,
} from '../../src/store/publish/publications.ts';
import { type PublishingTarget, readTargets } from '../../src/store/publish/targets.ts';
import { type Desk, openDesk, RULES } from '../commands/desk.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import { item, listing } from '../listings/shops.ts';

const { draft } = draftOf(input());

describe.each(DATABASE_KINDS)('rows of published listings on %s', (kind) => {
  let hub: Hub;
  let desk: Desk;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    desk = await openDesk(hub);
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const newProduct = (code: string): Promise<ProductId> =>
    desk.as(async ({ owner, trx }) => {
      const { rows } = await sql<{ id: number }>`
        insert into products (owner_id, seller_code, name, description, price, currency, tax, minors_may_buy, images,
          delivery, certifications, option_names)
        values (${owner}, ${code}, 'board', '', 1000, 'KRW', 'taxed', true, '{}', '{}', '[]', '{}')
        returning id`.execute(trx);
      return productId(rows[0]?.id ?? 0);
    });
  /** A publication of a product that is about to make its listing. */
  async function waiting(code: string, lane: NewListingCommand['lane']) {
    const product = await newProduct(code);
    const pair = { account: desk.account.id, product, listing: null };
    const [of] = await desk.as((scope) => holdListings(scope, [pair]));
    if (of === undefined) throw new Error('no listing');
    const wish: NewListingCommand = {
      account: desk.account.id,
      listing: of,
      payload: { kind: 'publish', prices: {} },
      draft,
      key: `publish:${code}`,
      lane,
      actor: 'test',
      cause: 'test',
    };
    const [command] = await desk.store(wish);
    if (command === undefined) throw new Error('not stored');
    return { product, of, wish, command };
  }
  const someoneWaits = () =>
    vi.waitFor(async () => {
      const { rows } = await sql`
        select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(hub.db.root);
      expect(rows).toHaveLength(1);
    });

  test('a listing whose sale has ended is no twin, and is not what a create has made', async () => {
    const product = await newProduct('P-END');
    const account = desk.account.id;
    const shown = (state: 'ended' | 'on_sale') =>
      listing({
        nativeListingId: 'end-1',
        state,
        sellerCode: 'P-END',
        items: [item({ nativeItemId: 'end-1-1', sellerSku: 'END-SKU' })],
      });
    const twins = (code: string, skus: readonly string[]) =>
      desk.as(async (scope) => (await localTwins(scope, account, product, code, skus)).nativeListingIds);
    const left = () =>
      desk.as(async (scope) => {
        const numbers = ['end-1', 'made-now'];
        return numbersLeftFor(product, numbers, await knownListings(scope, account, numbers));
      });
    await desk.as((scope) => ingestListings(scope, desk.account, [shown('on_sale')]));
    expect(await twins('P-END', ['END-SKU'])).toEqual(['end-1']);
    expect(await twins('another', ['END-SKU'])).toEqual(['end-1']);
    expect(await twins('another', ['another'])).toEqual([]);
    expect(await left()).toEqual(['end-1', 'made-now']);
    await desk.as((scope) => ingestListings(scope, desk.account, [shown('ended')]));
    expect(await twins('P-END', ['END-SKU'])).toEqual([]);
    expect(await left()).toEqual(['made-now']);
  });

  test('a shop that cannot be asked keeps all its publications waiting, and the oldest are given up', async () => {
    const account = desk.account.id;
    const old = await newProduct('P-OLD');
    const pairs = [old, await newProduct('P-YOUNG')].map((product) => ({ account, product }));
    const by = { actor: 'test', cause: 'test', lane: 'bulk' } as const;
    await desk.as((scope) => askToPublish(scope, pairs, by));
    await desk.as(({ trx }) =>
      sql`
        update publications set asked_at = now() - interval '25 hours'
        where product_id = ${old}`.execute(trx),
    );
    const [, young] = pairs;
    const postpone = (product: ProductId | null, inMs: number) =>
      desk.as((scope) =>
        postponePublications(scope, {
          account,
          product,
          trouble: { kind: 'unavailable' },
          at: new Date(Date.now() + inMs),
          givenUpBefore: new Date(Date.now() - 24 * 3_600_000),
          fault: { field: 'account_id', code: 'shop_unreachable', message: asToldBy('...') },
        }),
      );
    const longest = 3_600_000;
    await postpone(young?.product ?? null, longest);
    // What waits longer for reasons of its own is looked at no sooner.
    await postpone(null, 60_000);
    const at = await desk.as(nextPublicationAt);
    expect((at?.getTime() ?? 0) - Date.now()).toBeGreaterThan(longest / 2);
    expect(await desk.as((scope) => waitingPublications(scope, { pairs, limit: 10 }))).toEqual([]);
    expect(await desk.as((scope) => findPublications(scope, pairs))).toMatchObject([
      { state: 'declined', faults: [{ code: 'shop_unreachable' }], trouble: null },
      { state: 'waiting', faults: [], trouble: { kind: 'unavailable' } },
    ]);
  });

  test('a product that is deleted before its publication has left is not published any more', async () => {
    const { product, command } = await waiting('P-GONE', 'click');
    await desk.as((scope) => deleteProduct(scope, product));
    expect(await desk.take()).toBeNull();
    expect(await desk.states(command)).toEqual(['canceled']);
    // One that may have arrived is looked for all the same, and not sent again.
    const sent = await waiting('P-SENT', 'click');
    await desk.settle(await desk.take(), 'unknown');
    await desk.as((scope) => deleteProduct(scope, sent.product));
    const looked = await desk.take();
    expect(looked).toMatchObject({ state: 'unknown', commands: [{ id: sent.command }] });
    await desk.settle(looked, 'pending');
    expect(await desk.take()).toBeNull();
    expect(await desk.states(sent.command)).toEqual(['canceled']);
  });

  test('what leaves is told how many are left by now of what is counted', async () => {
    const { product, command } = await waiting('P-LEFT', 'click');
    await desk.as(async ({ owner, trx }) => {
      await sql`
        insert into skus (owner_id, product_id, code, nth, option_values)
        values (${owner}, ${product}, 'LEFT-A', 0, '{a}'), (${owner}, ${product}, 'LEFT-B', 1, '{b}')`.execute(
        trx,
      );
      await sql`
        update sku_stock set on_hand = 9, reserved = 4, tracked_since = now()
        where sku_id = (select id from skus where code = 'LEFT-A')`.execute(trx);
    });
    const commands = (await desk.take())?.commands ?? [];
    expect(commands.map((one) => isForListing(one) && one.listing.left)).toEqual([{ 'LEFT-A': 5 }]);
    await desk.as(({ trx }) => sql`delete from commands where id = ${command}`.execute(trx));
  });

  test('a listing that the shop turns out to have while a product is looked at is not made a second time', async () => {
    const account = desk.account.id;
    const product = await newProduct('P-RACE');
    const pairs = [{ account, product }];
    await desk.as((scope) => askToPublish(scope, pairs, { actor: 'test', cause: 'test', lane: 'bulk' }));
    const [publication] = await desk.as((scope) => waitingPublications(scope, { pairs, limit: 1 }));
    const [target] = await desk.as((scope) => readTargets(scope, pairs));
    if (publication === undefined || target === undefined) throw new Error('nothing to publish');
    expect(target.listing).toBeNull();
    const look = async (seen: PublishingTarget, prices: Readonly<Record<string, number>> = {}) => {
      const prepared = { kind: 'ready', draft, prices, warnings: [], preview: null } as const;
      const [asked = publication] = await desk.as((scope) => findPublications(scope, pairs));
      await settlePrepared(hub, desk.business.owner, asked, prepared, seen);
      const [now] = await desk.as((scope) => findPublications(scope, pairs));
      return now?.state;
    };
    await desk.as(async (scope) => {
      await ingestListings(scope, desk.account, [listing({ nativeListingId: 'race-1' })]);
      await sql`
        update listings set product_id = ${product}
        where account_id = ${account} and native_listing_id = 'race-1'`.execute(scope.trx);
    });
    expect(await look(target)).toBe('waiting');
    const [there] = await desk.as((scope) => readTargets(scope, pairs));
    expect(there?.listing?.nativeListingId).toBe('race-1');
    expect(await look(there ?? target)).toBe('queued');
    // The same draft by other prices of the catalogue is another wish.
    await desk.as((scope) => askToPublish(scope, pairs, { actor: 'test', cause: 'test', lane: 'bulk' }));
    expect(await look(there ?? target, { 'SKU-1': 12_000 })).toBe('queued');
    expect((await desk.take())?.commands).toMatchObject([{ payload: { prices: { 'SKU-1': 12_000 } } }]);
    const { rows } = await desk.as(({ trx }) =>
      sql`select native_listing_id from listings where product_id = ${product}`.execute(trx),
    );
    expect(rows).toEqual([{ native_listing_id: 'race-1' }]);
    await desk.as(({ trx }) => sql`delete from commands where state in ('pending', 'sending')`.execute(trx));
  });

  test('what was read before the newest publication was taken tells nothing of it', async () => {
    const { of, command } = await waiting('P-FOLLOW', 'bulk');
    const taken = () =>
      desk.as((scope) =>
        applyAcceptedListings(scope, desk.account.id, [
          {
            kind: 'publish',
            command,
            listing: of,
            nativeListingId: 'follow-1',
            state: 'in_review',
            differences: [],
          },
        ]),
      );
    const due = () =>
      desk.as(async (scope) => (await dueFollows(scope, desk.account.id, 100)).filter(({ id }) => id === of));
    await taken();
    const first = await due();
    expect(await desk.as((scope) => holdFollowed(scope, first))).toEqual([of]);
    await taken();
    expect(await desk.as((scope) => holdFollowed(scope, first))).toEqual([]);
    const second = await due();
    expect(await desk.as((scope) => holdFollowed(scope, second))).toEqual([of]);
    await desk.as(({ trx }) => sql`delete from commands where id = ${command}`.execute(trx));
  });

  test('of several listings of a product in a shop the others are named', async () => {
    const product = await newProduct('P-SEVERAL');
    const account = desk.account.id;
    const ids = await desk.as(async (scope) => {
      const shown = ['several-1', 'several-2'].map((nativeListingId) => listing({ nativeListingId }));
      await ingestListings(scope, desk.account, shown);
      const { rows } = await sql<{ id: number }>`
        update listings set product_id = ${product}
        where account_id = ${account} and native_listing_id like 'several-%' returning id`.execute(scope.trx);
      return rows.map(({ id }) => id).sort((one, other) => one - other);
    });
    const [target] = await desk.as((scope) => readTargets(scope, [{ account, product }]));
    expect([target?.listing?.id, target?.listing?.rivals]).toEqual([ids[0], ids.slice(1)]);
  });

  test.runIf(kind === 'PostgreSQL')(
    'what leaves while its choices are forgotten keeps its listing',
    async () => {
      const { product, of, command } = await waiting('P-FORGET', 'click');
      const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
      const { promise: isTaken, resolve: taken } = Promise.withResolvers<void>();
      const leaving = desk.as(async (scope) => {
        await takeCommands(scope, desk.account.id, RULES);
        taken();
        await mayCommit;
      });
      await isTaken;
      const forgetting = desk.as((scope) => forgetChoices(scope, product, desk.account.id));
      await someoneWaits();
      commit();
      await leaving;
      expect(await forgetting).toBe(true);
      expect(await desk.states(command)).toEqual(['sending']);
      const { rows } = await desk.as(({ trx }) =>
        sql`select publishes from listings where id = ${of}`.execute(trx),
      );
      expect(rows).toEqual([{ publishes: false }]);
      await desk.as(({ trx }) => sql`delete from commands where id = ${command}`.execute(trx));
    },
  );

  test.runIf(kind === 'PostgreSQL')(
    'who writes what became of a publication and who asks for the next one do not block each other for good',
    async () => {
      const { of, wish, command } = await waiting('P-NEXT', 'bulk');
      await desk.settle(await desk.take(), 'unknown');
      const looked = await desk.take();
      const { promise: mayStore, resolve: store } = Promise.withResolvers<void>();
      const { promise: isHeld, resolve: held } = Promise.withResolvers<void>();
      const asking = desk.as(async (scope) => {
        await sql`select from listings where id = ${of} for update`.execute(scope.trx);
        held();
        await mayStore;
        // A click lifts what waits before it.
        return storeCommands(scope, [{ ...wish, key: 'publish:next', lane: 'click' }]);
      });
      await isHeld;
      const commands = looked?.commands ?? [];
      const writing = desk.as(async (scope) => {
        await holdCommandedListings(scope, desk.account.id, commands, ['next-1']);
        expect(await lockUnchanged(scope, commands)).toHaveLength(1);
        await applyAcceptedListings(scope, desk.account.id, [
          {
            kind: 'publish',
            command,
            listing: of,
            nativeListingId: 'next-1',
            state: null,
            differences: [],
          },
        ]);
      });
      await someoneWaits();
      store();
      expect(await asking).toHaveLength(1);
      await writing;
    },
  );
});
