import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ListingSnapshot } from '../../src/domain/listing.ts';
import type {
  CatalogDesk,
  ListingBatch,
  ListingDraft,
  ListingRead,
} from '../../src/marketplaces/kit/catalog.ts';
import type { OfferRef } from '../../src/marketplaces/kit/offers.ts';
import type { Shop } from '../../src/marketplaces/kit/shop.ts';
import type { CatalogMarket, TrueListing } from './catalog-world.ts';
import { proves } from './proves.ts';
import type { Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import { CASTS } from './worlds/all.ts';

const LISTED = CASTS.filter(({ edition }) => edition.listingRules !== undefined);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(LISTED)('catalogue: $name', (cast) => {
  let scene: Scene;
  let shop: Shop;
  let desk: CatalogDesk;
  let market: CatalogMarket;

  beforeAll(async () => {
    scene = await stage.open(cast, { orders: 12 });
    ({ shop } = await scene.connected());
    if (shop.catalog === undefined || scene.market.catalog === undefined)
      throw new Error(`${cast.name} tells rules of listings and has no catalogue`);
    desk = shop.catalog;
    market = scene.market.catalog;
  });

  let named = 0;
  const newDraft = (options: 'two_options' | 'none' = 'two_options') =>
    market.draft(`MOA-${cast.world.platform}-${++named}`, options);

  async function truthOf(id: string): Promise<TrueListing> {
    const found = (await market.listings()).find((listing) => listing.id === id);
    if (found === undefined) throw new Error(`the marketplace has no listing ${id}`);
    return found;
  }

  async function listed(draft: ListingDraft): Promise<TrueListing> {
    const [outcome] = await desk.publish([{ item: 1, draft }]);
    if (outcome?.kind !== 'done') throw new Error(`not published: ${JSON.stringify(outcome)}`);
    const truth = await truthOf(outcome.nativeListingId);
    if (truth.state !== 'in_review') return truth;
    await market.review?.(truth.id, true);
    return truthOf(truth.id);
  }

  async function readOne(id: string): Promise<ListingSnapshot> {
    const { reads } = await desk.read([id]);
    return snapshotOf(reads[0]);
  }

  const offersOf = ({ id, items }: TrueListing): readonly OfferRef[] =>
    items.map((item) => ({ nativeItemId: item.id, nativeListingId: id }));

  test('every listing of the shop is listed once, as it is', async () => {
    const seen: ListingSnapshot[] = [];
    for await (const { items } of desk.listings({ cursor: null })) seen.push(...items.map(snapshotOf));
    const truths = await market.listings();
    expect(truths.length).toBeGreaterThan(3);
    expect(seen.map(({ nativeListingId }) => nativeListingId).sort()).toEqual(
      truths.map(({ id }) => id).sort(),
    );
    for (const truth of truths) {
      const told = seen.find(({ nativeListingId }) => nativeListingId === truth.id);
      expect(told).toMatchObject({ name: truth.name, state: truth.state, nativeStatus: truth.native });
    }
    proves(cast, 'catalog.listings');
  });

  test('a listing that is interrupted goes on where it was', async () => {
    const whole: string[] = [];
    for await (const { items } of desk.listings({ cursor: null })) whole.push(...items.map(idOf));
    const parts: string[] = [];
    let cursor: string | null = null;
    do {
      const batch: ListingBatch = await firstOf(desk.listings({ cursor }));
      parts.push(...batch.items.map(idOf));
      cursor = batch.cursor;
    } while (cursor !== null);
    expect([...new Set(parts)].sort()).toEqual([...whole].sort());
  });

  test('an order names items that listings have', async () => {
    const ids = new Set((await market.listings()).flatMap(({ items }) => items.map(({ id }) => id)));
    const [first] = await scene.market.orders();
    const { reads } = await shop.orders.read([first?.id ?? '']);
    const sold = reads.flatMap((read) =>
      read.kind === 'order' ? read.order.lines.map(({ nativeItemId }) => nativeItemId) : [],
    );
    expect(sold.length).toBeGreaterThan(0);
    for (const item of sold) expect(ids).toContain(item);
  });

  test.each(['two_options', 'none'] as const)('a draft with %s is listed as it says', async (options) => {
    const draft = newDraft(options);
    const truth = await listed(draft);
    expect(truth).toMatchObject({
      name: draft.name,
      sellerCode: market.keepsSellerCode === false ? null : draft.sellerCode,
      categoryId: draft.nativeCategoryId,
      price: draft.price,
      descriptionHtml: draft.descriptionHtml,
      images: draft.images.length,
      deliveryFee: draft.delivery.fee,
      returnFee: draft.delivery.returnFee,
      taxFree: draft.tax !== 'taxed',
    });
    const items = market.itemsOf?.(draft) ?? draft.items;
    const wanted = items.map(({ optionValues, price, quantity }) => ({
      optionValues,
      price,
      quantity,
    }));
    expect(
      truth.items.map(({ optionValues, price, quantity }) => ({ optionValues, price, quantity })),
    ).toEqual(wanted);
    const told = await readOne(truth.id);
    expect(told.items.map(({ nativeItemId }) => nativeItemId)).toEqual(truth.items.map(({ id }) => id));
    expect(told.items.map(({ price }) => price)).toEqual(items.map(({ price }) => price));
    if (options === 'two_options')
      expect(told.items.map(({ sellerSku }) => sellerSku)).toEqual(items.map(({ sellerSku }) => sellerSku));
    proves(cast, 'catalog.publish', 'catalog.read');
  });

  test('a preview sends nothing and shows the calls that publishing makes', async () => {
    const draft = newDraft();
    const before = (await market.listings()).length;
    const { calls } = await desk.preview(draft);
    expect(calls.length).toBeGreaterThan(0);
    expect(JSON.stringify(calls)).toContain(draft.name);
    expect((await market.listings()).length).toBe(before);
    proves(cast, 'catalog.preview');
  });

  test('an update changes what the draft says and keeps what the hub does not know of', async () => {
    const draft = newDraft();
    const truth = await listed(draft);
    await market.addForeign(truth.id, 'keep me');
    const name = `${draft.name} 2`;
    const items = draft.items.map((item, nth) => ({ ...item, nativeItemId: truth.items[nth]?.id ?? null }));
    const [outcome] = await desk.publish([
      { item: 1, draft: { ...draft, nativeListingId: truth.id, name, items } },
    ]);
    expect(outcome).toMatchObject({ kind: 'done', item: 1, nativeListingId: truth.id, differences: [] });
    await market.review?.(truth.id, true);
    const after = await truthOf(truth.id);
    expect(after).toMatchObject({ name, foreign: 'keep me' });
    expect(after.items).toEqual(truth.items);
  });

  test('what a marketplace refuses is refused, and the others are listed', async () => {
    const good = newDraft();
    const outcomes = [];
    const targets = [
      { item: 1, draft: market.refused(newDraft()) },
      { item: 2, draft: good },
    ];
    const size = cast.edition.batch.publish ?? 1;
    for (let from = 0; from < targets.length; from += size)
      outcomes.push(...(await desk.publish(targets.slice(from, from + size))));
    expect(outcomes).toMatchObject([
      { kind: 'refused', item: 1 },
      { kind: 'done', item: 2 },
    ]);
  });

  test('a create whose answer was lost is found by its code', async () => {
    const draft = newDraft();
    await scene.fault({ kind: 'lost_answer', operation: market.calls.create, times: 1 });
    const outcome = await desk.publish([{ item: 1, draft }]).then(
      ([one]) => one?.kind,
      (error: unknown) => (maybeApplied(error) ? 'unknown' : 'thrown'),
    );
    await scene.calm();
    expect(outcome).toBe('unknown');
    const skus = draft.items.map(({ sellerSku }) => sellerSku);
    expect(await desk.findBySellerCode(draft.sellerCode, skus)).toHaveLength(1);
    proves(cast, 'catalog.findBySellerCode');
  });

  test('stock of one option is set and leaves the other one alone, none as well', async () => {
    const truth = await listed(newDraft());
    const [first, second] = offersOf(truth);
    const [, other] = truth.items;
    if (first === undefined || second === undefined) throw new Error('two options were listed');
    for (const quantity of [7, 0, 3]) {
      expect(await shop.stock?.set([{ item: 1, ...first, quantity }])).toEqual([{ kind: 'done', item: 1 }]);
      const after = await truthOf(truth.id);
      const now = after.items.find(({ id }) => id === first.nativeItemId);
      if (quantity > 0) expect(now).toMatchObject({ quantity, onSale: true });
      else expect(now?.quantity === 0 || now?.onSale === false).toBe(true);
      expect(after.items.find(({ id }) => id === second.nativeItemId)).toEqual(other);
      const read = await shop.stock?.read([first]);
      expect(read?.reads).toMatchObject([{ nativeItemId: first.nativeItemId, quantity }]);
    }
    proves(cast, 'stock.set', 'stock.read');
  });

  test('stock of a listing without options is set, none as well', async () => {
    const truth = await listed(newDraft('none'));
    const [only] = offersOf(truth);
    if (only === undefined) throw new Error('it has no item');
    for (const quantity of [7, 0, 3]) {
      expect(await shop.stock?.set([{ item: 1, ...only, quantity }])).toEqual([{ kind: 'done', item: 1 }]);
      const [now] = (await truthOf(truth.id)).items;
      if (quantity > 0) expect(now).toMatchObject({ quantity, onSale: true });
      else expect(now?.quantity === 0 || now?.onSale === false).toBe(true);
      expect((await shop.stock?.read([only]))?.reads).toMatchObject([{ quantity }]);
    }
  });

  test('what somebody else set is read', async () => {
    const truth = await listed(newDraft());
    const [first] = offersOf(truth);
    if (first === undefined) throw new Error('two options were listed');
    await market.setStock(first.nativeItemId, 5);
    expect((await shop.stock?.read([first]))?.reads).toMatchObject([{ quantity: 5 }]);
  });

  test('a price is set and read back', async () => {
    const truth = await listed(newDraft('none'));
    const [only] = offersOf(truth);
    const price = truth.price + (cast.edition.offerRules?.priceStep ?? 10) * 10;
    if (only === undefined) throw new Error('it has no item');
    expect(await shop.prices?.set([{ item: 1, ...only, price, currency: 'KRW' }])).toEqual([
      { kind: 'done', item: 1 },
    ]);
    const after = (await truthOf(truth.id)).items;
    expect(after).toEqual(truth.items.map((item, nth) => (nth === 0 ? { ...item, price } : item)));
    expect((await shop.prices?.read([only]))?.reads).toMatchObject([{ price, currency: 'KRW' }]);
    proves(cast, 'prices.set', 'prices.read');
  });

  test('a listing is taken off sale and put back', async () => {
    const truth = await listed(newDraft());
    const target = { item: 1, nativeListingId: truth.id, nativeItemIds: truth.items.map(({ id }) => id) };
    for (const onSale of [false, true]) {
      expect(await desk.setOnSale([{ ...target, onSale }])).toEqual([{ kind: 'done', item: 1 }]);
      const after = await truthOf(truth.id);
      expect(after.items.map((item) => item.onSale)).toEqual(truth.items.map(() => onSale));
      expect((await readOne(truth.id)).items.every((item) => item.onSale === onSale)).toBe(true);
    }
    expect((await truthOf(truth.id)).items.map(({ quantity }) => quantity)).toEqual(
      truth.items.map(({ quantity }) => quantity),
    );
    proves(cast, 'catalog.setOnSale');
  });

  test.runIf(cast.edition.listingRules?.reviewed)('a review is followed', async () => {
    const [outcome] = await desk.publish([{ item: 1, draft: newDraft() }]);
    if (outcome?.kind !== 'done') throw new Error('not published');
    expect(await readOne(outcome.nativeListingId)).toMatchObject({ state: 'in_review' });
    await market.review?.(outcome.nativeListingId, false);
    const rejected = await readOne(outcome.nativeListingId);
    expect(rejected.state).toBe('rejected');
    expect(rejected.reviewText).toBeTruthy();
  });

  test('categories, what they ask for and the places of the shop are told', async () => {
    const draft = newDraft();
    const categories = [];
    for await (const some of desk.categories()) categories.push(...some);
    const known = new Set<string>();
    for (const { id, parentId } of categories) {
      expect(parentId === null || known.has(parentId)).toBe(true);
      known.add(id);
    }
    expect(categories.find(({ id }) => id === draft.nativeCategoryId)).toMatchObject({ leaf: true });
    const { notices } = await desk.requirements(draft.nativeCategoryId);
    expect(notices.length).toBeGreaterThan(0);
    await expect(desk.requirements('99999999')).rejects.toMatchObject({ reason: 'not_found' });
    const places = await desk.places();
    expect(places.filter(({ kind, usual }) => kind === 'ship_from' && usual)).toHaveLength(1);
    proves(cast, 'catalog.categories', 'catalog.requirements', 'catalog.places');
  });
});

function snapshotOf(read: ListingRead | undefined): ListingSnapshot {
  if (read?.kind !== 'listing') throw new Error(`not readable: ${JSON.stringify(read)}`);
  return read.listing;
}

function idOf(read: ListingRead): string {
  return snapshotOf(read).nativeListingId;
}

async function firstOf(batches: AsyncIterable<ListingBatch>): Promise<ListingBatch> {
  for await (const batch of batches) return batch;
  throw new Error('not even one batch of listings');
}

const APPLIED = z.object({ maybeApplied: z.literal(true) });

function maybeApplied(error: unknown): boolean {
  return APPLIED.safeParse(error).success;
}
