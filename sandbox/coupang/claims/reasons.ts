import type { Random } from '../../frame/random.ts';

/** Who answers for a receipt (sheet §3.4). */
export type Fault = 'CUSTOMER' | 'VENDOR' | 'COUPANG' | 'WMS' | 'GENERAL';

/** Why somebody wants an order undone. */
export interface Reason {
  readonly code: string;
  readonly text: string;
  readonly category1: string;
  readonly category2: string;
  readonly fault: Fault;
}

const reason = (code: string, text: string, category1: string, category2: string, fault: Fault): Reason => ({
  code,
  text,
  category1,
  category2,
  fault,
});

// The codes are the sheet's (§4.4); texts it does not give are ours.
const CHANGED_MIND = reason(
  'CHANGEMIND',
  '필요 없어짐 (단순 변심)',
  '고객변심',
  '단순변심(사유없음)',
  'CUSTOMER',
);
const LATE = reason('LATEDELIVERED', '배송이 늦음', '배송불만', '배송지연', 'VENDOR');
const DEFECT = reason('DEFECT', '상품 불량', '상품불량', '상품에 결함이 있음', 'VENDOR');

/** What Coupang writes on every stop of a shipment that the seller asked for himself (sheet §3.3). */
export const SOLD_OUT = reason('OTHERS', '배송불만 / 품절', '배송불만', '품절', 'VENDOR');

const CANCEL_REASONS: readonly Reason[] = [
  CHANGED_MIND,
  reason('CHEAPER', '더 저렴한 상품을 찾음', '고객변심', '다른 상품으로 재주문', 'CUSTOMER'),
  reason('WRONGOPT', '옵션을 잘못 선택함', '고객변심', '주문실수', 'CUSTOMER'),
  reason('REORDER', '다시 주문할 예정', '고객변심', '재주문', 'CUSTOMER'),
  LATE,
];

const RETURN_REASONS: readonly Reason[] = [
  CHANGED_MIND,
  DEFECT,
  reason('DAMAGED', '상품이 파손되어 배송됨', '상품불량', '포장/상품 파손', 'VENDOR'),
  reason('WRONGDELIVERY', '다른 상품이 배송됨', '배송불만', '오배송', 'VENDOR'),
  reason('INACCURATE', '상품이 설명과 다름', '상품불량', '상품정보 상이', 'VENDOR'),
  reason('CARRIERLOST', '배송 중 분실', '배송불만', '택배사 분실', 'COUPANG'),
];

const EXCHANGE_REASONS: readonly Reason[] = [
  DEFECT,
  reason('DIFFERENTOPT', '다른 옵션이 배송됨', '배송불만', '옵션 오배송', 'VENDOR'),
  reason('WRONGSIZECOL', '사이즈/색상이 맞지 않음', '고객변심', '사이즈/색상 교환', 'CUSTOMER'),
];

const REASONS = { cancel: CANCEL_REASONS, return: RETURN_REASONS, exchange: EXCHANGE_REASONS } as const;

/** What a claim undoes. */
export type ClaimKind = keyof typeof REASONS;

/** A reason as buyers give it for such a claim. */
export function drawReason(kind: ClaimKind, random: Random): Reason {
  return random.pick(REASONS[kind]);
}

/** The first reason of such a claim for which this side answers. */
export function reasonOf(kind: ClaimKind, fault: 'CUSTOMER' | 'VENDOR'): Reason {
  return REASONS[kind].find((known) => known.fault === fault) ?? CHANGED_MIND;
}
