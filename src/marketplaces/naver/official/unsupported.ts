import type { Unsupported } from '../../kit/edition.ts';

/** What sellers expect and Naver's Commerce API does not have, with the way around it (sheet §3.4, §3.7). */
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
    operation: 'orders.release',
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
    operation: 'claims.return.pickup',
    reason: {
      ko: '접수된 반품의 수거를 요청하는 API가 없습니다.',
      en: 'There is no call that books the pickup of a return.',
    },
    instead: {
      ko: '구매자가 반품을 접수하면 네이버가 지정택배로 수거를 요청합니다. 바꾸려면 스마트스토어센터의 반품 관리에서 하세요.',
      en: 'Naver books it with your return courier when the buyer asks for the return. Change it in the SmartStore Center (returns).',
    },
  },
  {
    operation: 'claims.return.collect',
    reason: {
      ko: '반품 수거 완료를 알리는 API가 없습니다.',
      en: 'There is no call that says returned goods have arrived.',
    },
    instead: {
      ko: '택배 추적으로 저절로 수거 완료가 됩니다. 상품을 받았으면 반품을 승인해 환불하세요.',
      en: "The courier's tracking tells it. Once you have the goods, approve the return: that refunds it.",
    },
  },
  {
    operation: 'claims.return.complete',
    reason: {
      ko: '환불만 따로 하는 API가 없습니다.',
      en: 'There is no call of its own for the refund.',
    },
    instead: {
      ko: '반품을 승인하세요. 네이버에서는 승인이 곧 환불입니다.',
      en: 'Approve the return: at Naver that is the refund.',
    },
  },
  {
    operation: 'claims.return.change_fault',
    reason: {
      ko: '반품 사유(귀책)를 바꾸는 API가 없습니다.',
      en: 'There is no call that changes whose fault a return is.',
    },
    instead: {
      ko: '스마트스토어센터의 반품 관리에서 사유를 바꾸세요. 바뀐 내용은 자동으로 읽어 옵니다.',
      en: 'Change the reason in the SmartStore Center (returns); the change is read by itself.',
    },
  },
  {
    operation: 'claims.exchange.approve',
    reason: {
      ko: '교환 요청을 승인하는 API가 없습니다. 교환은 접수되면 바로 수거가 진행됩니다.',
      en: 'There is no call that approves an exchange: it goes on to be collected once it is asked for.',
    },
    instead: {
      ko: '상품을 받으면 수거 완료 처리를 하고 교환 상품을 보내세요. 받아 줄 수 없으면 교환을 거부하세요.',
      en: 'Mark it collected when the goods are back and send the replacement; or reject the exchange.',
    },
  },
  {
    operation: 'claims.exchange.pickup',
    reason: {
      ko: '접수된 교환의 수거를 요청하는 API가 없습니다.',
      en: 'There is no call that books the pickup of an exchange.',
    },
    instead: {
      ko: '구매자가 교환을 접수하면 네이버가 지정택배로 수거를 요청합니다. 바꾸려면 스마트스토어센터의 교환 관리에서 하세요.',
      en: 'Naver books it with your return courier when the buyer asks for the exchange. Change it in the SmartStore Center (exchanges).',
    },
  },
  {
    operation: 'claims.withdrawals',
    reason: {
      ko: '네이버는 구매자가 철회한 반품·교환과 판매자가 거부한 반품·교환을 같은 상태(REJECT)로 알려 줍니다.',
      en: 'A return or exchange that the buyer took back and one that was refused have the same status (REJECT).',
    },
    instead: {
      ko: '거부하지 않은 건이 거부로 보이면 구매자가 철회한 것입니다. 스마트스토어센터의 클레임 이력에서 확인하세요.',
      en: 'One that you did not refuse was taken back; the SmartStore Center shows its history.',
    },
  },
  {
    operation: 'catalog.removeOption',
    reason: {
      ko: '쓰지 않는 옵션을 지우면 옵션 번호가 사라져 지난 주문과 이어지지 않으므로 지우지 않습니다.',
      en: 'Options that are no longer wanted are not deleted: a deleted option takes its number, and with it its orders, along.',
    },
    instead: {
      ko: '상품을 다시 등록하면 빠진 옵션은 사용안함이 됩니다. 완전히 지우려면 스마트스토어센터에서 지우세요.',
      en: 'Publish the product again: options it lacks are switched off. Delete them for good in the SmartStore Center.',
    },
  },
  {
    operation: 'catalog.standardOptions',
    reason: {
      ko: '표준형 옵션은 네이버가 정한 속성값이 필요해 등록·수정할 수 없습니다. 재고는 바꿀 수 있습니다.',
      en: "Standard options need Naver's own attribute values and cannot be published; their stock can be set.",
    },
    instead: {
      ko: '조합형 옵션으로 등록하거나 스마트스토어센터에서 수정하세요.',
      en: 'List with ordinary options, or edit them in the SmartStore Center.',
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
