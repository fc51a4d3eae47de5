import type { Unsupported } from '../../kit/edition.ts';
import type { Localized } from '../../kit/localized.ts';

const IN_ESM_PLUS: Localized = {
  ko: 'ESM PLUS에서 처리하세요.',
  en: 'Do it in ESM PLUS.',
  ru: 'Сделайте это в ESM PLUS.',
  uz: 'ESM PLUS da bajaring.',
};

const OFFICIAL: Localized = {
  ko: 'official 방식(ESM 2.0 API)으로 연결하거나 ESM PLUS에서 처리하세요.',
  en: 'Connect with the edition official (ESM 2.0 API), or do it in ESM PLUS.',
  ru: 'Подключите магазин через официальный API (official, ESM 2.0) или сделайте это в ESM PLUS.',
  uz: 'Do‘konni rasmiy API (official, ESM 2.0) orqali ulang yoki ESM PLUS da bajaring.',
};

const gap = (operation: string, reason: Localized, instead: Localized = IN_ESM_PLUS): Unsupported => ({
  operation,
  reason,
  instead,
});

/** What the guide's part 4 has no call for. */
export const UNSUPPORTED: readonly Unsupported[] = [
  gap(
    'orders.acknowledge',
    {
      ko: '주문확인 API가 없습니다.',
      en: 'There is no call to confirm an order.',
      ru: 'Вызова для подтверждения заказа нет.',
      uz: 'Buyurtmani tasdiqlash chaqiruvi yo‘q.',
    },
    {
      ko: '바로 발송처리하세요. 상품준비중 상태는 마켓이 바꿉니다.',
      en: 'Ship the order at once; the marketplace moves it to "preparing" by itself.',
      ru: 'Отправляйте заказ сразу; площадка сама переведёт его в подготовку.',
      uz: 'Buyurtmani darhol jo‘nating; marketpleysning o‘zi uni tayyorlashga o‘tkazadi.',
    },
  ),
  gap(
    'orders.split',
    {
      ko: '주문 하나에 송장은 하나뿐입니다.',
      en: 'An order takes one invoice.',
      ru: 'У заказа может быть только один трек-номер.',
      uz: 'Bitta buyurtmaga bitta trek-raqam to‘g‘ri keladi.',
    },
    {
      ko: '대표 송장을 등록하고 나머지는 구매자에게 알려 주세요.',
      en: 'Register one invoice and tell the buyer the others.',
      ru: 'Введите один трек-номер, а остальные сообщите покупателю.',
      uz: 'Bitta trek-raqam kiriting, qolganlarini xaridorga ayting.',
    },
  ),
  gap('orders.delay', {
    ko: '발송지연 API가 없습니다.',
    en: 'There is no call to announce a delay.',
    ru: 'Вызова для сообщения о задержке нет.',
    uz: 'Kechikishni e’lon qilish chaqiruvi yo‘q.',
  }),
  gap('orders.hold', {
    ko: '발송보류 API가 없습니다.',
    en: 'There is no call to hold a dispatch.',
    ru: 'Вызова для паузы отправки нет.',
    uz: 'Jo‘natishni to‘xtatish chaqiruvi yo‘q.',
  }),
  gap(
    'orders.release',
    {
      ko: '발송보류 API가 없어 해제할 것도 없습니다.',
      en: 'There is no hold of a dispatch to lift.',
      ru: 'Паузы отправки нет, поэтому снимать нечего.',
      uz: 'Jo‘natishni to‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
    },
    {
      ko: '발송처리를 하면 됩니다.',
      en: 'Ship the order.',
      ru: 'Отправьте заказ.',
      uz: 'Buyurtmani jo‘nating.',
    },
  ),
  gap('orders.cancel', {
    ko: '판매자 취소 API가 없습니다.',
    en: 'There is no call to cancel as the seller.',
    ru: 'Вызова для отмены продавцом нет.',
    uz: 'Sotuvchi sifatida bekor qilish chaqiruvi yo‘q.',
  }),
  gap('claims.return.pickup', {
    ko: '수거 송장 등록 API가 없습니다.',
    en: 'There is no call for the invoice of a pick-up.',
    ru: 'Вызова для ввода трек-номера забора нет.',
    uz: 'Olib ketish trek-raqamini kiritish chaqiruvi yo‘q.',
  }),
  gap(
    'claims.return.hold',
    {
      ko: '반품 보류 API가 없습니다.',
      en: 'There is no call to hold a return.',
      ru: 'Вызова для паузы возврата нет.',
      uz: 'Qaytarishni to‘xtatish chaqiruvi yo‘q.',
    },
    {
      ko: '수거 완료까지만 처리하고 환불은 미루세요.',
      en: 'Register that the goods came back, and leave the refund until later.',
      ru: 'Отметьте получение товара, а возврат денег отложите.',
      uz: 'Mahsulot qaytganini belgilang, pul qaytarishni keyinga qoldiring.',
    },
  ),
  gap('claims.return.release', {
    ko: '반품 보류 API가 없어 해제할 것도 없습니다.',
    en: 'There is no hold of a return to lift.',
    ru: 'Паузы возврата нет, поэтому снимать нечего.',
    uz: 'Qaytarishni to‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
  }),
  gap('claims.return.charge_fee', {
    ko: '반품 배송비 청구 API가 없습니다.',
    en: 'There is no call to charge a fee.',
    ru: 'Вызова для запроса оплаты возврата нет.',
    uz: 'Qaytarish haqini so‘rash chaqiruvi yo‘q.',
  }),
  gap('claims.return.change_fault', {
    ko: '귀책 변경 API가 없습니다.',
    en: 'There is no call to change whose fault it is.',
    ru: 'Вызова для смены виновной стороны нет.',
    uz: 'Aybdorni o‘zgartirish chaqiruvi yo‘q.',
  }),
  gap('claims.exchange.reject', {
    ko: '교환 거부 API가 없습니다.',
    en: 'There is no call to reject an exchange.',
    ru: 'Вызова для отклонения обмена нет.',
    uz: 'Almashtirishni rad etish chaqiruvi yo‘q.',
  }),
  gap('claims.exchange.pickup', {
    ko: '수거 송장 등록 API가 없습니다.',
    en: 'There is no call for the invoice of a pick-up.',
    ru: 'Вызова для ввода трек-номера забора нет.',
    uz: 'Olib ketish trek-raqamini kiritish chaqiruvi yo‘q.',
  }),
  gap(
    'claims.exchange.collect',
    {
      ko: '교환 수거 완료 API가 없습니다.',
      en: 'There is no call for goods that came back.',
      ru: 'Вызова о получении товара по обмену нет.',
      uz: 'Almashtirish mahsuloti kelgani haqida chaqiruv yo‘q.',
    },
    {
      ko: '수거가 끝나면 마켓이 상태를 바꿉니다. 바로 재발송해도 됩니다.',
      en: 'The marketplace tells when they came back; the replacement may also be sent at once.',
      ru: 'Площадка сама меняет статус после забора; замену можно отправить и сразу.',
      uz: 'Olib ketilgach holatni marketpleys o‘zgartiradi; almashtirishni darhol jo‘natish ham mumkin.',
    },
  ),
  gap('claims.exchange.hold', {
    ko: '교환 보류 API가 없습니다.',
    en: 'There is no call to hold an exchange.',
    ru: 'Вызова для паузы обмена нет.',
    uz: 'Almashtirishni to‘xtatish chaqiruvi yo‘q.',
  }),
  gap('claims.exchange.release', {
    ko: '교환 보류 API가 없어 해제할 것도 없습니다.',
    en: 'There is no hold of an exchange to lift.',
    ru: 'Паузы обмена нет, поэтому снимать нечего.',
    uz: 'Almashtirishni to‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
  }),
  gap(
    'stock.set',
    {
      ko: '가이드에 재고를 읽거나 바꾸는 경로가 없습니다.',
      en: 'The guide has no path that reads or sets stock.',
      ru: 'В руководстве нет пути для чтения и изменения остатков.',
      uz: 'Qo‘llanmada qoldiqni o‘qish yoki o‘zgartirish yo‘li yo‘q.',
    },
    OFFICIAL,
  ),
  gap(
    'prices.set',
    {
      ko: '가이드에 가격을 읽거나 바꾸는 경로가 없습니다.',
      en: 'The guide has no path that reads or sets prices.',
      ru: 'В руководстве нет пути для чтения и изменения цен.',
      uz: 'Qo‘llanmada narxlarni o‘qish yoki o‘zgartirish yo‘li yo‘q.',
    },
    OFFICIAL,
  ),
  gap(
    'catalog.listings',
    {
      ko: '가이드에 상품을 조회하는 경로가 없습니다.',
      en: 'The guide has no path that lists products.',
      ru: 'В руководстве нет пути для списка товаров.',
      uz: 'Qo‘llanmada mahsulotlar ro‘yxati yo‘li yo‘q.',
    },
    OFFICIAL,
  ),
  gap(
    'catalog.publish',
    {
      ko: '가이드에 상품을 등록하거나 수정하는 경로가 없습니다.',
      en: 'The guide has no path that lists or changes products.',
      ru: 'В руководстве нет пути для размещения и изменения товаров.',
      uz: 'Qo‘llanmada mahsulotlarni joylash yoki o‘zgartirish yo‘li yo‘q.',
    },
    OFFICIAL,
  ),
  gap(
    'catalog.setOnSale',
    {
      ko: '가이드에 판매중지와 재개를 하는 경로가 없습니다.',
      en: 'The guide has no path that takes products off sale.',
      ru: 'В руководстве нет пути для снятия товаров с продажи.',
      uz: 'Qo‘llanmada mahsulotni sotuvdan olish yo‘li yo‘q.',
    },
    OFFICIAL,
  ),
];
