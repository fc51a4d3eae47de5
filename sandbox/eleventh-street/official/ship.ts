import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { ship } from '../orders/course.ts';
import { leftOf, type OrderLine, openClaimOf, type Parcel, STATUS_NAMES } from '../orders/line.ts';
import { parseMinute } from '../time.ts';
import { readParcel, SHIP_CODES } from './invoice-rules.ts';
import { done, refuse, strikeAction } from './refusal.ts';

/** Ships everything of a delivery with one invoice (sheet §3.5). */
export function shipDelivery(call: GrantedCall): WireAnswer {
  const lines = linesOfDelivery(call);
  requireShippable(lines);
  return shipAlike(call, lines);
}

/** Ships some lines of a delivery ahead of the others. */
export function shipLines(call: GrantedCall): WireAnswer {
  const all = linesOfDelivery(call);
  const wanted = new Set((call.params.ordPrdSeqs ?? '').split(','));
  const lines = all.filter(({ order, seq }) => order.ordNo === call.params.ordNo && wanted.has(String(seq)));
  if (lines.length === 0 || lines.length < wanted.size) refuse(-1, '해당 건이 없습니다.');
  requireDivisible(lines);
  requireShippable(lines);
  const goesAlone = (line: OrderLine) =>
    line.addOnOf !== null &&
    all.some((main) => main.option.prdNo === line.addOnOf && main.stage === '301' && !lines.includes(main));
  if (lines.some(goesAlone)) refuse(-1, '추가구성상품만 발송할 수 없습니다.');
  return shipAlike(call, lines);
}

/** Ships one line in several parcels; together they must hold all that is left of it. */
export function shipQuantities(call: GrantedCall): WireAnswer {
  const { params, shop, now } = call;
  const all = linesOfDelivery(call);
  const line = all.find(({ order, seq }) => order.ordNo === params.ordNo && String(seq) === params.ordPrdSeq);
  if (line === undefined) refuse(-1, '해당 건이 없습니다.');
  requireDivisible([line]);
  requireShippable([line]);
  const shares = [
    { invoice: params.invoice ?? '', quantity: readCount(params.quantity ?? '') },
    ...readFurther(params.further ?? ''),
  ];
  if (shares.reduce((sum, { quantity }) => sum + quantity, 0) !== leftOf(line))
    refuse(-1, '분할발송 수량의 합이 주문수량과 다릅니다.');
  const parcels = shares.map(
    ({ invoice, quantity }): Parcel => ({ ...parcelOf(call, line, invoice), quantity }),
  );
  strikeAction(call, -1);
  line.invoicesRegistered += 1;
  ship(shop, line, parcels, now);
  return done('전체 1건이 정상적으로 발송처리가 되었습니다.');
}

function linesOfDelivery({ params, shop }: GrantedCall): readonly OrderLine[] {
  if (parseMinute(params.sentAt ?? '') === undefined) refuse(-3301, '발송일시 형식이 올바르지 않습니다.');
  const lines = shop.book.ofDelivery(params.dlvNo ?? '').filter((line) => leftOf(line) > 0);
  return lines.length > 0 ? lines : refuse(-1, '해당 건이 없습니다.');
}

function requireShippable(lines: readonly OrderLine[]): void {
  const isAll = (...stages: readonly string[]) => lines.every(({ stage }) => stages.includes(stage));
  if (isAll('501', '901')) refuse(-3309, '해당 배송번호는 이미 배송완료 되었습니다.');
  if (isAll('401', '501', '901')) refuse(-3308, '해당 배송번호는 이미 발송처리 되었습니다.');
  if (lines.some((line) => openClaimOf(line)?.kind === 'cancel'))
    refuse(-3310, '발송처리할 수 없는 주문상태입니다. 취소신청 여부를 확인해 주세요.');
  const other = lines.find(({ stage }) => stage !== '301');
  if (other !== undefined) refuse(-3313, `주문상태가 ${STATUS_NAMES[other.status]}인 건이 있습니다.`);
}

function requireDivisible(lines: readonly OrderLine[]): void {
  if (lines.some(({ order }) => order.isGlobal)) refuse(-3321, '전세계배송 주문은 분할발송할 수 없습니다.');
}

function parcelOf(call: GrantedCall, { order }: OrderLine, invoice: string): Omit<Parcel, 'quantity'> {
  const { method = '', courier = '' } = call.params;
  return readParcel(call, order.ordNo, { method, courier, invoice }, SHIP_CODES);
}

function shipAlike(call: GrantedCall, lines: readonly OrderLine[]): WireAnswer {
  const parcels = lines.map(
    (line): Parcel => ({ ...parcelOf(call, line, call.params.invoice ?? ''), quantity: leftOf(line) }),
  );
  strikeAction(call, -1);
  for (const [index, line] of lines.entries()) {
    line.invoicesRegistered += 1;
    ship(call.shop, line, parcels.slice(index, index + 1), call.now);
  }
  return done(`전체 ${lines.length}건이 정상적으로 발송처리가 되었습니다.`);
}

function readCount(text: string): number {
  return /^[1-9]\d*$/.test(text) ? Number(text) : refuse(-1, '분할발송 수량이 올바르지 않습니다.');
}

// `inv2@qty2^inv3@qty3` (sheet §3.5)
function readFurther(text: string): readonly { readonly invoice: string; readonly quantity: number }[] {
  return text.split('^').map((share) => {
    const [invoice = '', quantity = '', ...rest] = share.split('@');
    if (rest.length > 0) refuse(-1, '추가 송장정보 형식이 올바르지 않습니다.');
    return { invoice, quantity: readCount(quantity) };
  });
}
