import type { ClaimKind, Fault } from './claim.ts';

/** Why somebody wants something undone: a code of 11st with what it says and whose fault it is (sheet §4.3). */
export interface Reason {
  readonly code: string;
  readonly text: string;
  readonly fault: Fault;
}

const reason = (fault: Fault, code: string, text: string): Reason => ({ code, text, fault });

/** The reasons that buyers give, by kind of claim. 11st knows two who can be at fault: damage on the way is the seller's (D:1652). */
export const BUYER_REASONS: Readonly<Record<ClaimKind, readonly Reason[]>> = {
  cancel: [
    reason('buyer', '11', '단순 변심'),
    reason('buyer', '15', '다른 색상으로 주문'),
    reason('buyer', '16', '상품을 잘못 주문함'),
    reason('buyer', '07', '같은 상품 재주문'),
    reason('seller', '04', '배송이 늦어요'),
    reason('seller', '06', '상품 정보가 달라요'),
  ],
  return: [
    reason('buyer', '101', '마음이 바뀌었어요'),
    reason('buyer', '110', '사이즈가 다름'),
    reason('seller', '105', '상품 설명과 달라요'),
    reason('seller', '108', '다른 상품이 왔어요'),
    reason('seller', '125', '구성품이 빠졌어요'),
    reason('seller', '111', '파손됐어요'),
  ],
  exchange: [
    reason('buyer', '206', '사이즈/색상 교환'),
    reason('seller', '208', '다른 상품이 왔어요'),
    reason('seller', '210', '상품 설명과 달라요'),
    reason('seller', '207', '파손됐어요'),
  ],
};

/** The reasons a seller may give for cancelling, and whether they cost a credit point (sheet §3.5, §4.3). */
export const SELLER_CANCEL_REASONS: ReadonlyMap<string, Reason> = new Map(
  [
    reason('seller', '06', '배송 지연 예상'),
    reason('seller', '07', '상품/가격 정보 잘못 입력'),
    reason('seller', '08', '상품 품절'),
    reason('seller', '09', '옵션 품절'),
    reason('buyer', '10', '고객 변심'),
    reason('buyer', '18', '옵션/주문정보 변경'),
    reason('buyer', '19', '상품을 잘못 주문'),
    reason('buyer', '20', '구매의사 없어짐'),
    reason('seller', '99', '기타'),
  ].map((known) => [known.code, known]),
);

/** The reasons a seller may name in `sellerclaimfix`. */
export function returnReasonOf(code: string): Reason | undefined {
  const further = [
    reason('buyer', '113', '기타(구매자)'),
    reason('seller', '116', '기타(판매자)'),
    reason('buyer', '121', '구매자 책임'),
    reason('seller', '122', '판매자 책임'),
    reason('seller', '123', '판매자 책임'),
    reason('seller', '112', '상품이 도착하지 않음'),
  ];
  return [...BUYER_REASONS.return, ...further].find((known) => known.code === code);
}

/** The codes of a seller's no, each with what it means. */
export const REJECT_REASONS = {
  return: new Set(['101', '102', '103', '104']),
  exchange: new Set(['201', '202', '203', '204']),
} as const;

/** Why a return is held back (sheet §4.3). */
export const HOLD_REASONS: ReadonlySet<string> = new Set(['101', '102', '103', '104', '105']);
