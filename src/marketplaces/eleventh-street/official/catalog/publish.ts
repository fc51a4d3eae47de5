import type {
  DraftItem,
  ListingDraft,
  PublishOutcome,
  PublishPreview,
  PublishTarget,
} from '../../../kit/catalog.ts';
import { inARow, type Localized } from '../../../kit/localized.ts';
import { ownRefusal } from '../../../kit/own-refusal.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import { type Failure, refusal, sendInTurn } from '../../outcomes.ts';
import type { Ask } from '../calls.ts';
import { wordAt } from '../values.ts';
import { changesTo, differencesFrom, type Standing } from './compare.ts';
import { optionSetOf, type StockRow } from './decode-stocks.ts';
import { faultsOf } from './draft-faults.ts';
import { productBody } from './encode-listing.ts';
import { keptOf } from './kept.ts';
import { listingState } from './listing-states.ts';
import { CATALOG_OPERATIONS } from './operations.ts';
import { type OptionSet, sameOptions } from './option-set.ts';
import { addressFor } from './places.ts';
import { decodeProductAnswer, failureOf, NEW_TYPE } from './product-answer.ts';
import { readProduct, readStocks } from './read-listings.ts';

/** Creates products, or overwrites those that are there, one call each. */
export function publish(ask: Ask, targets: readonly PublishTarget[]): Promise<readonly PublishOutcome[]> {
  return sendInTurn(
    targets.map((target) => [target]),
    async ([target]) => (target === undefined ? [] : [await publishOne(ask, target)]),
    failed,
  );
}

/** The calls that publishing would make; what they depend on is read, and nothing is sent. */
export async function preview(ask: Ask, draft: ListingDraft): Promise<PublishPreview> {
  const plan = await planFor(ask, draft);
  if ('refused' in plan) {
    const { nativeText, says } = plan.refused;
    throw new MarketplaceError({ reason: 'refused', operation: 'createProduct', nativeText, says });
  }
  const { operation, params, body, standing } = plan;
  const { method, path } = CATALOG_OPERATIONS[operation];
  return {
    calls: [{ operation, method, path: path.replace('{prdNo}', params.prdNo ?? ''), body }],
    changes: standing === null ? [] : changesTo(standing, draft),
  };
}

/** The one call that brings a product to what a draft says. */
interface Plan {
  readonly operation: 'createProduct' | 'updateProduct';
  readonly params: Readonly<Record<string, string>>;
  readonly body: string;
  /** The product as it stands before; null for a new one. */
  readonly standing: Standing | null;
}

type Refused = { readonly refused: Extract<Failure, { kind: 'refused' }> };

async function planFor(ask: Ask, draft: ListingDraft): Promise<Plan | Refused> {
  const faults = faultsOf(draft);
  if (faults.length > 0) return { refused: ownRefusal('refused', inARow(faults)) };
  const addresses = {
    shipFrom: await addressFor(ask, 'ship_from', draft.places.ship_from),
    returnTo: await addressFor(ask, 'return_to', draft.places.return_to),
  };
  const prdNo = draft.nativeListingId;
  if (prdNo === null) {
    const body = productBody(draft, {
      ...addresses,
      kept: null,
      options: draft.optionNames.length === 0 ? null : wantedOptions(draft, null),
      stock: draft.items.reduce((sum, { quantity }) => sum + quantity, 0),
      moves: false,
    });
    return { operation: 'createProduct', params: {}, body, standing: null };
  }
  const found = await standingOf(ask, prdNo);
  if ('refused' in found) return found;
  return updatePlan(draft, prdNo, found, addresses);
}

function updatePlan(
  draft: ListingDraft,
  prdNo: string,
  standing: Standing,
  addresses: { readonly shipFrom: string; readonly returnTo: string },
): Plan | Refused {
  const now = optionSetOf(standing.rows);
  if (draft.optionNames.length === 0 && now.names.length > 0) {
    return { refused: ownRefusal('refused', OPTIONS_STAY) };
  }
  const wanted = wantedOptions(draft, standing);
  const body = productBody(draft, {
    ...addresses,
    kept: keptOf(standing.product),
    options: draft.optionNames.length === 0 || sameOptions(now, wanted) ? null : wanted,
    stock: wanted.rows.reduce((sum, { quantity }) => sum + quantity, 0),
    moves: wordAt(standing.product, 'dispCtgrNo') !== draft.nativeCategoryId,
  });
  return { operation: 'updateProduct', params: { prdNo }, body, standing };
}

