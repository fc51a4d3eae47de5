import type { Unsupported } from '../../kit/edition.ts';
import type { Localized } from '../../kit/localized.ts';

const PAGE = {
  ko: '판매자 페이지에서 처리하세요.',
  en: 'Do it on the seller page.',
  ru: 'Сделайте это на странице продавца.',
  uz: 'Sotuvchi sahifasida bajaring.',
} as const;

const absent = (operation: string, reason: Localized, instead: Localized = PAGE): Unsupported => ({
  operation,
  reason,
  instead,
});

const WITH_OFFICIAL = {
  ko: '11번가 계정을 official 에디션으로 연결하세요. 11번가의 Open API에는 있습니다.',
  en: "Connect the account with the edition `official`: 11st's own API has it.",
  ru: 'Подключите магазин через официальный API (official): в API 11st это есть.',
  uz: 'Do‘konni rasmiy API (official) orqali ulang: 11st API sida bu bor.',
} as const;

/** What part 3 of the guide does not have. */
export const UNSUPPORTED: readonly Unsupported[] = [
  absent(
    'orders.acknowledge',
    {
      ko: '발주확인 API가 없습니다.',
      en: 'There is no call that acknowledges an order.',
      ru: 'Вызова для подтверждения заказа нет.',
      uz: 'Buyurtmani tasdiqlash chaqiruvi yo‘q.',
    },
    {
      ko: '결제완료 주문을 바로 발송처리하세요.',
      en: 'Ship paid orders as they are.',
      ru: 'Отправляйте оплаченные заказы как есть.',
      uz: 'To‘langan buyurtmalarni shundayligicha jo‘nating.',
    },
  ),
  absent(
    'orders.split',
    {
      ko: '수량을 나누어 발송할 수 없습니다. 주문 하나에 송장 하나입니다.',
      en: 'Nothing ships in parts: an order has one invoice.',
      ru: 'Отправить частями нельзя: у заказа один трек-номер.',
      uz: 'Qismlab jo‘natib bo‘lmaydi: buyurtmada bitta trek-raqam bor.',
    },
    {
      ko: '대표 송장을 등록하고 나머지 송장은 구매자에게 알리세요.',
      en: 'Register one invoice and tell the buyer the others.',
      ru: 'Введите один трек-номер, а остальные сообщите покупателю.',
      uz: 'Bitta trek-raqam kiriting, qolganlarini xaridorga ayting.',
    },
  ),
  absent('orders.delay', {
    ko: '발송지연 안내 API가 없습니다.',
    en: 'There is no call that announces a delay.',
    ru: 'Вызова для сообщения о задержке нет.',
    uz: 'Kechikishni e’lon qilish chaqiruvi yo‘q.',
  }),
  absent('orders.hold', {
    ko: '발송 보류 API가 없습니다.',
    en: 'There is no call that puts a dispatch on hold.',
    ru: 'Вызова для паузы отправки нет.',
    uz: 'Jo‘natishni to‘xtatish chaqiruvi yo‘q.',
  }),
  absent('orders.release', {
    ko: '발송 보류가 없으므로 해제도 없습니다.',
    en: 'There is no dispatch hold to release.',
    ru: 'Паузы отправки нет, поэтому снимать нечего.',
    uz: 'Jo‘natishni to‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
  }),
  absent(
    'orders.cancel',
    {
      ko: '판매자 취소 API가 없습니다.',
      en: 'The seller has no call to cancel an order.',
      ru: 'Вызова для отмены заказа продавцом нет.',
      uz: 'Sotuvchi sifatida bekor qilish chaqiruvi yo‘q.',
    },
    {
      ko: '구매자에게 취소 요청을 부탁해 승인하거나 판매자 페이지에서 취소하세요.',
      en: 'Ask the buyer to request a cancel and approve it, or cancel on the seller page.',
      ru: 'Попросите покупателя запросить отмену и одобрите её или отмените на странице продавца.',
      uz: 'Xaridordan bekor qilishni so‘rashini iltimos qilib, tasdiqlang yoki sotuvchi sahifasida bekor qiling.',
    },
  ),
  absent('claims.return.pickup', {
    ko: '수거 송장을 등록하는 API가 없습니다.',
    en: 'No call registers how the goods come back.',
    ru: 'Ввести трек-номер забора через API нельзя.',
    uz: 'Olib ketish trek-raqamini API orqali kiritib bo‘lmaydi.',
  }),
  absent('claims.return.hold', {
    ko: '반품 보류 API가 없습니다.',
    en: 'No call puts a return on hold.',
    ru: 'Поставить возврат на паузу через API нельзя.',
    uz: 'Qaytarishni API orqali to‘xtatib bo‘lmaydi.',
  }),
  absent('claims.return.release', {
    ko: '반품 보류가 없으므로 해제도 없습니다.',
    en: 'There is no hold of a return to release.',
    ru: 'Паузы возврата нет, поэтому снимать нечего.',
    uz: 'Qaytarishni to‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
  }),
  absent('claims.return.charge_fee', {
    ko: '반품 배송비 청구 API가 없습니다.',
    en: 'No call charges a return fee.',
    ru: 'Запросить оплату возврата через API нельзя.',
    uz: 'Qaytarish haqini API orqali so‘rab bo‘lmaydi.',
  }),
  absent('claims.return.change_fault', {
    ko: '귀책 변경 API가 없습니다.',
    en: 'No call changes whose fault a return is.',
    ru: 'Сменить виновную сторону возврата через API нельзя.',
    uz: 'Qaytarishda aybdorni API orqali o‘zgartirib bo‘lmaydi.',
  }),
  absent('claims.exchange.pickup', {
    ko: '수거 송장을 등록하는 API가 없습니다.',
    en: 'No call registers how the goods come back.',
    ru: 'Ввести трек-номер забора через API нельзя.',
    uz: 'Olib ketish trek-raqamini API orqali kiritib bo‘lmaydi.',
  }),
  absent(
    'claims.exchange.collect',
    {
      ko: '교환 수거 완료 API가 없습니다.',
      en: 'No call tells that the goods of an exchange came back.',
      ru: 'Сообщить о получении товара по обмену через API нельзя.',
      uz: 'Almashtirish mahsuloti kelganini API orqali aytib bo‘lmaydi.',
    },
    {
      ko: '택배사가 수거를 마치면 자동으로 바뀝니다. 그 뒤 교환 상품을 발송하세요.',
      en: 'It changes by itself once the courier has brought the goods back. Then ship the exchange.',
      ru: 'Статус сменится сам, когда курьер привезёт товар. Тогда отправьте замену.',
      uz: 'Kuryer mahsulotni qaytarganda holat o‘zi o‘zgaradi. Shunda almashtirishni jo‘nating.',
    },
  ),
  absent('claims.exchange.hold', {
    ko: '교환 보류 API가 없습니다.',
    en: 'No call puts an exchange on hold.',
    ru: 'Поставить обмен на паузу через API нельзя.',
    uz: 'Almashtirishni API orqali to‘xtatib bo‘lmaydi.',
  }),
  absent('claims.exchange.release', {
    ko: '교환 보류가 없으므로 해제도 없습니다.',
    en: 'There is no hold of an exchange to release.',
    ru: 'Паузы обмена нет, поэтому снимать нечего.',
    uz: 'Almashtirishni to‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
  }),
  absent(
    'stock.set',
    {
      ko: '재고를 조회하거나 바꾸는 경로가 가이드에 없습니다.',
      en: 'The guide has no path that reads or sets stock.',
      ru: 'В руководстве нет пути для чтения и изменения остатков.',
      uz: 'Qo‘llanmada qoldiqni o‘qish yoki o‘zgartirish yo‘li yo‘q.',
    },
    WITH_OFFICIAL,
  ),
  absent(
    'prices.set',
    {
      ko: '가격을 바꾸는 경로가 가이드에 없습니다.',
      en: 'The guide has no path that sets a price.',
      ru: 'В руководстве нет пути для изменения цены.',
      uz: 'Qo‘llanmada narxni o‘zgartirish yo‘li yo‘q.',
    },
    WITH_OFFICIAL,
  ),
  absent(
    'catalog.listings',
    {
      ko: '등록된 상품을 조회하는 경로가 가이드에 없습니다.',
      en: 'The guide has no path that lists products.',
      ru: 'В руководстве нет пути для списка товаров.',
      uz: 'Qo‘llanmada mahsulotlar ro‘yxati yo‘li yo‘q.',
    },
    WITH_OFFICIAL,
  ),
  absent(
    'catalog.publish',
    {
      ko: '상품을 등록하거나 수정하는 경로가 가이드에 없습니다.',
      en: 'The guide has no path that registers or changes a product.',
      ru: 'В руководстве нет пути для размещения и изменения товаров.',
      uz: 'Qo‘llanmada mahsulotlarni joylash yoki o‘zgartirish yo‘li yo‘q.',
    },
    WITH_OFFICIAL,
  ),
  absent(
    'catalog.setOnSale',
    {
      ko: '판매를 중지하거나 재개하는 경로가 가이드에 없습니다.',
      en: 'The guide has no path that stops or resumes a sale.',
      ru: 'В руководстве нет пути для снятия с продажи и возвращения в неё.',
      uz: 'Qo‘llanmada sotuvni to‘xtatish yoki davom ettirish yo‘li yo‘q.',
    },
    WITH_OFFICIAL,
  ),
  absent(
    'hooks.orders',
    {
      ko: '웹훅(주문 알림)이 없습니다.',
      en: 'There are no webhooks.',
      ru: 'Вебхуков нет.',
      uz: 'Vebhuklar yo‘q.',
    },
    {
      ko: '주문 목록을 주기적으로 조회합니다.',
      en: 'The lists of orders are polled.',
      ru: 'Списки заказов опрашиваются по расписанию.',
      uz: 'Buyurtmalar ro‘yxati jadval bo‘yicha so‘raladi.',
    },
  ),
];
