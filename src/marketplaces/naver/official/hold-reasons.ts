import type { NativeReason } from '../../kit/edition.ts';

/** The hold with which a fee for sending back is claimed (sheet §3.4). */
export const FEE_HOLD = 'RETURN_DELIVERYFEE';

/** Reasons that returns and exchanges share (sheet §4.5). `ETC2` has no words of its own in the sheet. */
const EITHER: readonly NativeReason[] = [
  {
    code: 'SELLER_CONFIRM_NEED',
    says: {
      ko: '판매자 확인이 필요함',
      en: 'The seller has to check something',
      ru: 'Нужна проверка продавца',
      uz: 'Sotuvchi tekshirishi kerak',
    },
  },
  {
    code: 'PURCHASER_CONFIRM_NEED',
    says: {
      ko: '구매자 확인이 필요함',
      en: 'The buyer has to confirm something',
      ru: 'Нужно подтверждение покупателя',
      uz: 'Xaridor tasdiqlashi kerak',
    },
  },
  {
    code: 'SELLER_REMIT',
    says: {
      ko: '판매자에게 직접 송금',
      en: 'The buyer pays the seller directly',
      ru: 'Покупатель платит напрямую продавцу',
      uz: 'Xaridor sotuvchiga to‘g‘ridan-to‘g‘ri to‘laydi',
    },
  },
  { code: 'ETC', says: { ko: '기타 사유', en: 'Another reason', ru: 'Другая причина', uz: 'Boshqa sabab' } },
  {
    code: 'ETC2',
    says: {
      ko: '기타 사유 2',
      en: 'Another reason, the second kind',
      ru: 'Другая причина, вторая',
      uz: 'Boshqa sabab, ikkinchisi',
    },
  },
];

/** Why a return may be held. Spelled as Naver spells them, three E among them (sheet §4.5). */
export const RETURN_HOLDS: readonly NativeReason[] = [
  {
    code: FEE_HOLD,
    says: {
      ko: '반품 배송비 청구',
      en: 'Return freight is charged',
      ru: 'Требуется плата за обратную доставку',
      uz: 'Qaytarib jo‘natish haqi so‘raladi',
    },
  },
  {
    code: 'EXTRAFEEE',
    says: {
      ko: '기타 반품 비용 청구',
      en: 'Another cost of the return is charged',
      ru: 'Требуется другая плата за возврат',
      uz: 'Qaytarish uchun boshqa haq so‘raladi',
    },
  },
  {
    code: 'RETURN_DELIVERYFEE_AND_EXTRAFEEE',
    says: {
      ko: '반품 배송비와 기타 반품 비용 청구',
      en: 'Return freight and another cost are charged',
      ru: 'Требуются плата за обратную доставку и другая плата',
      uz: 'Qaytarib jo‘natish haqi va boshqa haq so‘raladi',
    },
  },
  {
    code: 'RETURN_PRODUCT_NOT_DELIVERED',
    says: {
      ko: '반품 상품이 도착하지 않음',
      en: 'The returned goods have not arrived',
      ru: 'Возвращаемый товар не пришёл',
      uz: 'Qaytariladigan mahsulot kelmadi',
    },
  },
  ...EITHER,
];

/** Why an exchange may be held; two E here (sheet §4.5). */
export const EXCHANGE_HOLDS: readonly NativeReason[] = [
  {
    code: 'EXCHANGE_DELIVERYFEE',
    says: {
      ko: '교환 배송비 청구',
      en: 'Exchange freight is charged',
      ru: 'Требуется плата за доставку обмена',
      uz: 'Almashtirishni yetkazish haqi so‘raladi',
    },
  },
  {
    code: 'EXCHANGE_EXTRAFEE',
    says: {
      ko: '기타 교환 비용 청구',
      en: 'Another cost of the exchange is charged',
      ru: 'Требуется другая плата за обмен',
      uz: 'Almashtirish uchun boshqa haq so‘raladi',
    },
  },
  {
    code: 'EXCHANGE_PRODUCT_READY',
    says: {
      ko: '교환 상품 준비 중',
      en: 'The replacement is being prepared',
      ru: 'Новый товар готовится',
      uz: 'Yangi mahsulot tayyorlanmoqda',
    },
  },
  {
    code: 'EXCHANGE_PRODUCT_NOT_DELIVERED',
    says: {
      ko: '교환할 상품이 도착하지 않음',
      en: 'The goods to exchange have not arrived',
      ru: 'Обмениваемый товар не пришёл',
      uz: 'Almashtiriladigan mahsulot kelmadi',
    },
  },
  {
    code: 'EXCHANGE_HOLDBACK',
    says: {
      ko: '교환 구매확정 보류',
      en: 'The exchange is held back',
      ru: 'Подтверждение обмена приостановлено',
      uz: 'Almashtirish tasdig‘i to‘xtatilgan',
    },
  },
  ...EITHER,
];
