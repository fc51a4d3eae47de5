import type { Unsupported } from '../../kit/edition.ts';
import type { Localized } from '../../kit/localized.ts';

const IN_ESM_PLUS: Localized = { ko: 'ESM PLUS에서 처리하세요.', en: 'Do it in ESM PLUS.' };

const OFFICIAL: Localized = {
  ko: 'official 방식(ESM 2.0 API)으로 연결하거나 ESM PLUS에서 처리하세요.',
  en: 'Connect with the edition official (ESM 2.0 API), or do it in ESM PLUS.',
};

const gap = (operation: string, ko: string, en: string, instead: Localized = IN_ESM_PLUS): Unsupported => ({
  operation,
  reason: { ko, en },
  instead,
});

/** What the guide's part 4 has no call for. */
export const UNSUPPORTED: readonly Unsupported[] = [
  gap('orders.acknowledge', '주문확인 API가 없습니다.', 'There is no call to confirm an order.', {
    ko: '바로 발송처리하세요. 상품준비중 상태는 마켓이 바꿉니다.',
    en: 'Ship the order at once; the marketplace moves it to "preparing" by itself.',
  }),
  gap('orders.split', '주문 하나에 송장은 하나뿐입니다.', 'An order takes one invoice.', {
    ko: '대표 송장을 등록하고 나머지는 구매자에게 알려 주세요.',
    en: 'Register one invoice and tell the buyer the others.',
  }),
  gap('orders.delay', '발송지연 API가 없습니다.', 'There is no call to announce a delay.'),
  gap('orders.hold', '발송보류 API가 없습니다.', 'There is no call to hold a dispatch.'),
  gap(
    'orders.release',
    '발송보류 API가 없어 해제할 것도 없습니다.',
    'There is no hold of a dispatch to lift.',
    {
      ko: '발송처리를 하면 됩니다.',
      en: 'Ship the order.',
    },
  ),
  gap('orders.cancel', '판매자 취소 API가 없습니다.', 'There is no call to cancel as the seller.'),
  gap(
    'claims.return.pickup',
    '수거 송장 등록 API가 없습니다.',
    'There is no call for the invoice of a pick-up.',
  ),
  gap('claims.return.hold', '반품 보류 API가 없습니다.', 'There is no call to hold a return.', {
    ko: '수거 완료까지만 처리하고 환불은 미루세요.',
    en: 'Register that the goods came back, and leave the refund until later.',
  }),
  gap(
    'claims.return.release',
    '반품 보류 API가 없어 해제할 것도 없습니다.',
    'There is no hold of a return to lift.',
  ),
  gap('claims.return.charge_fee', '반품 배송비 청구 API가 없습니다.', 'There is no call to charge a fee.'),
  gap(
    'claims.return.change_fault',
    '귀책 변경 API가 없습니다.',
    'There is no call to change whose fault it is.',
  ),
  gap('claims.exchange.reject', '교환 거부 API가 없습니다.', 'There is no call to reject an exchange.'),
  gap(
    'claims.exchange.pickup',
    '수거 송장 등록 API가 없습니다.',
    'There is no call for the invoice of a pick-up.',
  ),
  gap(
    'claims.exchange.collect',
    '교환 수거 완료 API가 없습니다.',
    'There is no call for goods that came back.',
    {
      ko: '수거가 끝나면 마켓이 상태를 바꿉니다. 바로 재발송해도 됩니다.',
      en: 'The marketplace tells when they came back; the replacement may also be sent at once.',
    },
  ),
  gap('claims.exchange.hold', '교환 보류 API가 없습니다.', 'There is no call to hold an exchange.'),
  gap(
    'claims.exchange.release',
    '교환 보류 API가 없어 해제할 것도 없습니다.',
    'There is no hold of an exchange to lift.',
  ),
  gap(
    'stock.set',
    '가이드에 재고를 읽거나 바꾸는 경로가 없습니다.',
    'The guide has no path that reads or sets stock.',
    OFFICIAL,
  ),
  gap(
    'prices.set',
    '가이드에 가격을 읽거나 바꾸는 경로가 없습니다.',
    'The guide has no path that reads or sets prices.',
    OFFICIAL,
  ),
  gap(
    'catalog.listings',
    '가이드에 상품을 조회하는 경로가 없습니다.',
    'The guide has no path that lists products.',
    OFFICIAL,
  ),
  gap(
    'catalog.publish',
    '가이드에 상품을 등록하거나 수정하는 경로가 없습니다.',
    'The guide has no path that lists or changes products.',
    OFFICIAL,
  ),
  gap(
    'catalog.setOnSale',
    '가이드에 판매중지와 재개를 하는 경로가 없습니다.',
    'The guide has no path that takes products off sale.',
    OFFICIAL,
  ),
];
