import { isInvoice } from '../endpoints/parcel-request.ts';
import type { ClaimFault } from '../orders/claim-fault.ts';
import type { ClaimReason } from '../orders/codes.ts';
import type { Parcel } from '../orders/product-order.ts';
import { invalidParameter } from './refusal.ts';

/** Guide 1.4.3: the guide's courier codes, each with its name and the marketplace's own code (sheet §4.6). */
const COURIERS: Readonly<Record<string, { readonly name: string; readonly official: string }>> = {
  CJGLS: { name: 'CJ대한통운', official: 'CJGLS' },
  HANJIN: { name: '한진택배', official: 'HANJIN' },
  LOTTE: { name: '롯데택배', official: 'HYUNDAI' },
  EPOST: { name: '우체국', official: 'EPOST' },
  KDEXP: { name: '경동택배', official: 'KDEXP' },
  LOGEN: { name: '로젠택배', official: 'KGB' },
  GTX: { name: 'GS25편의점택배', official: 'CVSNET' },
  CUPOST: { name: 'CU편의점택배', official: 'CUPARCEL' },
  DAESIN: { name: '대신택배', official: 'DAESIN' },
  ILYANG: { name: '일양로지스', official: 'ILYANG' },
  CHUNIL: { name: '천일택배', official: 'CHUNIL' },
  HDEXP: { name: '합동택배', official: 'HDEXP' },
};

const GUIDE_CODE_BY_OFFICIAL = new Map(
  Object.entries(COURIERS).map(([code, { official }]) => [official, code]),
);

/** The guide's code of a courier; the marketplace's own where the guide has none. */
export function guideCourier(official: string): string {
  return GUIDE_CODE_BY_OFFICIAL.get(official) ?? official;
}

/** The name of a courier by the guide's code. */
export function courierName(code: string): string {
  return COURIERS[code]?.name ?? code;
}

/** The parcel a call describes. */
export function parcelIn(company: string, trackingNumber: string): Parcel {
  if (!isInvoice(trackingNumber)) throw invalidParameter('trackingNumber');
  return { method: 'DELIVERY', company: officialCourier(company, 'deliveryCompanyCode'), trackingNumber };
}

/** The marketplace's own code of a courier the guide lists. */
export function officialCourier(code: string, field: string): string {
  const courier = Object.hasOwn(COURIERS, code) ? COURIERS[code] : undefined;
  if (courier === undefined) throw invalidParameter(field);
  return courier.official;
}

/** Guide 1.5.4. */
export const GUIDE_CANCEL_REASONS = [
  'SOLD_OUT',
  'INTENT_CHANGED',
  'WRONG_ORDER',
  'DELIVERY_DELAY',
  'SERVICE_UNSATISFIED',
] as const;

/** The marketplace's own words for the guide's reasons. */
export const REASON_OF: Readonly<Record<(typeof GUIDE_CANCEL_REASONS)[number], ClaimReason>> = {
  SOLD_OUT: 'SOLD_OUT',
  INTENT_CHANGED: 'INTENT_CHANGED',
  WRONG_ORDER: 'WRONG_ORDER',
  DELIVERY_DELAY: 'DELAYED_DELIVERY',
  SERVICE_UNSATISFIED: 'PRODUCT_UNSATISFIED',
};

/** Reasons as the guide's claims spell them: Korean text (guide 1.8.1). */
const REASON_TEXTS: Partial<Record<ClaimReason, string>> = {
  INTENT_CHANGED: '단순 변심',
  COLOR_AND_SIZE: '색상 및 사이즈 변경',
  WRONG_ORDER: '주문 착오',
  PRODUCT_UNSATISFIED: '서비스 불만족',
  DELAYED_DELIVERY: '배송 지연',
  SOLD_OUT: '재고 소진',
  DROPPED_DELIVERY: '배송 누락',
  BROKEN: '상품 불량',
  INCORRECT_INFO: '상품 정보 상이',
  WRONG_DELIVERY: '오배송',
  WRONG_OPTION: '다른 상품 배송',
};

export function reasonText(reason: ClaimReason): string {
  return REASON_TEXTS[reason] ?? '기타';
}

/** Guide 1.6.7. */
export const FAULT_TYPES = ['BUYER_FAULT', 'SELLER_FAULT', 'DELIVERY_FAULT'] as const;
type FaultType = (typeof FAULT_TYPES)[number];

const FAULTS: Readonly<Record<FaultType, ClaimFault>> = {
  BUYER_FAULT: 'buyer',
  SELLER_FAULT: 'seller',
  DELIVERY_FAULT: 'carrier',
};

export function faultOfType(type: FaultType): ClaimFault {
  return FAULTS[type];
}

export function typeOfFault(fault: ClaimFault): FaultType {
  return FAULT_TYPES.find((type) => FAULTS[type] === fault) ?? 'BUYER_FAULT';
}
