import type { Unsupported } from '../../kit/edition.ts';

const PAGE = { ko: '판매자 페이지에서 처리하세요.', en: 'Do it on the seller page.' } as const;

const absent = (
  operation: string,
  ko: string,
  en: string,
  instead: Unsupported['instead'] = PAGE,
): Unsupported => ({ operation, reason: { ko, en }, instead });

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
  absent('hooks.orders', '웹훅(주문 알림)이 없습니다.', 'There are no webhooks.', {
    ko: '주문 목록을 주기적으로 조회합니다.',
    en: 'The lists of orders are polled.',
  }),
];
