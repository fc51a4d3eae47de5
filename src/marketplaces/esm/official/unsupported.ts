import type { Unsupported } from '../../kit/edition.ts';

const gap = (
  operation: string,
  [reasonKo, reasonEn]: readonly [string, string],
  [insteadKo, insteadEn]: readonly [string, string],
): Unsupported => ({
  operation,
  reason: { ko: reasonKo, en: reasonEn },
  instead: { ko: insteadKo, en: insteadEn },
});

/** What sellers expect and the trading API does not have, with the way around it (sheet §3). */
export const UNSUPPORTED: readonly Unsupported[] = [
  gap(
    'orders.split',
    ['주문번호 하나에 송장은 하나뿐입니다.', 'An order number takes one invoice.'],
    [
      '대표 송장을 등록하고 나머지 송장은 구매자에게 알려 주세요.',
      'Register one invoice and tell the buyer the others.',
    ],
  ),
  gap(
    'orders.hold',
    ['발송 보류 기능이 없습니다.', 'There is no call to hold a dispatch.'],
    ['발송예정일을 등록하세요.', 'Announce the day on which it leaves.'],
  ),
  gap(
    'orders.release',
    ['발송 보류 기능이 없어 해제할 것도 없습니다.', 'There is no hold of a dispatch to lift.'],
    ['발송처리를 하면 됩니다.', 'Ship the order.'],
  ),
  gap(
    'orders.undoAcknowledge',
    ['주문확인은 취소할 수 없습니다.', 'A confirmation cannot be taken back.'],
    [
      '발송할 수 없으면 판매자 취소를 하세요. 상품이 품절로 바뀝니다.',
      'If you cannot ship, cancel as the seller; the product goes off sale.',
    ],
  ),
  gap(
    'orders.labels',
    ['운송장 출력 기능이 없습니다.', 'ESM prints no shipping labels.'],
    [
      '택배사 프로그램에서 출력한 뒤 송장번호를 등록하세요.',
      "Print them with your courier's program and enter the numbers.",
    ],
  ),
  gap(
    'claims.return.reject',
    ['반품을 거부하는 API가 없습니다.', 'There is no call that rejects a return.'],
    [
      '보류한 뒤 구매자나 고객센터와 협의해 철회하세요.',
      'Put it on hold and agree on a withdrawal with the buyer or the support.',
    ],
  ),
  gap(
    'claims.return.collect',
    ['반품 수거 완료를 등록하는 API가 없습니다.', 'There is no call for goods of a return that came back.'],
    ['반품을 승인하면 수거도 완료됩니다.', 'Approve the return: that ends the pick-up too.'],
  ),
  gap(
    'claims.return.release',
    ['반품 보류만 따로 푸는 API가 없습니다.', 'A hold of a return cannot be lifted by itself.'],
    ['반품을 승인하면 보류가 풀립니다.', 'Approve the return: that lifts the hold.'],
  ),
  gap(
    'claims.return.change_fault',
    ['귀책을 바꾸는 API가 없습니다.', 'There is no call that changes whose fault it is.'],
    ['ESM PLUS나 고객센터에서 바꾸세요.', 'Change it in ESM PLUS or through the support.'],
  ),
  gap(
    'claims.exchange.approve',
    ['교환만 승인하는 API가 없습니다.', 'There is no call that only approves an exchange.'],
    ['재발송 송장을 등록하면 승인됩니다.', 'Register the invoice of the replacement: that is the approval.'],
  ),
  gap(
    'claims.exchange.reject',
    ['교환을 거부하는 API가 없습니다.', 'There is no call that rejects an exchange.'],
    [
      '구매자와 협의해 철회하거나, ESM PLUS에서 반품으로 바꾸세요.',
      'Agree on a withdrawal with the buyer, or turn it into a return in ESM PLUS.',
    ],
  ),
  gap(
    'stock.soldOutPerSite',
    [
      '옵션의 품절 표시는 지마켓과 옥션에 함께 적용됩니다.',
      'The sold-out mark of an option is one for Gmarket and Auction.',
    ],
    [
      '한쪽에서 0개가 된 옵션은 두 사이트에서 모두 품절이 되고, 재고가 다시 생기면 풀립니다.',
      'An option of which one site has none left is sold out on both, until a number comes again.',
    ],
  ),
  gap(
    'prices.optionPerSite',
    [
      '옵션 추가금은 지마켓과 옥션이 같습니다.',
      'What an option costs on top is one amount for Gmarket and Auction.',
    ],
    [
      '사이트마다 다르게 팔려면 상품 가격을 다르게 하세요.',
      'To sell for different prices, give the product itself another price on each site.',
    ],
  ),
  gap(
    'catalog.certifications',
    ['인증정보를 등록하는 형식이 공개되어 있지 않습니다.', 'How certificates are told is not documented.'],
    [
      '인증이 필요한 상품은 ESM PLUS에서 등록한 뒤 가져오세요. 수정할 때 인증정보는 그대로 둡니다.',
      'List goods that need one in ESM PLUS and import them; changes leave the certificates alone.',
    ],
  ),
  gap(
    'catalog.origin',
    ['원산지를 등록하는 형식이 공개되어 있지 않습니다.', 'How the origin is told is not documented.'],
    [
      '상품정보제공고시의 제조국에 적거나 ESM PLUS에서 입력하세요.',
      'Tell it in the statutory notice, or enter it in ESM PLUS.',
    ],
  ),
  gap(
    'catalog.delete',
    ['상품을 지우지 않습니다.', 'Products are not deleted.'],
    [
      '판매중지를 하세요. 한 달이 지나면 사이트가 지웁니다.',
      'Take it off sale: the site deletes it after a month.',
    ],
  ),
  gap(
    'hooks.orders',
    ['ESM은 주문 알림(웹훅)을 보내지 않습니다.', 'ESM sends no webhooks for orders.'],
    [
      '주기적으로 주문을 조회합니다. 실시간 재고 확인 요청은 받을 수 있습니다.',
      'Orders are polled. Its real-time stock questions can be answered.',
    ],
  ),
];
