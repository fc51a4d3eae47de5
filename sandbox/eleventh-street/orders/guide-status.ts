import { leftOf, type Order, type OrderLine, openClaimOf } from './line.ts';

const OF_STAGE = {
  '102': '101',
  '200': '102',
  '201': '102',
  '202': '102',
  '301': '201',
  '401': '301',
  '501': '302',
  '901': '401',
} as const;

/** `ordStCd` with what the guide calls it (3.3.1); 101 stands for what is not paid yet, which the guide does not list. */
export const GUIDE_STATUS_NAMES: Readonly<Record<string, string>> = {
  '101': '입금대기',
  '102': '결제완료',
  '201': '상품준비중',
  '202': '배송대기',
  '301': '배송중',
  '302': '배송완료',
  '401': '구매확정',
  '501': '취소요청',
  '502': '취소완료',
  '601': '반품요청',
  '602': '반품진행',
  '603': '반품완료',
  '701': '교환요청',
  '702': '교환진행',
  '703': '교환완료',
};

/** From the least advanced to the furthest; what is undone altogether speaks for an order only when all of it is. */
const ADVANCE = [
  '101',
  '501',
  '102',
  '201',
  '202',
  '301',
  '601',
  '602',
  '701',
  '702',
  '302',
  '703',
  '401',
  '603',
  '502',
];

/** `ordPrdStCd`: the status of one line in the guide's words. */
export function guideLineStatus(line: OrderLine): string {
  const open = openClaimOf(line);
  if (open !== undefined) {
    if (open.kind === 'cancel') return '501';
    const isUnderWay = !['requested', 'on_hold'].includes(open.state);
    return open.kind === 'return' ? (isUnderWay ? '602' : '601') : isUnderWay ? '702' : '701';
  }
  if (leftOf(line) === 0) return line.status === 'A01' ? '603' : '502';
  const exchanged = line.claims
    .filter(({ kind, state }) => kind === 'exchange' && state === 'done')
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return exchanged >= leftOf(line) && line.stage === '501' ? '703' : OF_STAGE[line.stage];
}

/** `ordStCd`: the status of the least advanced line. */
export function guideStatusOf({ lines }: Order): string {
  const statuses = new Set(lines.map(guideLineStatus));
  return ADVANCE.find((status) => statuses.has(status)) ?? '101';
}
