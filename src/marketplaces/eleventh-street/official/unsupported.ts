import type { Unsupported } from '../../kit/edition.ts';

const SELLER_OFFICE = {
  ko: '11번가 셀러오피스에서 처리하세요. 바뀐 내용은 자동으로 읽어 옵니다.',
  en: 'Do it in Seller Office; what changes is read by itself.',
} as const;

/** What sellers expect and the 11st Open API does not have, with the way around it (sheet §3). */
export const UNSUPPORTED: readonly Unsupported[] = [
  {
    operation: 'orders.changeInvoice',
    reason: {
      ko: '발송처리한 뒤 송장을 수정하는 API가 없습니다. 다시 발송처리하면 거절됩니다.',
      en: 'No call changes an invoice after dispatch; shipping again is refused.',
    },
    instead: {
      ko: '셀러오피스의 배송 관리에서 송장을 수정하세요. 수정한 송장은 자동으로 읽어 옵니다.',
      en: 'Change it in Seller Office (delivery management); the new invoice is read by itself.',
    },
  },
  {
    operation: 'orders.hold',
    reason: { ko: '발송을 보류하는 API가 없습니다.', en: 'There is no call that puts a dispatch on hold.' },
    instead: {
      ko: '발송지연 안내로 발송일을 미루세요. 최대 30일까지 됩니다.',
      en: 'Announce a delay: it moves the day to ship by, up to 30 days.',
    },
  },
  {
    operation: 'orders.release',
    reason: {
      ko: '발송 보류가 없으므로 해제도 없습니다.',
      en: 'There is no dispatch hold, so there is nothing to release.',
    },
    instead: {
      ko: '준비되면 바로 발송처리하세요. 발송지연 안내 중에도 발송할 수 있습니다.',
      en: 'Dispatch when the goods are ready, also after a delay notice.',
    },
  },
  {
    operation: 'orders.undoAcknowledge',
    reason: {
      ko: '발주확인을 되돌리는 API가 없습니다.',
      en: 'There is no call that takes a confirmation back.',
    },
    instead: {
      ko: '발송할 수 없으면 판매자 취소를 하세요. 판매자 귀책 사유는 신용점수가 깎입니다.',
      en: 'If you cannot ship, cancel as the seller; a reason that is your fault costs credit points.',
    },
  },
  {
    operation: 'orders.labels',
    reason: {
      ko: '운송장을 출력하는 API가 없습니다.',
      en: '11st prints no shipping labels through its API.',
    },
    instead: {
      ko: '택배사 프로그램에서 출력한 뒤 송장번호를 등록하세요.',
      en: "Print them with your courier's program and enter the invoice numbers.",
    },
  },
  {
    operation: 'claims.return.collect',
    reason: {
      ko: '반품 상품의 입고를 따로 알리는 API가 없습니다.',
      en: 'No call tells that the goods of a return came back.',
    },
    instead: {
      ko: '상품을 확인한 뒤 반품을 승인하세요. 승인하면 바로 환불됩니다.',
      en: 'Look at the goods, then approve the return: that refunds the buyer.',
    },
  },
  {
    operation: 'claims.return.complete',
    reason: {
      ko: '반품 완료 단계가 따로 없습니다. 반품 승인이 곧 환불입니다.',
      en: 'There is no step that completes a return: approving it refunds.',
    },
    instead: {
      ko: '상품을 확인한 뒤 반품을 승인하세요.',
      en: 'Look at the goods, then approve the return.',
    },
  },
  {
    operation: 'claims.return.release',
    reason: { ko: '반품 보류를 해제하는 API가 없습니다.', en: 'No call takes a return off hold.' },
    instead: {
      ko: '보류 중인 반품을 바로 승인하거나 거부하세요.',
      en: 'Approve or reject the return as it is: both work on one that is on hold.',
    },
  },
  {
    operation: 'claims.return.charge_fee',
    reason: { ko: '반품 배송비를 청구하는 API가 없습니다.', en: 'No call charges a return fee.' },
    instead: {
      ko: '반품 배송비 미동봉 사유로 보류하고 구매자에게 요청하거나 셀러오피스에서 처리하세요.',
      en: 'Put the return on hold because the fee was not enclosed and ask the buyer, or do it in Seller Office.',
    },
  },
  {
    operation: 'claims.return.change_fault',
    reason: { ko: '반품 귀책을 변경하는 API가 없습니다.', en: 'No call changes whose fault a return is.' },
    instead: SELLER_OFFICE,
  },
  {
    operation: 'claims.exchange.approve',
    reason: {
      ko: '교환 승인만 따로 할 수 없습니다. 새 상품의 송장을 등록하면 승인됩니다.',
      en: 'An exchange cannot be approved by itself: shipping the new goods approves it.',
    },
    instead: {
      ko: '새 상품을 보내고 교환 재발송으로 송장을 등록하세요.',
      en: 'Send the new goods and ship the exchange with their invoice.',
    },
  },
  {
    operation: 'claims.exchange.collect',
    reason: {
      ko: '교환 상품의 입고를 알리는 API가 없습니다.',
      en: 'No call tells that the goods of an exchange came back.',
    },
    instead: {
      ko: '상품을 확인한 뒤 교환 재발송으로 송장을 등록하세요.',
      en: 'Look at the goods, then ship the exchange.',
    },
  },
  {
    operation: 'claims.exchange.pickup',
    reason: {
      ko: '교환 상품의 수거 송장을 등록하는 API가 없습니다.',
      en: 'No call registers how the goods of an exchange come back.',
    },
    instead: SELLER_OFFICE,
  },
  {
    operation: 'claims.exchange.hold',
    reason: { ko: '교환을 보류하는 API가 없습니다.', en: 'No call puts an exchange on hold.' },
    instead: SELLER_OFFICE,
  },
  {
    operation: 'claims.exchange.release',
    reason: { ko: '교환 보류를 해제하는 API가 없습니다.', en: 'No call takes an exchange off hold.' },
    instead: SELLER_OFFICE,
  },
  {
    operation: 'catalog.delete',
    reason: { ko: '상품을 삭제하는 API가 없습니다.', en: 'No call deletes a product.' },
    instead: {
      ko: '전시를 중지하세요. 구매자에게 보이지 않게 됩니다.',
      en: 'Stop its display: buyers see it no more.',
    },
  },
  {
    operation: 'catalog.uploadImages',
    reason: {
      ko: '이미지를 올리는 API가 없습니다. 11번가가 공개 주소에서 이미지를 내려받습니다.',
      en: 'No call takes a picture; 11st fetches pictures from public addresses.',
    },
    instead: {
      ko: 'Content-Type이 image/*인 공개 주소의 jpg, png, webp 이미지를 쓰세요.',
      en: 'Use jpg, png or webp pictures at public addresses that say `Content-Type: image/*`.',
    },
  },
  {
    operation: 'stock.addOns',
    reason: {
      ko: '추가구성상품의 재고는 API로 조회하거나 바꿀 수 없습니다.',
      en: 'The stock of add-on items can be neither read nor set.',
    },
    instead: SELLER_OFFICE,
  },
  {
    operation: 'hooks.orders',
    reason: { ko: '11번가는 웹훅(주문 알림)을 보내지 않습니다.', en: '11st sends no webhooks.' },
    instead: {
      ko: '상태별 주문 목록을 주기적으로 조회합니다.',
      en: 'The lists of every order state are polled.',
    },
  },
];
