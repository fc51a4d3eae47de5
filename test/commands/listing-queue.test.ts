import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ListingId, listingId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { draftNow } from '../../src/engine/publish/draft-now.ts';
import type { ListingDraft } from '../../src/marketplaces/kit/catalog.ts';
import type { NewListingCommand } from '../../src/store/commands/command.ts';
import { isForListing } from '../../src/store/commands/command.ts';
import type { TakenWork } from '../../src/store/commands/take.ts';
import { ingestListings } from '../../src/store/listings/ingest.ts';
import { applyAcceptedListings } from '../../src/store/publish/accepted.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import { item, listing } from '../listings/shops.ts';
import { type Desk, openDesk } from './desk.ts';

const DRAFT: ListingDraft = {
  nativeListingId: null,
  sellerCode: 'P-1',
  name: 'board',
  descriptionHtml: '<p>good</p>',
  brand: null,
  manufacturer: null,
  nativeCategoryId: '1',
  price: 1_000,
  currency: 'KRW',
  tax: 'taxed',
  minorsMayBuy: true,
  weightGrams: null,
  images: [],
  delivery: {
    type: 'DIRECT',
    fee: 0,
    freeFrom: null,
    returnFee: null,
    exchangeFee: null,
    remoteFee: null,
    leavesWithinDays: null,
    carrierId: null,
  },
  origin: null,
  afterService: null,
  notice: null,
  certifications: [],
  attributes: {},
  places: {},
  optionNames: [],
  items: [
    { sellerSku: 'SKU-1', nativeItemId: null, optionValues: [], price: 1_000, quantity: 5, barcode: null },
  ],
};