const OPTIONS_STAY: Localized = {
  ko: '옵션이 있는 상품의 옵션(ProductOption)은 모두 없앨 수 없습니다. 새 상품으로 등록하세요.',
  en: 'A product with options (ProductOption) cannot lose them all. List it as a new product.',
  ru: 'У товара с вариантами (ProductOption) нельзя убрать их все. Разместите его как новый товар.',
  uz: 'Variantli mahsulotdan (ProductOption) ularning hammasini olib tashlab bo‘lmaydi. Uni yangi mahsulot sifatida joylang.',
};
const NO_STOCK_ROWS: Localized = {
  ko: '상품의 재고정보를 읽을 수 없습니다.',
  en: 'The stock of the product cannot be read.',
  ru: 'Остатки товара прочитать не удалось.',
  uz: 'Mahsulot qoldiqlarini o‘qib bo‘lmadi.',
};

/** The options of a draft. One that is there keeps its stock and weight: only the stock desk changes a number that buyers count on. */
function wantedOptions({ optionNames, items, price }: ListingDraft, standing: Standing | null): OptionSet {
  const rows = items.map((item) => {
    const there = standing === null ? undefined : rowOf(item, standing.rows);
    return {
      values: item.optionValues,
      surcharge: item.price - price,
      quantity: there?.quantity ?? item.quantity,
      sellerSku: item.sellerSku,
      weight: there?.weight ?? '0',
    };
  });
  return { names: optionNames, rows };
}

/** The row an item is, by its number; one without a number by what it is called. */
function rowOf({ nativeItemId, optionValues }: DraftItem, rows: readonly StockRow[]): StockRow | undefined {
  return rows.find(({ prdStckNo, values }) =>
    nativeItemId === null ? sameValues(values, optionValues) : prdStckNo === nativeItemId,
  );
}

function sameValues(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, place) => value === other[place]);
}

async function standingOf(ask: Ask, prdNo: string): Promise<Standing | Refused> {
  const { product, nativeText } = await readProduct(ask, prdNo);
  if (product === null) return { refused: refusal('not_found', '', nativeText) };
  const rows = (await readStocks(ask, [prdNo])).get(prdNo) ?? [];
  if (rows.length > 0) return { product, rows };
  return { refused: ownRefusal('unexpected_shape', NO_STOCK_ROWS) };
}

async function publishOne(ask: Ask, { item, draft }: PublishTarget): Promise<PublishOutcome> {
  const plan = await planFor(ask, draft);
  if ('refused' in plan) return { ...plan.refused, item };
  const { operation, params, body } = plan;
  const answer = await ask({ operation, params, body, decode: decodeProductAnswer });
  const failure = failureOf(answer, operation);
  if (failure !== undefined) return { ...failure, item };
  const nativeListingId = params.prdNo ?? answer.productNo;
  if (nativeListingId === null) return { kind: 'unknown', item, nativeText: answer.text };
  const downgrade =
    operation === 'createProduct' && answer.code !== NEW_TYPE
      ? [{ field: 'stdPrdYn', before: 'Y', after: 'N' }]
      : [];
  const standing = await readBack(ask, nativeListingId);
  if (standing === null) return { kind: 'done', item, nativeListingId, state: null, differences: downgrade };
  return {
    kind: 'done',
    item,
    nativeListingId,
    state: listingState(wordAt(standing.product, 'selStatCd') ?? ''),
    differences: [...downgrade, ...differencesFrom(draft, standing)],
  };
}

/** What was taken is taken, whether or not it can be looked at now. */
async function readBack(ask: Ask, prdNo: string): Promise<Standing | null> {
  try {
    const standing = await standingOf(ask, prdNo);
    return 'refused' in standing ? null : standing;
  } catch (error) {
    if (error instanceof MarketplaceError) return null;
    throw error;
  }
}

function failed({ item }: PublishTarget, failure: Failure): PublishOutcome {
  return { ...failure, item };
}
