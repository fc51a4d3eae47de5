import type { Unsupported } from '../../kit/edition.ts';

/** What sellers expect and Naver's Commerce API does not have, with the way around it (sheet §3.4). */
export const UNSUPPORTED: readonly Unsupported[] = [
  {
    operation: 'orders.changeInvoice',
    reason: {
      ko: '발송처리한 뒤 송장을 수정하거나 삭제하는 API가 없습니다.',
      en: 'There is no call that changes or deletes an invoice after dispatch.',
    },
    instead: {
      ko: '스마트스토어센터의 배송현황 관리에서 송장을 수정하세요. 수정한 내용은 자동으로 읽어 옵니다.',
      en: 'Change it in the SmartStore Center (delivery status); the change is read by itself.',
    },
  },
  {
    operation: 'orders.split',
    reason: {
      ko: '상품주문 하나의 수량을 나누어 발송할 수 없습니다. 송장은 상품주문 단위입니다.',
      en: 'The quantity of one product order cannot be shipped in parts: an invoice belongs to a product order.',
    },
    instead: {
      ko: '상품주문별로는 서로 다른 송장을 넣을 수 있습니다. 한 상품주문을 나누어 보낼 때는 대표 송장을 등록하고 구매자에게 알리세요.',
      en: 'Different product orders may have different invoices. For one product order in parts, enter one invoice and tell the buyer.',
    },
  },
  {
    operation: 'orders.hold',
    reason: {
      ko: '발송을 보류하는 API가 없습니다.',
      en: 'There is no call that puts a dispatch on hold.',
    },
    instead: {
      ko: '발송지연 처리로 발송기한을 미루세요.',
      en: 'Move the day to ship by with a dispatch delay.',
    },
  },
  {
    operation: 'orders.releaseHold',
    reason: {
      ko: '발송 보류가 없으므로 해제도 없습니다.',
      en: 'There is no dispatch hold, so there is nothing to release.',
    },
    instead: {
      ko: '준비되면 바로 발송처리하세요. 발송지연 중에도 발송할 수 있습니다.',
      en: 'Dispatch when the goods are ready, also during a delay.',
    },
  },
  {
    operation: 'orders.undoAcknowledge',
    reason: {
      ko: '발주확인을 되돌리는 API가 없습니다.',
      en: 'There is no call that takes a confirmation back.',
    },
    instead: {
      ko: '발송할 수 없으면 판매자 취소를 하세요. 페널티가 있을 수 있습니다.',
      en: 'If you cannot ship, cancel as the seller; a penalty may follow.',
    },
  },
  {
    operation: 'orders.labels',
    reason: {
      ko: '운송장을 출력하는 API가 없습니다.',
      en: 'Naver prints no shipping labels through its API.',
    },
    instead: {
      ko: '택배사 프로그램이나 굿스플로에서 출력한 뒤 송장번호를 등록하세요.',
      en: "Print them with your courier's program or Goodsflow and enter the invoice numbers.",
    },
  },
  {
    operation: 'claims.cancel.reject',
    reason: {
      ko: '취소 요청을 거부하는 API가 없습니다.',
      en: 'There is no call that rejects a cancel request.',
    },
    instead: {
      ko: '이미 보낸 상품이면 발송처리하세요. 발송처리하면 취소 요청이 거부됩니다.',
      en: 'If the goods are on their way, dispatch the order: that refuses the cancel.',
    },
  },
  {
    operation: 'hooks.orders',
    reason: {
      ko: '네이버 커머스API는 웹훅(주문 알림)을 보내지 않습니다.',
      en: 'Naver sends no webhooks.',
    },
    instead: {
      ko: '변경된 주문을 주기적으로 조회합니다. 변경 후 몇 초 뒤부터 보입니다.',
      en: 'Changed orders are polled; a change shows up after some seconds.',
    },
  },
];