describe.each(DATABASE_KINDS)('commands for listings on %s', (kind) => {
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

  const newListing = () =>
    desk.as(async ({ owner, trx }) => {
      const { rows } = await sql<{ id: number }>`
        insert into listings (owner_id, account_id, platform, name, state_known, native_status, currency, publishes)
        values (${owner}, ${desk.account.id}, 'coupang', 'board', true, '', 'KRW', true) returning id`.execute(
        trx,
      );
      return listingId(rows[0]?.id ?? 0);
    });
  const publish = (of: ListingId, name: string): NewListingCommand => ({
    account: desk.account.id,
    listing: of,
    payload: { kind: 'publish', prices: { 'SKU-1': 1_000 } },
    draft: { ...DRAFT, name },
    key: `publish:${name}`,
    lane: 'click',
    actor: 'test',
    cause: 'test',
  });
  const sale = (of: ListingId, onSale: boolean): NewListingCommand => ({
    ...publish(of, ''),
    payload: { kind: 'set_sale', onSale },
    draft: null,
    key: `set_sale:${onSale}`,
  });
  const namesIn = (taken: TakenWork | null) =>
    (taken?.commands ?? []).map((command) => (isForListing(command) ? (command.draft?.name ?? 'sale') : '?'));
  const drain = async () => {
    await desk.bringForward();
    for (let taken = await desk.take(); taken !== null; taken = await desk.take())
      await desk.settle(taken, 'done');
  };

  test('only the newest wish of each kind counts, and kinds keep their order', async () => {
    const one = await newListing();
    const ids = [
      ...(await desk.store(publish(one, 'first'))),
      ...(await desk.store(sale(one, false))),
      ...(await desk.store(publish(one, 'second'))),
      ...(await desk.store(sale(one, true))),
    ];
    expect(await desk.states(...ids)).toEqual(['superseded', 'superseded', 'pending', 'pending']);
    const first = await desk.take();
    expect(namesIn(first)).toEqual(['second']);
    // What is on its way holds up what comes after it.
    expect(await desk.take()).toBeNull();
    await desk.settle(first, 'done');
    const second = await desk.take();
    expect(second?.kind).toBe('set_sale');
    await desk.settle(second, 'done');
  });

  test('what may have made a listing is looked up before a newer wish goes out, which then changes it', async () => {
    const one = await newListing();
    const [first] = await desk.store(publish(one, 'first'));
    const sent = await desk.take();
    await desk.settle(sent, 'unknown');
    const [second] = await desk.store(publish(one, 'second'));
    if (first === undefined || second === undefined) throw new Error('not stored');
    expect(await desk.states(first, second)).toEqual(['unknown', 'pending']);
    const looked = await desk.take();
    expect(looked).toMatchObject({ state: 'unknown', commands: [{ id: first }] });
    expect(await desk.take({ busy: [first] })).toBeNull();
    await desk.as((scope) =>
      applyAcceptedListings(scope, desk.account.id, [
        {
          kind: 'publish',
          command: first,
          listing: one,
          nativeListingId: `native-${one}`,
          state: null,
          differences: [],
        },
      ]),
    );
    await desk.settle(looked, 'done');
    const [open] = (await desk.take())?.commands ?? [];
    if (open === undefined || !isForListing(open)) throw new Error('not taken');
    expect(draftNow(open, undefined)).toMatchObject({ name: 'second', nativeListingId: `native-${one}` });
    await drain();
  });

  test('what is set for an item while a publication waits goes out with it', async () => {
    const native = 'set-meanwhile';
    await desk.as((scope) =>
      ingestListings(scope, desk.account, [
        listing({
          nativeListingId: native,
          items: [item({ nativeItemId: `${native}-1`, sellerSku: 'SKU-1' })],
        }),
      ]),
    );
    const { rows } = await desk.as(({ trx }) =>
      sql<{ id: number }>`
        update listing_items t set follows_stock = false from listings g
        where g.id = t.listing_id and g.native_listing_id = ${native} returning g.id`.execute(trx),
    );
    await desk.store(publish(listingId(rows[0]?.id ?? 0), 'described anew'));
    await desk.store({
      ...desk.stock(`${native}-1`, 0),
      payload: { kind: 'set_price', nativeItemId: `${native}-1`, price: 1_200, currency: 'KRW' },
      key: 'set_price:1200',
    });
    await desk.store(desk.stock(`${native}-1`, 3));
    const [open] = (await desk.take())?.commands ?? [];
    if (open === undefined || !isForListing(open)) throw new Error('not taken');
    expect(draftNow(open, undefined)).toMatchObject({
      price: 1_200,
      items: [{ nativeItemId: `${native}-1`, price: 1_200, quantity: 3 }],
    });
    await drain();
  });

  test('what is to be tried again gives way to a newer wish', async () => {
    const one = await newListing();
    const [first] = await desk.store(publish(one, 'first'));
    const sent = await desk.take();
    const [second] = await desk.store(publish(one, 'second'));
    if (first === undefined || second === undefined) throw new Error('not stored');
    await desk.settle(sent, 'pending');
    expect(await desk.states(first, second)).toEqual(['superseded', 'pending']);
    await drain();
  });

  test('a row that a reading made for the same number becomes one with the published one, with its links', async () => {
    const one = await newListing();
    const native = `found-${one}`;
    const [command] = await desk.store(publish(one, 'board'));
    if (command === undefined) throw new Error('not stored');
    await desk.as((scope) =>
      ingestListings(scope, desk.account, [
        listing({
          nativeListingId: native,
          items: [item({ nativeItemId: `${native}-1`, sellerSku: 'SKU-1' })],
        }),
      ]),
    );
    await desk.as((scope) =>
      applyAcceptedListings(scope, desk.account.id, [
        {
          kind: 'publish',
          command,
          listing: one,
          nativeListingId: native,
          state: 'on_sale',
          differences: [],
        },
      ]),
    );
    const { rows } = await desk.as(({ trx }) =>
      sql`
        select g.id, g.native_listing_id, g.published_by, g.settled, count(t.id)::integer as items
        from listings g left join listing_items t on t.listing_id = g.id
        where g.native_listing_id = ${native} group by g.id`.execute(trx),
    );
    expect(rows).toEqual([
      { id: one, native_listing_id: native, published_by: command, settled: false, items: 1 },
    ]);
    await drain();
  });

  test('the last wish wins whatever comes between, and no create is sent while another may have arrived', async () => {
    const steps = fc.array(fc.constantFrom('publish', 'take', 'unknown', 'pending', 'done', 'refused'), {
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (done) => {
        const one = await newListing();
        let wishes = 0;
        let underway: TakenWork | null = null;
        for (const step of done) {
          if (step === 'publish') await desk.store(publish(one, `wish ${++wishes}`));
          else if (step === 'take') {
            await desk.bringForward();
            if (underway === null) underway = await desk.take();
            else expect(await desk.take({ busy: underway.commands.map(({ id }) => id) })).toBeNull();
          } else if (underway !== null) {
            const to = underway.state === 'unknown' && step === 'pending' ? 'pending' : step;
            await desk.settle(underway, to);
            underway = null;
          }
        }
        if (underway !== null) await desk.settle(underway, 'done');
        await desk.bringForward();
        let last: readonly string[] = [];
        for (let taken = await desk.take(); taken !== null; taken = await desk.take()) {
          expect(taken.commands).toHaveLength(1);
          last = namesIn(taken);
          await desk.settle(taken, 'done');
        }
        if (last.length > 0) expect(last).toEqual([`wish ${wishes}`]);
      }),
      { numRuns: 40 },
    );
  });
});
