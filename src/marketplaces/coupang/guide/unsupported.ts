import type { Unsupported } from '../../kit/edition.ts';
import { gap } from '../../kit/gap.ts';
import { CLAIM_GAPS } from './claim-gaps.ts';

/** What sellers expect and the guide has no call for. */
export const UNSUPPORTED: readonly Unsupported[] = [
  gap(
    'orders.acknowledge',
    {
      ko: '이 방식에는 발주확인이 없습니다.',
      en: 'There is no call that acknowledges an order.',
      ru: 'Вызова для подтверждения заказа нет.',
      uz: 'Buyurtmani tasdiqlash chaqiruvi yo‘q.',
    },
    {
      ko: '결제완료 상태에서 바로 발송할 수 있습니다. 상품준비중으로는 저절로 바뀝니다.',
      en: 'Ship paid orders right away; they come into preparation by themselves.',
      ru: 'Отправляйте оплаченные заказы сразу; в подготовку они переходят сами.',
      uz: 'To‘langan buyurtmalarni darhol jo‘nating; tayyorlashga o‘zlari o‘tadi.',
    },
  ),
  gap(
    'orders.delay',
    {
      ko: '배송지연 안내 기능이 없습니다.',
      en: 'There is no call to announce a shipping delay.',
      ru: 'Вызова для сообщения о задержке нет.',
      uz: 'Kechikishni e’lon qilish chaqiruvi yo‘q.',
    },
    {
      ko: '구매자에게 안심번호로 직접 알리세요.',
      en: 'Tell the buyer through the safe number.',
      ru: 'Сообщите покупателю по защищённому номеру.',
      uz: 'Xaridorga himoyalangan raqam orqali ayting.',
    },
  ),
  gap(
    'orders.confirmation',
    {
      ko: '이 방식의 주문 상태에는 구매확정이 없습니다. 배송완료가 마지막 상태입니다.',
      en: 'No status tells that the buyer has confirmed the purchase: delivered is the last one.',
      ru: 'Статуса о подтверждении покупки нет: последний статус «доставлен».',
      uz: 'Xarid tasdiqlangani haqida holat yo‘q: oxirgisi «yetkazildi».',
    },
    {
      ko: '구매확정은 쿠팡 윙에서 확인하세요.',
      en: 'Look it up at Coupang Wing.',
      ru: 'Посмотрите в Coupang Wing.',
      uz: 'Coupang Wing da ko‘ring.',
    },
  ),
  gap(
    'orders.hold',
    {
      ko: '발송 보류 기능이 없습니다.',
      en: 'There is no call to put a shipment on hold.',
      ru: 'Вызова для паузы отправки нет.',
      uz: 'Jo‘natishni to‘xtatish chaqiruvi yo‘q.',
    },
    {
      ko: '보류할 주문은 발송하지 말고 두세요.',
      en: 'Leave the order unshipped.',
      ru: 'Не отправляйте заказ.',
      uz: 'Buyurtmani jo‘natmay turing.',
    },
  ),
  gap(
    'orders.release',
    {
      ko: '발송 보류가 없으므로 해제할 것도 없습니다.',
      en: 'There is no hold, so there is none to lift.',
      ru: 'Паузы нет, поэтому снимать нечего.',
      uz: 'To‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
    },
    {
      ko: '준비되면 바로 발송하세요.',
      en: 'Ship the order as soon as it is ready.',
      ru: 'Отправьте заказ, как только он готов.',
      uz: 'Buyurtma tayyor bo‘lishi bilan jo‘nating.',
    },
  ),
  ...CLAIM_GAPS,
  gap(
    'stock.set',
    {
      ko: '이 방식에는 재고를 바꾸는 기능이 없습니다.',
      en: 'There is no call that reads or sets stock.',
      ru: 'Вызова для чтения и изменения остатков нет.',
      uz: 'Qoldiqni o‘qish yoki o‘zgartirish chaqiruvi yo‘q.',
    },
    {
      ko: '쿠팡 윙에서 재고를 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Set it in Coupang Wing, or connect the shop under the edition 'official'.",
      ru: 'Задайте это в Coupang Wing или подключите магазин через официальный API (official).',
      uz: 'Coupang Wing da belgilang yoki do‘konni rasmiy API (official) orqali ulang.',
    },
  ),
  gap(
    'prices.set',
    {
      ko: '이 방식에는 가격을 바꾸는 기능이 없습니다.',
      en: 'There is no call that reads or sets prices.',
      ru: 'Вызова для чтения и изменения цен нет.',
      uz: 'Narxlarni o‘qish yoki o‘zgartirish chaqiruvi yo‘q.',
    },
    {
      ko: '쿠팡 윙에서 가격을 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Set it in Coupang Wing, or connect the shop under the edition 'official'.",
      ru: 'Задайте это в Coupang Wing или подключите магазин через официальный API (official).',
      uz: 'Coupang Wing da belgilang yoki do‘konni rasmiy API (official) orqali ulang.',
    },
  ),
  gap(
    'catalog.listings',
    {
      ko: '이 방식에는 상품을 조회하는 기능이 없습니다.',
      en: 'There is no call that lists products.',
      ru: 'Вызова для списка товаров нет.',
      uz: 'Mahsulotlar ro‘yxati chaqiruvi yo‘q.',
    },
    {
      ko: '기존 상품을 가져오려면 계정을 official 방식으로 연결하세요.',
      en: "Connect the shop under the edition 'official' to import what it has listed.",
      ru: 'Чтобы загрузить размещённые товары, подключите магазин через официальный API (official).',
      uz: 'Joylangan mahsulotlarni yuklash uchun do‘konni rasmiy API (official) orqali ulang.',
    },
  ),
  gap(
    'catalog.publish',
    {
      ko: '이 방식에는 상품을 등록하거나 수정하는 기능이 없습니다.',
      en: 'There is no call that creates or changes products.',
      ru: 'Вызова для создания и изменения товаров нет.',
      uz: 'Mahsulot yaratish yoki o‘zgartirish chaqiruvi yo‘q.',
    },
    {
      ko: '쿠팡 윙에서 등록하거나, 계정을 official 방식으로 연결하세요.',
      en: "List them in Coupang Wing, or connect the shop under the edition 'official'.",
      ru: 'Разместите их в Coupang Wing или подключите магазин через официальный API (official).',
      uz: 'Ularni Coupang Wing da joylang yoki do‘konni rasmiy API (official) orqali ulang.',
    },
  ),
  gap(
    'catalog.setOnSale',
    {
      ko: '이 방식에는 판매를 중지하거나 재개하는 기능이 없습니다.',
      en: 'There is no call that takes products off sale or puts them back.',
      ru: 'Вызова для снятия с продажи и возвращения в неё нет.',
      uz: 'Sotuvdan olish yoki qaytarish chaqiruvi yo‘q.',
    },
    {
      ko: '쿠팡 윙에서 판매 상태를 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Do it in Coupang Wing, or connect the shop under the edition 'official'.",
      ru: 'Сделайте это в Coupang Wing или подключите магазин через официальный API (official).',
      uz: 'Coupang Wing da bajaring yoki do‘konni rasmiy API (official) orqali ulang.',
    },
  ),
  gap(
    'hooks.orders',
    {
      ko: '웹훅(주문 알림)이 없습니다.',
      en: 'There are no webhooks.',
      ru: 'Вебхуков нет.',
      uz: 'Vebhuklar yo‘q.',
    },
    {
      ko: '주기적으로 주문을 조회합니다.',
      en: 'Orders are polled.',
      ru: 'Заказы опрашиваются по расписанию.',
      uz: 'Buyurtmalar jadval bo‘yicha so‘raladi.',
    },
  ),
];
