import type { Unsupported } from '../../kit/edition.ts';

/** What sellers expect and the guide has no call for, with the way around it. */
export const UNSUPPORTED: readonly Unsupported[] = [
  {
    operation: 'orders.acknowledge',
    reason: {
      ko: '가이드에는 발주확인 API가 없습니다.',
      en: 'The guide has no call that acknowledges an order.',
    },
    instead: {
      ko: '결제완료 주문은 바로 발송처리할 수 있습니다. 상품준비중으로는 마켓이 저절로 바꿉니다.',
      en: 'A paid order may be dispatched at once; the marketplace moves it to preparing by itself.',
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
    operation: 'orders.delay',
    reason: {
      ko: '가이드에는 발송기한을 미루는 API가 없습니다.',
      en: 'The guide has no call that moves the day to ship by.',
    },
    instead: {
      ko: '발송 보류를 설정하고 사유를 적으세요. 준비되면 보류를 해제하고 발송하세요.',
      en: 'Put the dispatch on hold with a reason; release it and dispatch when the goods are ready.',
    },
  },
  {
    operation: 'claims.return.pickup',
    reason: {
      ko: '반품 수거를 요청하는 API가 없습니다.',
      en: 'There is no call that books the pickup of a return.',
    },
    instead: {
      ko: '반품을 승인하면 수거가 진행됩니다. 직접 수거했으면 귀책 변경에서 수거 송장을 적을 수 있습니다.',
      en: 'Approving the return starts the pickup. With a courier of your own, enter its invoice when changing the fault.',
    },
  },
  {
    operation: 'claims.return.hold',
    reason: {
      ko: '비용 청구 없이 반품을 보류하는 API가 없습니다.',
      en: 'There is no call that holds a return without charging for it.',
    },
    instead: {
      ko: '반품 배송비를 청구하면 반품이 보류됩니다. 확인이 더 필요하면 완료를 미루세요.',
      en: 'Charging the return freight holds the return. Else wait with completing it.',
    },
  },
  {
    operation: 'claims.return.release',
    reason: {
      ko: '반품 보류만 해제하는 API가 없습니다.',
      en: 'There is no call that only lifts the hold of a return.',
    },
    instead: {
      ko: '비용을 받았으면 반품을 승인하거나 완료하세요. 그러면 보류가 풀립니다.',
      en: 'Once it is paid, approve or complete the return: that lifts the hold.',
    },
  },
  {
    operation: 'claims.exchange.pickup',
    reason: {
      ko: '교환 수거를 요청하는 API가 없습니다.',
      en: 'There is no call that books the pickup of an exchange.',
    },
    instead: { ko: '교환을 승인하면 수거가 진행됩니다.', en: 'Approving the exchange starts the pickup.' },
  },
  {
    operation: 'claims.exchange.collect',
    reason: {
      ko: '교환 상품의 수거 완료를 알리는 API가 없습니다.',
      en: 'There is no call that says the goods of an exchange have arrived.',
    },
    instead: {
      ko: '택배 추적으로 저절로 수거 완료가 됩니다. 그 뒤에 교환 상품을 보내세요.',
      en: "The courier's tracking tells it. Send the replacement after that.",
    },
  },
  {
    operation: 'claims.exchange.hold',
    reason: { ko: '교환을 보류하는 API가 없습니다.', en: 'There is no call that holds an exchange.' },
    instead: {
      ko: '교환 상품 발송을 미루거나, 승인 전이면 교환을 거부하세요.',
      en: 'Wait with the replacement, or reject the exchange while it is not approved.',
    },
  },
  {
    operation: 'claims.exchange.release',
    reason: {
      ko: '교환 보류가 없으므로 해제도 없습니다.',
      en: 'An exchange cannot be held, so there is nothing to release.',
    },
    instead: { ko: '준비되면 교환 상품을 보내세요.', en: 'Send the replacement when it is ready.' },
  },
  {
    operation: 'stock.set',
    reason: {
      ko: '가이드에는 재고를 조회하거나 바꾸는 API가 없습니다.',
      en: 'The guide has no call that reads or sets stock.',
    },
    instead: {
      ko: '스마트스토어센터에서 재고를 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Set it in the SmartStore Center, or connect the shop under the edition 'official'.",
    },
  },
  {
    operation: 'prices.set',
    reason: {
      ko: '가이드에는 가격을 조회하거나 바꾸는 API가 없습니다.',
      en: 'The guide has no call that reads or sets prices.',
    },
    instead: {
      ko: '스마트스토어센터에서 가격을 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Set them in the SmartStore Center, or connect the shop under the edition 'official'.",
    },
  },
  {
    operation: 'catalog.listings',
    reason: {
      ko: '가이드에는 상품을 조회하는 API가 없습니다.',
      en: 'The guide has no call that lists products.',
    },
    instead: {
      ko: '기존 상품을 가져오려면 계정을 official 방식으로 연결하세요.',
      en: "Connect the shop under the edition 'official' to import what it has listed.",
    },
  },
  {
    operation: 'catalog.publish',
    reason: {
      ko: '가이드에는 상품을 등록하거나 수정하는 API가 없습니다.',
      en: 'The guide has no call that creates or changes products.',
    },
    instead: {
      ko: '스마트스토어센터에서 등록하거나, 계정을 official 방식으로 연결하세요.',
      en: "List them in the SmartStore Center, or connect the shop under the edition 'official'.",
    },
  },
  {
    operation: 'catalog.setOnSale',
    reason: {
      ko: '가이드에는 판매를 중지하거나 재개하는 API가 없습니다.',
      en: 'The guide has no call that takes products off sale or puts them back.',
    },
    instead: {
      ko: '스마트스토어센터에서 판매 상태를 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Do it in the SmartStore Center, or connect the shop under the edition 'official'.",
    },
  },
  {
    operation: 'hooks.orders',
    reason: {
      ko: '가이드의 네이버 API에는 웹훅(주문 알림)이 없습니다.',
      en: "The guide's Naver API sends no webhooks.",
    },
    instead: {
      ko: '변경된 주문과 클레임을 주기적으로 조회합니다.',
      en: 'Changed orders and claims are polled.',
    },
  },
];
