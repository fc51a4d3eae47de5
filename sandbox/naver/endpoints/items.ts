import type { ProductOrder } from '../orders/product-order.ts';
import type { OperationCall, Reply } from '../wire/operation.ts';

/** Why one item of a call failed (sheet §5.3). */
export const ITEM_MESSAGES = {
  '9999': '기타 오류',
  '100001': '상품 주문을 찾을 수 없음',
  '101009': '상품 주문의 판매자가 아님',
  '101011': '물류사 직계약 상품은 물류사만 발주 확인 가능',
  '104105': '발송 기한 범위 오류',
  '104116': '배송 방법 변경 필요',
  '104117': '배송 방법 변경 필요',
  '104118': '배송 송장 오류(택배사 누락)',
  '104119': '배송 송장 오류(택배사 코드 오류)',
  '104120': '배송 송장 오류(송장번호 누락)',
  '104121': '배송 송장 오류(기사용 송장)',
  '104122': '배송 송장 오류(유효하지 않은 송장)',
  '104131': '중복된 상품 주문 번호 요청',
  '104133': '잘못된 요청',
  '104417': '교환 재배송 처리가 불가능한 상태',
  '104442': '상품 주문 상태 확인 필요',
  '104443': '발주 상태 확인 필요',
  '105306': '이미 처리된 상태',
  '105308': '물류사 직계약 상품은 물류사만 발송 처리 가능',
} as const;
export type ItemCode = keyof typeof ITEM_MESSAGES;

/** One item of a call: what is to happen to which line, unless a code speaks against it. */
export interface Item {
  readonly productOrderId: string;
  readonly attempt: (line: ProductOrder) => ItemCode | (() => void);
}

export interface ItemFailure {
  readonly productOrderId: string;
  readonly code: ItemCode;
  readonly message: string;
}

export interface Settled {
  readonly done: readonly ProductOrder[];
  readonly failed: readonly ItemFailure[];
}

/** Carries out the items one by one. A number that comes twice is refused as a whole (104131). */
export function settle(
  call: OperationCall,
  items: readonly Item[],
  faultCodes: readonly ItemCode[],
): Settled {
  const repeated = repeatedIds(items);
  const done: ProductOrder[] = [];
  const failed: ItemFailure[] = [];
  const fail = (productOrderId: string, code: ItemCode) =>
    failed.push({ productOrderId, code, message: ITEM_MESSAGES[code] });
  for (const productOrderId of repeated) fail(productOrderId, '104131');

  let isStruck = call.strike('item_failure') !== undefined;
  for (const { productOrderId, attempt } of items) {
    if (repeated.has(productOrderId)) continue;
    const line = call.shop.book.lines.get(productOrderId);
    if (line === undefined) {
      fail(productOrderId, call.belongsElsewhere(productOrderId) ? '101009' : '100001');
      continue;
    }
    const deed = attempt(line);
    if (typeof deed === 'string') {
      fail(productOrderId, deed);
    } else if (isStruck) {
      isStruck = false;
      fail(productOrderId, call.shop.random.pick(faultCodes));
    } else {
      deed();
      done.push(line);
    }
  }
  return { done, failed };
}

/** The answer every action but the confirmation gives: HTTP 200 even if every item failed (sheet §3.4). */
export function settledData({ done, failed }: Settled): string {
  return JSON.stringify({
    successProductOrderIds: done.map(({ productOrderId }) => productOrderId),
    failProductOrderInfos: failed,
  });
}

/** One action on the one line in the path; the same frame as for many. */
export function settleOne(call: OperationCall, attempt: Item['attempt']): Reply {
  const settled = settle(call, [{ productOrderId: call.pathId, attempt }], ['9999', '104442']);
  return { data: settledData(settled) };
}

function repeatedIds(items: readonly Item[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { productOrderId } of items) {
    if (seen.has(productOrderId)) repeated.add(productOrderId);
    seen.add(productOrderId);
  }
  return repeated;
}
