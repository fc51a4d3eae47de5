import type { SellerCancelFacts } from '../../kit/edition.ts';
import type { CancelTarget, Outcome } from '../../kit/shop.ts';
import { refusal, sendInTurn } from '../outcomes.ts';
import type { Ask } from './calls.ts';
import { type Becomes, failed, outcomesOf } from './line-outcome.ts';
import { pathText } from './path-text.ts';
import { decodeResult } from './result.ts';

/**
 * `ordCnRsnCd` (sheet §4.3). 10 is left out: the guide calls it the buyer's change of mind, Seller Office an order at
 * another site; 18 to 20 are what Seller Office offers for the buyer's fault.
 */
export const SELLER_CANCEL: SellerCancelFacts = {
  from: ['PAID', 'PREPARING'],
  partly: false,
  reasons: [
    { code: '08', says: { ko: '상품 품절', en: 'product sold out' }, fault: 'seller' },
    { code: '09', says: { ko: '옵션 품절', en: 'option sold out' }, fault: 'seller' },
    { code: '06', says: { ko: '배송 지연 예상', en: 'delay expected' }, fault: 'seller' },
    {
      code: '07',
      says: { ko: '상품·가격 정보 잘못 입력', en: 'wrong product or price information' },
      fault: 'seller',
    },
    { code: '20', says: { ko: '구매 의사 없음', en: 'the buyer no longer wants it' }, fault: 'buyer' },
    {
      code: '18',
      says: { ko: '옵션·주문 정보 변경', en: 'the buyer changes option or order' },
      fault: 'buyer',
    },
    { code: '19', says: { ko: '상품 잘못 주문', en: 'the buyer ordered the wrong item' }, fault: 'buyer' },
    { code: '99', says: { ko: '기타', en: 'other' } },
  ],
  warns: {
    ko: '바로 환불되며 되돌릴 수 없습니다. 판매자 귀책 사유는 판매자 신용점수 1점, 악용은 5점이 깎입니다.',
    en: 'The buyer is refunded at once and it cannot be undone. A reason that is your fault costs 1 credit point, abuse 5.',
  },
};

/** Cancels whole lines (sheet §3.5, D:1638). */
export function cancelBySeller(ask: Ask, targets: readonly CancelTarget[]): Promise<readonly Outcome[]> {
  return sendInTurn(
    targets.map((target) => [target]),
    async ([target]) => (target === undefined ? [] : cancelLine(ask, target)),
    failed,
  );
}

const CANCELED: Becomes = { status: 'CANCELED', nativeStatus: 'B01', readAgain: true };
const ONLY_WHOLE = '11번가는 상품의 수량 일부만 판매자가 취소할 수 없습니다.';

async function cancelLine(ask: Ask, target: CancelTarget): Promise<readonly Outcome[]> {
  if (!target.whole) return [failed(target, refusal('refused', '', ONLY_WHOLE))];
  const result = await ask({
    operation: 'cancelBySeller',
    params: {
      ordNo: target.nativeOrderId,
      ordPrdSeq: target.nativeLineId,
      reason: target.reason,
      text: pathText(target.text),
    },
    decode: decodeResult,
  });
  return outcomesOf([target], result, { expected: 1, becomes: CANCELED });
}
