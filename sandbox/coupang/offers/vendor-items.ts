import { rawNumber } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import { refuseSeller, sellerDone, sellerFailure } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import type { Offer } from './offer-book.ts';

/** Prices go in steps of 10 won (sheet §3.7). */
const PRICE_STEP = 10;
/** Without `forceSalePriceUpdate` a price may fall to a half and double, no more (sheet §3.7). */
const LOWEST_RATIO = 0.5;
const HIGHEST_RATIO = 2;

const STOCK_DONE = '재고 변경을 완료했습니다.';
const STOCK_FAILED = '재고 변경에 실패했습니다.';
const PRICE_DONE = '가격변경을 완료했습니다.';
const PRICE_FAILED = '가격변경에 실패했습니다.';
const STOPPED = '판매 중지 처리되었습니다.';
const RESUMED = '판매 재개 처리되었습니다.';
const SALE_FAILED = '판매상태 변경에 실패했습니다.';

/** What is left of an option, what it costs and whether it is on sale: the only source of live stock (sheet §3.7). */
export function readInventory(call: GrantedCall): WireAnswer {
  const { vendorItemId } = call.params;
  const offer = offerAsked(call);
  if (offer === undefined || offer.deleted) {
    return refuseSeller(`유효한 옵션이 없습니다. [vendorItemId=${vendorItemId ?? ''}]`);
  }
  return sellerDone('', {
    sellerItemId: rawNumber(offer.vendorItemId),
    amountInStock: offer.amountInStock,
    salePrice: offer.salePrice,
    onSale: offer.onSale,
  });
}

/** Sets the whole stock of an option; the value is absolute. */
export function setQuantity(call: GrantedCall): WireAnswer {
  const quantity = numberAsked(call, 'quantity');
  if (quantity === undefined) return refuseSeller('재고 수량이 올바르지 않습니다.');
  return change(call, STOCK_FAILED, STOCK_DONE, (offer) => ({
    ...offer,
    amountInStock: quantity,
    applied: { ...offer.applied, quantities: offer.applied.quantities + 1 },
  }));
}

/** Sets the price of an option. */
export function setPrice(call: GrantedCall): WireAnswer {
  const price = numberAsked(call, 'price');
  if (price === undefined || price === 0) return refuseSeller('판매가격이 올바르지 않습니다.');
  if (price % PRICE_STEP !== 0) {
    return refuseSeller(`${PRICE_FAILED} 판매가격은 최소 ${PRICE_STEP}원 단위로 입력가능합니다.`);
  }
  const isForced = call.query.get('forceSalePriceUpdate') === 'true';
  return change(call, PRICE_FAILED, PRICE_DONE, (offer) => {
    const ratio = price / offer.salePrice;
    if (!isForced && (ratio < LOWEST_RATIO || ratio > HIGHEST_RATIO)) {
      return '판매가 변경이 불가능합니다. 기존 판매가의 최대 50% 인하/최대 100%인상까지 변경 가능합니다.';
    }
    return {
      ...offer,
      salePrice: price,
      applied: { ...offer.applied, prices: offer.applied.prices + 1 },
    };
  });
}

/** Takes an option off sale. */
export function stopSale(call: GrantedCall): WireAnswer {
  return change(call, SALE_FAILED, STOPPED, (offer) => withSale(offer, false));
}

/** Puts an option back on sale. */
export function resumeSale(call: GrantedCall): WireAnswer {
  return change(call, SALE_FAILED, RESUMED, (offer) => withSale(offer, true));
}

function withSale(offer: Offer, onSale: boolean): Offer {
  return { ...offer, onSale, applied: { ...offer.applied, sales: offer.applied.sales + 1 } };
}

/** Changes one option, or says why not; a text from `make` is the reason. */
function change(
  call: GrantedCall,
  failed: string,
  done: string,
  make: (offer: Offer) => Offer | string,
): WireAnswer {
  const id = call.params.vendorItemId ?? '';
  const offer = offerAsked(call);
  if (offer === undefined) return refuseSeller(`${failed} [vendorItemId ${id} not found]`);
  if (offer.deleted) return refuseSeller(`${failed} [옵션ID[${id}] : 삭제된 상품은 변경이 불가능합니다.]`);
  // A failure inside HTTP 200, which seller_api is known for (sheet §5).
  if (call.frame.strike(call.operation, 'item_failure') !== undefined) {
    return sellerFailure(`${failed} [옵션ID[${id}] : 일시적인 오류가 발생했습니다.]`);
  }
  const changed = make(offer);
  if (typeof changed === 'string') return refuseSeller(`${failed} [옵션ID[${id}] : ${changed}]`);
  call.shop.offers.put(changed);
  return sellerDone(done, null);
}

/** Another seller's option is as unknown as one that does not exist. */
function offerAsked({ shop, params }: GrantedCall): Offer | undefined {
  return shop.offers.get(params.vendorItemId ?? '');
}

function numberAsked({ params }: GrantedCall, name: string): number | undefined {
  const text = params[name] ?? '';
  const value = Number(text);
  return /^\d{1,10}$/.test(text) && Number.isSafeInteger(value) ? value : undefined;
}
