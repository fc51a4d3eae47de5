import type { Unsupported } from '../../kit/edition.ts';

const PAGE = { ko: '판매자 페이지에서 처리하세요.', en: 'Do it on the seller page.' } as const;

const absent = (
  operation: string,
  ko: string,
  en: string,
  instead: Unsupported['instead'] = PAGE,
): Unsupported => ({ operation, reason: { ko, en }, instead });

const WITH_OFFICIAL = {
  ko: '11번가 계정을 official 에디션으로 연결하세요. 11번가의 Open API에는 있습니다.',
  en: "Connect the account with the edition `official`: 11st's own API has it.",
} as const;

/** What part 3 of the guide does not have. */
export const UNSUPPORTED: readonly Unsupported[] = [
  absent('orders.acknowledge', '발주확인 API가 없습니다.', 'There is no call that acknowledges an order.', {
    ko: '결제완료 주문을 바로 발송처리하세요.',
    en: 'Ship paid orders as they are.',
  }),
  absent(
    'orders.split',
    '수량을 나누어 발송할 수 없습니다. 주문 하나에 송장 하나입니다.',
    'Nothing ships in parts: an order has one invoice.',
    {
      ko: '대표 송장을 등록하고 나머지 송장은 구매자에게 알리세요.',
      en: 'Register one invoice and tell the buyer the others.',
    },
  ),
  absent('orders.delay', '발송지연 안내 API가 없습니다.', 'There is no call that announces a delay.'),
  absent('orders.hold', '발송 보류 API가 없습니다.', 'There is no call that puts a dispatch on hold.'),
  absent('orders.release', '발송 보류가 없으므로 해제도 없습니다.', 'There is no dispatch hold to release.'),
  absent('orders.cancel', '판매자 취소 API가 없습니다.', 'The seller has no call to cancel an order.', {
    ko: '구매자에게 취소 요청을 부탁해 승인하거나 판매자 페이지에서 취소하세요.',
    en: 'Ask the buyer to request a cancel and approve it, or cancel on the seller page.',
  }),
  absent(
    'claims.return.pickup',
    '수거 송장을 등록하는 API가 없습니다.',
    'No call registers how the goods come back.',
  ),
  absent('claims.return.hold', '반품 보류 API가 없습니다.', 'No call puts a return on hold.'),
  absent(
    'claims.return.release',
    '반품 보류가 없으므로 해제도 없습니다.',
    'There is no hold of a return to release.',
  ),
  absent('claims.return.charge_fee', '반품 배송비 청구 API가 없습니다.', 'No call charges a return fee.'),
  absent(
    'claims.return.change_fault',
    '귀책 변경 API가 없습니다.',
    'No call changes whose fault a return is.',
  ),
  absent(
    'claims.exchange.pickup',
    '수거 송장을 등록하는 API가 없습니다.',
    'No call registers how the goods come back.',
  ),
  absent(
    'claims.exchange.collect',
    '교환 수거 완료 API가 없습니다.',
    'No call tells that the goods of an exchange came back.',
    {
      ko: '택배사가 수거를 마치면 자동으로 바뀝니다. 그 뒤 교환 상품을 발송하세요.',
      en: 'It changes by itself once the courier has brought the goods back. Then ship the exchange.',
    },
  ),
  absent('claims.exchange.hold', '교환 보류 API가 없습니다.', 'No call puts an exchange on hold.'),
  absent(
    'claims.exchange.release',
    '교환 보류가 없으므로 해제도 없습니다.',
    'There is no hold of an exchange to release.',
  ),
  absent(
    'stock.set',
    '재고를 조회하거나 바꾸는 경로가 가이드에 없습니다.',
    'The guide has no path that reads or sets stock.',
    WITH_OFFICIAL,
  ),
  absent(
    'prices.set',
    '가격을 바꾸는 경로가 가이드에 없습니다.',
    'The guide has no path that sets a price.',
    WITH_OFFICIAL,
  ),
  absent(
    'catalog.listings',
    '등록된 상품을 조회하는 경로가 가이드에 없습니다.',
    'The guide has no path that lists products.',
    WITH_OFFICIAL,
  ),
  absent(
    'catalog.publish',
    '상품을 등록하거나 수정하는 경로가 가이드에 없습니다.',
    'The guide has no path that registers or changes a product.',
    WITH_OFFICIAL,
  ),
  absent(
    'catalog.setOnSale',
    '판매를 중지하거나 재개하는 경로가 가이드에 없습니다.',
    'The guide has no path that stops or resumes a sale.',
    WITH_OFFICIAL,
  ),
  absent('hooks.orders', '웹훅(주문 알림)이 없습니다.', 'There are no webhooks.', {
    ko: '주문 목록을 주기적으로 조회합니다.',
    en: 'The lists of orders are polled.',
  }),
];
