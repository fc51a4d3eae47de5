import type { Unsupported } from '../../kit/edition.ts';
import type { Localized } from '../../kit/localized.ts';

const lacks = (operation: string, reason: Localized, instead: Localized): Unsupported => ({
  operation,
  reason,
  instead,
});

/** What sellers expect and the guide has no call for. */
export const UNSUPPORTED: readonly Unsupported[] = [
  lacks(
    'orders.acknowledge',
    { ko: '이 방식에는 발주확인이 없습니다.', en: 'There is no call that acknowledges an order.' },
    {
      ko: '결제완료 상태에서 바로 발송할 수 있습니다. 상품준비중으로는 저절로 바뀝니다.',
      en: 'Ship paid orders right away; they come into preparation by themselves.',
    },
  ),
  lacks(
    'orders.delay',
    { ko: '배송지연 안내 기능이 없습니다.', en: 'There is no call to announce a shipping delay.' },
    { ko: '구매자에게 안심번호로 직접 알리세요.', en: 'Tell the buyer through the safe number.' },
  ),
  lacks(
    'orders.confirmation',
    {
      ko: '이 방식의 주문 상태에는 구매확정이 없습니다. 배송완료가 마지막 상태입니다.',
      en: 'No status tells that the buyer has confirmed the purchase: delivered is the last one.',
    },
    {
      ko: '구매확정은 쿠팡 윙에서 확인하세요.',
      en: 'Look it up at Coupang Wing.',
    },
  ),
  lacks(
    'orders.hold',
    { ko: '발송 보류 기능이 없습니다.', en: 'There is no call to put a shipment on hold.' },
    { ko: '보류할 주문은 발송하지 말고 두세요.', en: 'Leave the order unshipped.' },
  ),
  lacks(
    'orders.release',
    { ko: '발송 보류가 없으므로 해제할 것도 없습니다.', en: 'There is no hold, so there is none to lift.' },
    { ko: '준비되면 바로 발송하세요.', en: 'Ship the order as soon as it is ready.' },
  ),
  lacks(
    'claims.return.pickup',
    { ko: '회수 송장을 등록하는 기능이 없습니다.', en: 'There is no call to enter the invoice of a pickup.' },
    {
      ko: '반품을 승인하면 택배사가 회수합니다. 직접 회수했다면 도착한 뒤 수거 완료를 누르세요.',
      en: 'Approve the return and a courier collects it. If you collected it, confirm once it is here.',
    },
  ),
  lacks(
    'claims.return.complete',
    { ko: '환불만 따로 하는 기능이 없습니다.', en: 'There is no call for the refund alone.' },
    {
      ko: '수거 완료를 누르면 환불되고 반품이 끝납니다.',
      en: 'Confirm that the goods were collected: that refunds the buyer and ends the return.',
    },
  ),
  lacks(
    'claims.return.hold',
    { ko: '반품을 보류하는 기능이 없습니다.', en: 'There is no call that withholds a return.' },
    {
      ko: '확인이 끝날 때까지 수거 완료를 누르지 마세요. 그때까지 환불되지 않습니다.',
      en: 'Do not confirm the goods until you are sure: there is no refund before.',
    },
  ),
  lacks(
    'claims.return.release',
    { ko: '반품 보류가 없으므로 해제할 것도 없습니다.', en: 'There is no hold, so there is none to lift.' },
    { ko: '수거 완료를 눌러 반품을 끝내세요.', en: 'Confirm the goods to end the return.' },
  ),
  lacks(
    'claims.return.charge_fee',
    { ko: '반품 배송비를 청구하는 기능이 없습니다.', en: 'There is no call to charge for a return.' },
    {
      ko: '금액이 다르면 쿠팡 판매자 지원에 문의하세요.',
      en: 'If the amount is wrong, ask the seller support.',
    },
  ),
  lacks(
    'claims.return.change_fault',
    { ko: '반품의 귀책을 바꾸는 기능이 없습니다.', en: 'There is no call that changes who is at fault.' },
    { ko: '쿠팡 판매자 지원에 문의하세요.', en: 'Ask the seller support.' },
  ),
  lacks(
    'claims.exchange.reject',
    { ko: '교환을 거부하는 기능이 없습니다.', en: 'There is no call that rejects an exchange.' },
    {
      ko: '승인하지 말고 구매자에게 연락해 철회하거나 반품으로 다시 접수하게 하세요.',
      en: 'Do not approve it; ask the buyer to withdraw it or to ask for a return instead.',
    },
  ),
  lacks(
    'claims.exchange.pickup',
    { ko: '회수 송장을 등록하는 기능이 없습니다.', en: 'There is no call to enter the invoice of a pickup.' },
    {
      ko: '교환을 승인하면 택배사가 회수합니다.',
      en: 'Approve the exchange and a courier collects the goods.',
    },
  ),
  lacks(
    'claims.exchange.collect',
    {
      ko: '교환 상품의 수거 완료를 알리는 기능이 없습니다.',
      en: 'There is no call to confirm that exchanged goods came back.',
    },
    {
      ko: '택배사가 수거하면 저절로 바뀝니다. 그 뒤에 교환 상품을 발송하세요.',
      en: 'It changes by itself once the courier has them. Send the new goods then.',
    },
  ),
  lacks(
    'claims.exchange.hold',
    { ko: '교환을 보류하는 기능이 없습니다.', en: 'There is no call that withholds an exchange.' },
    {
      ko: '확인이 끝날 때까지 교환 상품을 발송하지 마세요.',
      en: 'Do not send the new goods until you are sure.',
    },
  ),
  lacks(
    'claims.exchange.release',
    { ko: '교환 보류가 없으므로 해제할 것도 없습니다.', en: 'There is no hold, so there is none to lift.' },
    { ko: '교환 상품을 발송하세요.', en: 'Send the new goods.' },
  ),
  lacks(
    'stock.set',
    { ko: '이 방식에는 재고를 바꾸는 기능이 없습니다.', en: 'There is no call that reads or sets stock.' },
    {
      ko: '쿠팡 윙에서 재고를 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Set it in Coupang Wing, or connect the shop under the edition 'official'.",
    },
  ),
  lacks(
    'prices.set',
    { ko: '이 방식에는 가격을 바꾸는 기능이 없습니다.', en: 'There is no call that reads or sets prices.' },
    {
      ko: '쿠팡 윙에서 가격을 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Set it in Coupang Wing, or connect the shop under the edition 'official'.",
    },
  ),
  lacks(
    'catalog.listings',
    { ko: '이 방식에는 상품을 조회하는 기능이 없습니다.', en: 'There is no call that lists products.' },
    {
      ko: '기존 상품을 가져오려면 계정을 official 방식으로 연결하세요.',
      en: "Connect the shop under the edition 'official' to import what it has listed.",
    },
  ),
  lacks(
    'catalog.publish',
    {
      ko: '이 방식에는 상품을 등록하거나 수정하는 기능이 없습니다.',
      en: 'There is no call that creates or changes products.',
    },
    {
      ko: '쿠팡 윙에서 등록하거나, 계정을 official 방식으로 연결하세요.',
      en: "List them in Coupang Wing, or connect the shop under the edition 'official'.",
    },
  ),
  lacks(
    'catalog.setOnSale',
    {
      ko: '이 방식에는 판매를 중지하거나 재개하는 기능이 없습니다.',
      en: 'There is no call that takes products off sale or puts them back.',
    },
    {
      ko: '쿠팡 윙에서 판매 상태를 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Do it in Coupang Wing, or connect the shop under the edition 'official'.",
    },
  ),
  lacks(
    'hooks.orders',
    { ko: '웹훅(주문 알림)이 없습니다.', en: 'There are no webhooks.' },
    { ko: '주기적으로 주문을 조회합니다.', en: 'Orders are polled.' },
  ),
];
