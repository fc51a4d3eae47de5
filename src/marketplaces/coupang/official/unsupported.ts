import type { Unsupported } from '../../kit/edition.ts';

/** What sellers expect and Coupang's Open API does not have, with the way around it (sheet §3). */
export const UNSUPPORTED: readonly Unsupported[] = [
  {
    operation: 'orders.delay',
    reason: {
      ko: '쿠팡 Open API에는 발송지연(배송지연 안내) 기능이 없습니다.',
      en: 'Coupang has no API to announce a shipping delay.',
    },
    instead: {
      ko: '구매자에게 안심번호로 직접 알리거나 WING에서 안내하세요. 품절이면 판매자 취소를 검토하세요.',
      en: 'Tell the buyer through the safe number or in WING. If the goods are sold out, consider a seller cancel.',
    },
  },
  {
    operation: 'orders.split',
    reason: {
      ko: '한 옵션의 수량을 나누어 발송할 수 없습니다. 분리배송은 옵션 단위로만 되고 되돌릴 수 없습니다.',
      en: 'The quantity of one option cannot be shipped in parts. A box splits by whole options only, for good.',
    },
    instead: {
      ko: '박스 전체를 한 송장으로 발송하거나 WING에서 분리배송을 등록하세요. 새로 생긴 박스는 자동으로 읽어 옵니다.',
      en: 'Ship the whole box under one invoice, or split it in WING; the new boxes are read by themselves.',
    },
  },
  {
    operation: 'orders.undoAcknowledge',
    reason: {
      ko: '발주확인(상품준비중 처리)은 취소할 수 없습니다.',
      en: 'An acknowledgement cannot be taken back.',
    },
    instead: {
      ko: '발송할 수 없으면 판매자 취소를 하세요. 판매자 점수에 반영됩니다.',
      en: 'If you cannot ship, cancel as the seller; it counts against the seller score.',
    },
  },
  {
    operation: 'orders.commission',
    reason: {
      ko: '주문에는 수수료와 정산 예정 금액이 없습니다.',
      en: 'Orders carry no commission and no expected settlement.',
    },
    instead: {
      ko: '구매확정 또는 배송완료 7일 후 매출내역에서 확인하세요.',
      en: 'Read them in the revenue history, after the purchase is confirmed or 7 days after delivery.',
    },
  },
  {
    operation: 'orders.labels',
    reason: {
      ko: '쿠팡 Open API는 운송장 출력 기능을 제공하지 않습니다.',
      en: 'Coupang prints no shipping labels through its API.',
    },
    instead: {
      ko: '택배사 프로그램에서 출력한 뒤 송장번호를 등록하세요.',
      en: "Print them with your courier's program and enter the invoice numbers.",
    },
  },
  {
    operation: 'claims.cancel.reject',
    reason: {
      ko: '취소(출고중지) 요청을 거부하는 API가 없습니다.',
      en: 'There is no call that rejects a cancel request.',
    },
    instead: {
      ko: '이미 발송했다면 "이미 출고" 처리로 송장을 등록하세요. 이후 반품으로 바뀌며 반품 운임은 판매자 부담입니다.',
      en: 'If it was shipped, answer "already shipped" with the invoice; it becomes a return whose freight you pay.',
    },
  },
  {
    operation: 'claims.return.reject',
    reason: {
      ko: '반품을 거부하거나 보류하는 API가 없습니다.',
      en: 'There is no call that rejects or withholds a return.',
    },
    instead: {
      ko: 'WING에서 "쿠팡확인요청"으로 이의를 제기하세요.',
      en: 'Dispute it in WING ("쿠팡확인요청").',
    },
  },
  {
    operation: 'claims.exchange.approve',
    reason: {
      ko: '교환 승인 API가 없습니다.',
      en: 'There is no call that approves an exchange.',
    },
    instead: {
      ko: '회수 상품의 입고를 확인한 뒤 새 박스에 재발송 송장을 등록하세요.',
      en: 'Confirm that the goods came back, then enter the invoice of the new box.',
    },
  },
  {
    operation: 'hooks.orders',
    reason: {
      ko: '쿠팡은 웹훅(주문 알림)을 보내지 않습니다.',
      en: 'Coupang sends no webhooks.',
    },
    instead: {
      ko: '주기적으로 주문을 조회합니다. 새 주문은 결제 후 약 10분 뒤부터 보입니다.',
      en: 'Orders are polled; a new order shows up about 10 minutes after its payment.',
    },
  },
];
