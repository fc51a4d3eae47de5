import type { Localized } from '../../../kit/localized.ts';
import type {
  OfferNow,
  OfferOutcome,
  OfferRef,
  OffersNow,
  StockDesk,
  StockTarget,
} from '../../../kit/offers.ts';
import { ownRefusal } from '../../../kit/own-refusal.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import { type Failure, sendInTurn } from '../../outcomes.ts';
import type { Ask } from '../calls.ts';
import type { StockRow } from './decode-stocks.ts';
import { decodeProductAnswer, failureOf } from './product-answer.ts';
import { readStocks } from './read-listings.ts';
import { document, elements } from './write-xml.ts';

/** How many are left of each option. Whether it can be bought depends on its listing too, which this does not read. */
export function stockDesk(ask: Ask): StockDesk {
  return {
    read: (offers) => readOffers(ask, offers),
    set: (targets) => setStocks(ask, targets),
  };
}

async function readOffers(ask: Ask, offers: readonly OfferRef[]): Promise<OffersNow> {
  const found = await readRowsOf(ask, offers);
  const reads: OfferNow[] = [];
  const missing: { nativeItemId: string; nativeText: string }[] = [];
  for (const offer of offers) {
    const row = found(offer);
    const { nativeItemId } = offer;
    if (row === undefined) missing.push({ nativeItemId, nativeText: '' });
    else reads.push({ nativeItemId, quantity: row.quantity, price: null, currency: null, onSale: null });
  }
  return { reads, missing };
}

const NO_OPTION: Localized = {
  ko: '해당 상품/재고 번호가 없습니다.',
  en: '11st has no such product or stock number.',
  ru: 'У 11st нет такого номера товара или остатка.',
  uz: '11st da bunday mahsulot yoki qoldiq raqami yo‘q.',
};

/**
 * Sets one option a call (sheet §3.3). The rows are read before: the weight of an option is erased where it is not sent
 * along. None left makes an option sold out, and a product with no option left; a number above it puts both back by
 * itself. What somebody has stopped stays stopped.
 */
async function setStocks(ask: Ask, targets: readonly StockTarget[]): Promise<readonly OfferOutcome[]> {
  const found = await rowsOf(ask, targets);
  return sendInTurn(
    targets.map((target) => [target]),
    async ([target]) => (target === undefined ? [] : [await setOne(ask, target, found(target))]),
    failed,
  );
}

async function setOne(ask: Ask, target: StockTarget, row: StockRow | undefined): Promise<OfferOutcome> {
  if (row === undefined) {
    const says = target.nativeListingId === null ? UNKNOWN_PRODUCT : NO_OPTION;
    return failed(target, ownRefusal('not_found', says, '404'));
  }
  const { prdNo, prdStckNo, weight } = row;
  const answer = await ask({
    operation: 'setStock',
    params: { prdStckNo },
    body: document('ProductStock', [
      elements({ prdNo, prdStckNo, stckQty: target.quantity, optWght: weight }),
    ]),
    decode: decodeProductAnswer,
  });
  const failure = failureOf(answer, 'setStock');
  return failure === undefined ? { kind: 'done', item: target.item } : failed(target, failure);
}

/** Finds the stock row of an offer; none for one without its product, by which alone 11st looks options up. */
async function rowsOf(
  ask: Ask,
  offers: readonly OfferRef[],
): Promise<(offer: OfferRef) => StockRow | undefined> {
  const prdNos = offers.map(({ nativeListingId }) => nativeListingId).filter((prdNo) => prdNo !== null);
  const rows = await readStocks(ask, prdNos);
  return ({ nativeListingId, nativeItemId }) =>
    rows.get(nativeListingId ?? '')?.find(({ prdStckNo }) => prdStckNo === nativeItemId);
}

/** The same for reading: an option whose product nobody knows may well be there, so nothing is said of it. */
export async function readRowsOf(
  ask: Ask,
  offers: readonly OfferRef[],
): Promise<(offer: OfferRef) => StockRow | undefined> {
  if (offers.some(({ nativeListingId }) => nativeListingId === null)) throw unknownProduct();
  return rowsOf(ask, offers);
}

const UNKNOWN_PRODUCT: Localized = {
  ko: '상품번호를 모르는 옵션입니다. 상품을 먼저 가져오세요.',
  en: 'The product of this option is not known. Import the products first.',
  ru: 'Товар этого варианта неизвестен. Сначала загрузите товары.',
  uz: 'Bu variantning mahsuloti noma’lum. Avval mahsulotlarni oling.',
};

export function unknownProduct(): MarketplaceError {
  return new MarketplaceError({ reason: 'not_found', operation: 'stocks', says: UNKNOWN_PRODUCT });
}

function failed({ item }: StockTarget, failure: Failure): OfferOutcome {
  return { ...failure, item };
}
