import type { NativeReason } from '../../kit/edition.ts';

/** The hold with which a fee for sending back is claimed (sheet §3.4). */
export const FEE_HOLD = 'RETURN_DELIVERYFEE';

/** Reasons that returns and exchanges share (sheet §4.5). `ETC2` has no words of its own in the sheet. */
const EITHER: readonly NativeReason[] = [
  {
    code: 'SELLER_CONFIRM_NEED',
    says: { ko: '판매자 확인이 필요함', en: 'The seller has to check something' },
  },
  {
    code: 'PURCHASER_CONFIRM_NEED',
    says: { ko: '구매자 확인이 필요함', en: 'The buyer has to confirm something' },
  },
  { code: 'SELLER_REMIT', says: { ko: '판매자에게 직접 송금', en: 'The buyer pays the seller directly' } },
  { code: 'ETC', says: { ko: '기타 사유', en: 'Another reason' } },
  { code: 'ETC2', says: { ko: '기타 사유 2', en: 'Another reason, the second kind' } },
];

/** Why a return may be held. Spelled as Naver spells them, three E among them (sheet §4.5). */
export const RETURN_HOLDS: readonly NativeReason[] = [
  { code: FEE_HOLD, says: { ko: '반품 배송비 청구', en: 'Return freight is charged' } },
  { code: 'EXTRAFEEE', says: { ko: '기타 반품 비용 청구', en: 'Another cost of the return is charged' } },
  {
    code: 'RETURN_DELIVERYFEE_AND_EXTRAFEEE',
    says: { ko: '반품 배송비와 기타 반품 비용 청구', en: 'Return freight and another cost are charged' },
  },
  {
    code: 'RETURN_PRODUCT_NOT_DELIVERED',
    says: { ko: '반품 상품이 도착하지 않음', en: 'The returned goods have not arrived' },
  },
  ...EITHER,
];

/** Why an exchange may be held; two E here (sheet §4.5). */
export const EXCHANGE_HOLDS: readonly NativeReason[] = [
  { code: 'EXCHANGE_DELIVERYFEE', says: { ko: '교환 배송비 청구', en: 'Exchange freight is charged' } },
  {
    code: 'EXCHANGE_EXTRAFEE',
    says: { ko: '기타 교환 비용 청구', en: 'Another cost of the exchange is charged' },
  },
  {
    code: 'EXCHANGE_PRODUCT_READY',
    says: { ko: '교환 상품 준비 중', en: 'The replacement is being prepared' },
  },
  {
    code: 'EXCHANGE_PRODUCT_NOT_DELIVERED',
    says: { ko: '교환할 상품이 도착하지 않음', en: 'The goods to exchange have not arrived' },
  },
  { code: 'EXCHANGE_HOLDBACK', says: { ko: '교환 구매확정 보류', en: 'The exchange is held back' } },
  ...EITHER,
];
