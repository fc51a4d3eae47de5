import { asFields, type Fields, optionalIntegerAt, optionalTextAt } from '../../../kit/decode.ts';
import type { OfferOutcome, StockDesk, StockTarget } from '../../../kit/offers.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Client } from '../client.ts';
import { hitBy, sendAll } from '../in-chunks.ts';
import { writeAddOns } from './add-ons.ts';
import { itemsOf, type ProductItem } from './items.ts';
import { callsOf, done, isWhole, notThere, readOffers, unknown } from './offers.ts';
import { CATALOG_AT_MOST } from './operations.ts';
import { encodeOptionRows } from './option-rows.ts';
import { decodeWritten, findProduct, type Product, wireId } from './product.ts';
import { type ProductRow, searchByNumber } from './search.ts';

const SOLD_OUT = 'OUTOFSTOCK';

/**
 * How many may be sold. Zero is sold out here; a number after it puts the product on sale again, which Naver does not do
 * by itself (sheet §7.18). What a person has stopped stays stopped.
 */
export function openStockDesk(client: Client): StockDesk {
  return {
    read: (offers) => readOffers(client, offers),
    set: (targets) =>
      sendAll<StockTarget, OfferOutcome>(
        callsOf(targets, CATALOG_AT_MOST.multiUpdate),
        (chunk) => (chunk.every(isWhole) ? setWholes(client, chunk) : setOptions(client, chunk)),
        ({ item }, failure) => ({ ...failure, item }),
      ),
  };
}

/** Products without options, many in a call. The answer tells none of them apart, so they are read again (sheet §5.4). */
async function setWholes(client: Client, targets: readonly StockTarget[]): Promise<readonly OfferOutcome[]> {
  const numbers = targets.map(({ nativeItemId }) => nativeItemId);
  const before = await searchByNumber(client, numbers);
  const known = targets.filter(({ nativeItemId }) => before.has(nativeItemId));
  if (known.length > 0) {
    await client.ask({
      operation: 'manyStocks',
      body: {
        multiProductUpdateRequestVos: known.map((target) =>
          stockRequest(target, before.get(target.nativeItemId)),
        ),
      },
      decode: (json) => asFields(json, 'answer'),
    });
  }
  const after = known.length === 0 ? before : await searchByNumber(client, numbers);
  return targets.map((target) => {
    const { nativeItemId } = target;
    const was = before.get(nativeItemId);
    return was === undefined ? notThere(target) : verdict(target, was, after.get(nativeItemId));
  });
}

function stockRequest({ nativeItemId, quantity }: StockTarget, row: ProductRow | undefined): Fields {
  const sellsAgain = quantity > 0 && row?.statusType === SOLD_OUT;
  return {
    originProductNo: wireId(nativeItemId),
    multiUpdateTypes: ['STOCK', ...(sellsAgain ? ['PRODUCT_STATUS_SALE'] : [])],
    stockQuantity: quantity,
  };
}

/** A number that is neither the one before nor the one wished for is what sales have made of it. */
function verdict(target: StockTarget, before: ProductRow, after: ProductRow | undefined): OfferOutcome {
  if (after === undefined) return unknown(target, 'not found after the write');
  const isStuck = after.quantity === before.quantity && after.quantity !== target.quantity;
  const isShut = target.quantity > 0 && after.statusType === SOLD_OUT && after.quantity !== 0;
  return isStuck || isShut
    ? unknown(target, `${after.statusType}, stock ${after.quantity}: not what was set`)
    : done(target);
}

/** Options, and add-ons, of one product. */
async function setOptions(client: Client, targets: readonly StockTarget[]): Promise<readonly OfferOutcome[]> {
  const listing = targets[0]?.nativeListingId ?? '';
  const found = await findProduct(client, listing);
  if ('missing' in found) return targets.map(notThere);
  const items = new Map(itemsOf(listing, found.product.origin).map((item) => [item.id, item]));
  const kindOf = ({ nativeItemId }: StockTarget) => items.get(nativeItemId)?.kind;
  const options = targets.filter((target) => ['combination', 'standard'].includes(kindOf(target) ?? ''));
  const addOns = targets.filter((target) => kindOf(target) === 'add_on');
  const meant = new Set([...options, ...addOns]);
  return [
    ...targets.filter((target) => !meant.has(target)).map(notThere),
    ...(options.length === 0 ? [] : await writeOptions(client, listing, found.product, options, items)),
    ...(addOns.length === 0 ? [] : await setAddOns(client, listing, addOns)),
  ];
}

async function writeOptions(
  client: Client,
  originProductNo: string,
  product: Product,
  targets: readonly StockTarget[],
  items: ReadonlyMap<string, ProductItem>,
): Promise<readonly OfferOutcome[]> {
  const changes = targets.flatMap(({ nativeItemId, quantity }) => {
    const item = items.get(nativeItemId);
    return item === undefined ? [] : [{ item, quantity }];
  });
  const { origin } = await client.ask({
    operation: 'optionStock',
    params: { originProductNo },
    body: { optionInfo: encodeOptionRows(changes) },
    decode: decodeWritten,
  });
  const wasSoldOut = optionalTextAt(product.origin, 'statusType') === SOLD_OUT;
  const isSoldOut = (origin === null ? null : optionalTextAt(origin, 'statusType')) ?? SOLD_OUT;
  if (!wasSoldOut || isSoldOut !== SOLD_OUT || targets.every(({ quantity }) => quantity === 0))
    return targets.map(done);
  const told = origin === null ? null : optionalIntegerAt(origin, 'stockQuantity');
  const sum = targets.reduce((total, { quantity }) => total + quantity, 0);
  return sellAgain(client, originProductNo, targets, told ?? sum);
}

/** Going on sale is a step of its own here: its failure is told, though the numbers are set. */
async function sellAgain(
  client: Client,
  originProductNo: string,
  targets: readonly StockTarget[],
  stockQuantity: number,
): Promise<readonly OfferOutcome[]> {
  try {
    await client.ask({
      operation: 'sellAgain',
      params: { originProductNo },
      body: { statusType: 'SALE', stockQuantity },
      decode: (json) => asFields(json, 'answer'),
    });
    return targets.map(done);
  } catch (error) {
    if (!(error instanceof MarketplaceError)) throw error;
    const failure = hitBy(error);
    return targets.map((target) =>
      target.quantity === 0 ? done(target) : { ...failure, item: target.item },
    );
  }
}

async function setAddOns(
  client: Client,
  listing: string,
  targets: readonly StockTarget[],
): Promise<readonly OfferOutcome[]> {
  const changed = new Map(
    targets.map(({ nativeItemId, quantity }) => [nativeItemId, { stockQuantity: quantity }]),
  );
  const isThere = await writeAddOns(client, 'addOnStock', listing, changed);
  return targets.map((target) => (isThere ? done(target) : notThere(target)));
}
