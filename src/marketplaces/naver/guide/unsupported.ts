import type { Unsupported } from '../../kit/edition.ts';

/** What sellers expect and the guide has no call for, with the way around it. */
export const UNSUPPORTED: readonly Unsupported[] = [
  {
    operation: 'orders.acknowledge',
    reason: {
      ko: '가이드에는 발주확인 API가 없습니다.',
      en: 'The guide has no call that acknowledges an order.',
      ru: 'В руководстве нет вызова для подтверждения заказа.',
      uz: 'Qo‘llanmada buyurtmani tasdiqlash chaqiruvi yo‘q.',
    },
    instead: {
      ko: '결제완료 주문은 바로 발송처리할 수 있습니다. 상품준비중으로는 마켓이 저절로 바꿉니다.',
      en: 'A paid order may be dispatched at once; the marketplace moves it to preparing by itself.',
      ru: 'Оплаченный заказ можно отправить сразу; площадка сама переведёт его в подготовку.',
      uz: 'To‘langan buyurtmani darhol jo‘natish mumkin; marketpleysning o‘zi uni tayyorlashga o‘tkazadi.',
    },
  },
  {
    operation: 'orders.split',
    reason: {
      ko: '상품주문 하나의 수량을 나누어 발송할 수 없습니다. 송장은 상품주문 단위입니다.',
      en: 'The quantity of one product order cannot be shipped in parts: an invoice belongs to a product order.',
      ru: 'Количество одной позиции нельзя отправить частями: трек-номер относится ко всей позиции.',
      uz: 'Bitta band miqdorini qismlab jo‘natib bo‘lmaydi: trek-raqam butun bandga tegishli.',
    },
    instead: {
      ko: '상품주문별로는 서로 다른 송장을 넣을 수 있습니다. 한 상품주문을 나누어 보낼 때는 대표 송장을 등록하고 구매자에게 알리세요.',
      en: 'Different product orders may have different invoices. For one product order in parts, enter one invoice and tell the buyer.',
      ru: 'У разных позиций заказа могут быть разные трек-номера. Если одну позицию отправляете частями, введите один трек-номер и сообщите покупателю.',
      uz: 'Buyurtmaning turli bandlarida turli trek-raqam bo‘lishi mumkin. Bir bandni qismlab jo‘natsangiz, bitta trek-raqam kiriting va xaridorga ayting.',
    },
  },
  {
    operation: 'orders.delay',
    reason: {
      ko: '가이드에는 발송기한을 미루는 API가 없습니다.',
      en: 'The guide has no call that moves the day to ship by.',
      ru: 'В руководстве нет вызова для переноса срока отправки.',
      uz: 'Qo‘llanmada jo‘natish muddatini surish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '발송 보류를 설정하고 사유를 적으세요. 준비되면 보류를 해제하고 발송하세요.',
      en: 'Put the dispatch on hold with a reason; release it and dispatch when the goods are ready.',
      ru: 'Поставьте отправку на паузу с причиной; когда товар готов, снимите паузу и отправьте.',
      uz: 'Jo‘natishni sababi bilan to‘xtating; mahsulot tayyor bo‘lganda davom ettirib, jo‘nating.',
    },
  },
  {
    operation: 'claims.return.pickup',
    reason: {
      ko: '반품 수거를 요청하는 API가 없습니다.',
      en: 'There is no call that books the pickup of a return.',
      ru: 'Вызова для заказа забора по возврату нет.',
      uz: 'Qaytarishda olib ketishni buyurtma qilish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '반품을 승인하면 수거가 진행됩니다. 직접 수거했으면 귀책 변경에서 수거 송장을 적을 수 있습니다.',
      en: 'Approving the return starts the pickup. With a courier of your own, enter its invoice when changing the fault.',
      ru: 'Забор товара начинается с одобрения возврата. Если курьер ваш, введите его трек-номер при смене виновной стороны.',
      uz: 'Olib ketish qaytarish tasdiqlangach boshlanadi. Kuryer o‘zingizniki bo‘lsa, aybdorni o‘zgartirishda uning trek-raqamini kiriting.',
    },
  },
  {
    operation: 'claims.return.hold',
    reason: {
      ko: '비용 청구 없이 반품을 보류하는 API가 없습니다.',
      en: 'There is no call that holds a return without charging for it.',
      ru: 'Поставить возврат на паузу без запроса оплаты нельзя.',
      uz: 'Haq so‘ramasdan qaytarishni to‘xtatib bo‘lmaydi.',
    },
    instead: {
      ko: '반품 배송비를 청구하면 반품이 보류됩니다. 확인이 더 필요하면 완료를 미루세요.',
      en: 'Charging the return freight holds the return. Else wait with completing it.',
      ru: 'Запрос оплаты обратной доставки ставит возврат на паузу. Иначе не завершайте его.',
      uz: 'Qaytarish haqini so‘rash qaytarishni to‘xtatadi. Aks holda uni yakunlamay turing.',
    },
  },
  {
    operation: 'claims.return.release',
    reason: {
      ko: '반품 보류만 해제하는 API가 없습니다.',
      en: 'There is no call that only lifts the hold of a return.',
      ru: 'Вызова только для снятия паузы возврата нет.',
      uz: 'Faqat qaytarish to‘xtatilishini bekor qiladigan chaqiruv yo‘q.',
    },
    instead: {
      ko: '비용을 받았으면 반품을 승인하거나 완료하세요. 그러면 보류가 풀립니다.',
      en: 'Once it is paid, approve or complete the return: that lifts the hold.',
      ru: 'После оплаты одобрите или завершите возврат: пауза снимется.',
      uz: 'To‘langach, qaytarishni tasdiqlang yoki yakunlang: to‘xtatish bekor bo‘ladi.',
    },
  },
  {
    operation: 'claims.exchange.pickup',
    reason: {
      ko: '교환 수거를 요청하는 API가 없습니다.',
      en: 'There is no call that books the pickup of an exchange.',
      ru: 'Вызова для заказа забора по обмену нет.',
      uz: 'Almashtirishda olib ketishni buyurtma qilish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '교환을 승인하면 수거가 진행됩니다.',
      en: 'Approving the exchange starts the pickup.',
      ru: 'Забор товара начинается с одобрения обмена.',
      uz: 'Olib ketish almashtirish tasdiqlangach boshlanadi.',
    },
  },
  {
    operation: 'claims.exchange.collect',
    reason: {
      ko: '교환 상품의 수거 완료를 알리는 API가 없습니다.',
      en: 'There is no call that says the goods of an exchange have arrived.',
      ru: 'Вызова о получении товара по обмену нет.',
      uz: 'Almashtirish mahsuloti kelgani haqida chaqiruv yo‘q.',
    },
    instead: {
      ko: '택배 추적으로 저절로 수거 완료가 됩니다. 그 뒤에 교환 상품을 보내세요.',
      en: "The courier's tracking tells it. Send the replacement after that.",
      ru: 'Об этом сообщает отслеживание. После этого отправьте замену.',
      uz: 'Buni kuzatuv xabar qiladi. Shundan keyin almashtirishni jo‘nating.',
    },
  },
  {
    operation: 'claims.exchange.hold',
    reason: {
      ko: '교환을 보류하는 API가 없습니다.',
      en: 'There is no call that holds an exchange.',
      ru: 'Вызова для паузы обмена нет.',
      uz: 'Almashtirishni to‘xtatish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '교환 상품 발송을 미루거나, 승인 전이면 교환을 거부하세요.',
      en: 'Wait with the replacement, or reject the exchange while it is not approved.',
      ru: 'Подождите с заменой или отклоните обмен, пока он не одобрен.',
      uz: 'Almashtirishni kutib turing yoki tasdiqlanmaguncha rad eting.',
    },
  },
  {
    operation: 'claims.exchange.release',
    reason: {
      ko: '교환 보류가 없으므로 해제도 없습니다.',
      en: 'An exchange cannot be held, so there is nothing to release.',
      ru: 'Обмен нельзя поставить на паузу, поэтому снимать нечего.',
      uz: 'Almashtirishni to‘xtatib bo‘lmaydi, shuning uchun davom ettiradigan narsa yo‘q.',
    },
    instead: {
      ko: '준비되면 교환 상품을 보내세요.',
      en: 'Send the replacement when it is ready.',
      ru: 'Отправьте замену, когда она готова.',
      uz: 'Almashtirish tayyor bo‘lganda jo‘nating.',
    },
  },
  {
    operation: 'stock.set',
    reason: {
      ko: '가이드에는 재고를 조회하거나 바꾸는 API가 없습니다.',
      en: 'The guide has no call that reads or sets stock.',
      ru: 'В руководстве нет вызова для чтения и изменения остатков.',
      uz: 'Qo‘llanmada qoldiqni o‘qish yoki o‘zgartirish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '스마트스토어센터에서 재고를 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Set it in the SmartStore Center, or connect the shop under the edition 'official'.",
      ru: 'Задайте это в SmartStore Center или подключите магазин через официальный API (official).',
      uz: 'SmartStore Center da belgilang yoki do‘konni rasmiy API (official) orqali ulang.',
    },
  },
  {
    operation: 'prices.set',
    reason: {
      ko: '가이드에는 가격을 조회하거나 바꾸는 API가 없습니다.',
      en: 'The guide has no call that reads or sets prices.',
      ru: 'В руководстве нет вызова для чтения и изменения цен.',
      uz: 'Qo‘llanmada narxlarni o‘qish yoki o‘zgartirish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '스마트스토어센터에서 가격을 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Set them in the SmartStore Center, or connect the shop under the edition 'official'.",
      ru: 'Задайте их в SmartStore Center или подключите магазин через официальный API (official).',
      uz: 'Ularni SmartStore Center da belgilang yoki do‘konni rasmiy API (official) orqali ulang.',
    },
  },
  {
    operation: 'catalog.listings',
    reason: {
      ko: '가이드에는 상품을 조회하는 API가 없습니다.',
      en: 'The guide has no call that lists products.',
      ru: 'В руководстве нет вызова для списка товаров.',
      uz: 'Qo‘llanmada mahsulotlar ro‘yxati chaqiruvi yo‘q.',
    },
    instead: {
      ko: '기존 상품을 가져오려면 계정을 official 방식으로 연결하세요.',
      en: "Connect the shop under the edition 'official' to import what it has listed.",
      ru: 'Чтобы загрузить размещённые товары, подключите магазин через официальный API (official).',
      uz: 'Joylangan mahsulotlarni yuklash uchun do‘konni rasmiy API (official) orqali ulang.',
    },
  },
  {
    operation: 'catalog.publish',
    reason: {
      ko: '가이드에는 상품을 등록하거나 수정하는 API가 없습니다.',
      en: 'The guide has no call that creates or changes products.',
      ru: 'В руководстве нет вызова для создания и изменения товаров.',
      uz: 'Qo‘llanmada mahsulot yaratish yoki o‘zgartirish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '스마트스토어센터에서 등록하거나, 계정을 official 방식으로 연결하세요.',
      en: "List them in the SmartStore Center, or connect the shop under the edition 'official'.",
      ru: 'Разместите их в SmartStore Center или подключите магазин через официальный API (official).',
      uz: 'Ularni SmartStore Center da joylang yoki do‘konni rasmiy API (official) orqali ulang.',
    },
  },
  {
    operation: 'catalog.setOnSale',
    reason: {
      ko: '가이드에는 판매를 중지하거나 재개하는 API가 없습니다.',
      en: 'The guide has no call that takes products off sale or puts them back.',
      ru: 'В руководстве нет вызова для снятия с продажи и возвращения в неё.',
      uz: 'Qo‘llanmada sotuvdan olish yoki qaytarish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '스마트스토어센터에서 판매 상태를 바꾸거나, 계정을 official 방식으로 연결하세요.',
      en: "Do it in the SmartStore Center, or connect the shop under the edition 'official'.",
      ru: 'Сделайте это в SmartStore Center или подключите магазин через официальный API (official).',
      uz: 'SmartStore Center da bajaring yoki do‘konni rasmiy API (official) orqali ulang.',
    },
  },
  {
    operation: 'hooks.orders',
    reason: {
      ko: '가이드의 네이버 API에는 웹훅(주문 알림)이 없습니다.',
      en: "The guide's Naver API sends no webhooks.",
      ru: 'API Naver по руководству не присылает вебхуки.',
      uz: 'Qo‘llanmadagi Naver API vebhuk yubormaydi.',
    },
    instead: {
      ko: '변경된 주문과 클레임을 주기적으로 조회합니다.',
      en: 'Changed orders and claims are polled.',
      ru: 'Изменённые заказы и претензии опрашиваются по расписанию.',
      uz: 'O‘zgargan buyurtma va da’volar jadval bo‘yicha so‘raladi.',
    },
  },
];
