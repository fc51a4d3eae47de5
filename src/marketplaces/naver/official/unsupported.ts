import type { Unsupported } from '../../kit/edition.ts';

/** What sellers expect and Naver's Commerce API does not have, with the way around it (sheet §3.4, §3.7). */
export const UNSUPPORTED: readonly Unsupported[] = [
  {
    operation: 'orders.changeInvoice',
    reason: {
      ko: '발송처리한 뒤 송장을 수정하거나 삭제하는 API가 없습니다.',
      en: 'There is no call that changes or deletes an invoice after dispatch.',
      ru: 'Вызова для изменения или удаления трек-номера после отправки нет.',
      uz: 'Jo‘natilgach trek-raqamni o‘zgartirish yoki o‘chirish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '스마트스토어센터의 배송현황 관리에서 송장을 수정하세요. 수정한 내용은 자동으로 읽어 옵니다.',
      en: 'Change it in the SmartStore Center (delivery status); the change is read by itself.',
      ru: 'Измените его в SmartStore Center (배송현황 관리, статус доставки); изменение прочитается само.',
      uz: 'SmartStore Center da (배송현황 관리, yetkazish holati) o‘zgartiring; o‘zgarish o‘zi o‘qiladi.',
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
    operation: 'orders.hold',
    reason: {
      ko: '발송을 보류하는 API가 없습니다.',
      en: 'There is no call that puts a dispatch on hold.',
      ru: 'Вызова для паузы отправки нет.',
      uz: 'Jo‘natishni to‘xtatish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '발송지연 처리로 발송기한을 미루세요.',
      en: 'Move the day to ship by with a dispatch delay.',
      ru: 'Сдвиньте срок отправки сообщением о задержке.',
      uz: 'Jo‘natish muddatini kechikish xabari bilan suring.',
    },
  },
  {
    operation: 'orders.release',
    reason: {
      ko: '발송 보류가 없으므로 해제도 없습니다.',
      en: 'There is no dispatch hold, so there is nothing to release.',
      ru: 'Паузы отправки нет, поэтому снимать нечего.',
      uz: 'Jo‘natishni to‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
    },
    instead: {
      ko: '준비되면 바로 발송처리하세요. 발송지연 중에도 발송할 수 있습니다.',
      en: 'Dispatch when the goods are ready, also during a delay.',
      ru: 'Отправляйте, как только товар готов, в том числе во время задержки.',
      uz: 'Mahsulot tayyor bo‘lishi bilan jo‘nating, kechikish paytida ham.',
    },
  },
  {
    operation: 'orders.undoAcknowledge',
    reason: {
      ko: '발주확인을 되돌리는 API가 없습니다.',
      en: 'There is no call that takes a confirmation back.',
      ru: 'Вызова для отзыва подтверждения нет.',
      uz: 'Tasdiqni qaytarib olish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '발송할 수 없으면 판매자 취소를 하세요. 페널티가 있을 수 있습니다.',
      en: 'If you cannot ship, cancel as the seller; a penalty may follow.',
      ru: 'Если отправить нельзя, отмените как продавец; возможен штраф.',
      uz: 'Jo‘nata olmasangiz, sotuvchi sifatida bekor qiling; jarima bo‘lishi mumkin.',
    },
  },
  {
    operation: 'orders.labels',
    reason: {
      ko: '운송장을 출력하는 API가 없습니다.',
      en: 'Naver prints no shipping labels through its API.',
      ru: 'У Naver нет печати этикеток через API.',
      uz: 'Naver API orqali yorliq chop etmaydi.',
    },
    instead: {
      ko: '택배사 프로그램이나 굿스플로에서 출력한 뒤 송장번호를 등록하세요.',
      en: "Print them with your courier's program or Goodsflow and enter the invoice numbers.",
      ru: 'Распечатайте их в программе перевозчика или Goodsflow и введите трек-номера.',
      uz: 'Ularni tashuvchi dasturida yoki Goodsflow da chop etib, trek-raqamlarni kiriting.',
    },
  },
  {
    operation: 'claims.return.pickup',
    reason: {
      ko: '접수된 반품의 수거를 요청하는 API가 없습니다.',
      en: 'There is no call that books the pickup of a return.',
      ru: 'Вызова для заказа забора по возврату нет.',
      uz: 'Qaytarishda olib ketishni buyurtma qilish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '구매자가 반품을 접수하면 네이버가 지정택배로 수거를 요청합니다. 바꾸려면 스마트스토어센터의 반품 관리에서 하세요.',
      en: 'Naver books it with your return courier when the buyer asks for the return. Change it in the SmartStore Center (returns).',
      ru: 'Когда покупатель просит возврат, Naver сам вызывает вашего курьера. Изменить можно в SmartStore Center (반품 관리, возвраты).',
      uz: 'Xaridor qaytarishni so‘raganda Naver kuryeringizni o‘zi chaqiradi. SmartStore Center da (반품 관리, qaytarishlar) o‘zgartirish mumkin.',
    },
  },
  {
    operation: 'claims.return.collect',
    reason: {
      ko: '반품 수거 완료를 알리는 API가 없습니다.',
      en: 'There is no call that says returned goods have arrived.',
      ru: 'Вызова о получении возвращённого товара нет.',
      uz: 'Qaytarilgan mahsulot kelgani haqida chaqiruv yo‘q.',
    },
    instead: {
      ko: '택배 추적으로 저절로 수거 완료가 됩니다. 상품을 받았으면 반품을 승인해 환불하세요.',
      en: "The courier's tracking tells it. Once you have the goods, approve the return: that refunds it.",
      ru: 'Об этом сообщает отслеживание. Получив товар, одобрите возврат: деньги вернутся.',
      uz: 'Buni kuzatuv xabar qiladi. Mahsulotni olgach, qaytarishni tasdiqlang: pul qaytadi.',
    },
  },
  {
    operation: 'claims.return.complete',
    reason: {
      ko: '환불만 따로 하는 API가 없습니다.',
      en: 'There is no call of its own for the refund.',
      ru: 'Отдельного вызова для возврата денег нет.',
      uz: 'Pul qaytarish uchun alohida chaqiruv yo‘q.',
    },
    instead: {
      ko: '반품을 승인하세요. 네이버에서는 승인이 곧 환불입니다.',
      en: 'Approve the return: at Naver that is the refund.',
      ru: 'Одобрите возврат: у Naver это и есть возврат денег.',
      uz: 'Qaytarishni tasdiqlang: Naver da bu pulni qaytarishning o‘zi.',
    },
  },
  {
    operation: 'claims.return.change_fault',
    reason: {
      ko: '반품 사유(귀책)를 바꾸는 API가 없습니다.',
      en: 'There is no call that changes whose fault a return is.',
      ru: 'Вызова для смены виновной стороны возврата нет.',
      uz: 'Qaytarishda aybdorni o‘zgartirish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '스마트스토어센터의 반품 관리에서 사유를 바꾸세요. 바뀐 내용은 자동으로 읽어 옵니다.',
      en: 'Change the reason in the SmartStore Center (returns); the change is read by itself.',
      ru: 'Смените причину в SmartStore Center (반품 관리, возвраты); изменение прочитается само.',
      uz: 'Sababni SmartStore Center da (반품 관리, qaytarishlar) o‘zgartiring; o‘zgarish o‘zi o‘qiladi.',
    },
  },
  {
    operation: 'claims.exchange.approve',
    reason: {
      ko: '교환 요청을 승인하는 API가 없습니다. 교환은 접수되면 바로 수거가 진행됩니다.',
      en: 'There is no call that approves an exchange: it goes on to be collected once it is asked for.',
      ru: 'Вызова для одобрения обмена нет: забор начинается сразу после заявки.',
      uz: 'Almashtirishni tasdiqlash chaqiruvi yo‘q: so‘ralishi bilan olib ketish boshlanadi.',
    },
    instead: {
      ko: '상품을 받으면 수거 완료 처리를 하고 교환 상품을 보내세요. 받아 줄 수 없으면 교환을 거부하세요.',
      en: 'Mark it collected when the goods are back and send the replacement; or reject the exchange.',
      ru: 'Когда товар вернётся, отметьте получение и отправьте замену; или отклоните обмен.',
      uz: 'Mahsulot qaytganda olinganini belgilang va almashtirishni jo‘nating; yoki almashtirishni rad eting.',
    },
  },
  {
    operation: 'claims.exchange.pickup',
    reason: {
      ko: '접수된 교환의 수거를 요청하는 API가 없습니다.',
      en: 'There is no call that books the pickup of an exchange.',
      ru: 'Вызова для заказа забора по обмену нет.',
      uz: 'Almashtirishda olib ketishni buyurtma qilish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '구매자가 교환을 접수하면 네이버가 지정택배로 수거를 요청합니다. 바꾸려면 스마트스토어센터의 교환 관리에서 하세요.',
      en: 'Naver books it with your return courier when the buyer asks for the exchange. Change it in the SmartStore Center (exchanges).',
      ru: 'Когда покупатель просит обмен, Naver сам вызывает вашего курьера. Изменить можно в SmartStore Center (교환 관리, обмены).',
      uz: 'Xaridor almashtirishni so‘raganda Naver kuryeringizni o‘zi chaqiradi. SmartStore Center da (교환 관리, almashtirishlar) o‘zgartirish mumkin.',
    },
  },
  {
    operation: 'claims.withdrawals',
    reason: {
      ko: '네이버는 구매자가 철회한 반품·교환과 판매자가 거부한 반품·교환을 같은 상태(REJECT)로 알려 줍니다.',
      en: 'A return or exchange that the buyer took back and one that was refused have the same status (REJECT).',
      ru: 'Отозванный покупателем и отклонённый продавцом возврат или обмен имеют один статус (REJECT).',
      uz: 'Xaridor qaytarib olgan va sotuvchi rad etgan qaytarish yoki almashtirish bir xil holatda (REJECT) bo‘ladi.',
    },
    instead: {
      ko: '거부하지 않은 건이 거부로 보이면 구매자가 철회한 것입니다. 스마트스토어센터의 클레임 이력에서 확인하세요.',
      en: 'One that you did not refuse was taken back; the SmartStore Center shows its history.',
      ru: 'Если вы не отклоняли, значит, покупатель отозвал; история есть в SmartStore Center.',
      uz: 'Siz rad etmagan bo‘lsangiz, xaridor qaytarib olgan; tarixi SmartStore Center da bor.',
    },
  },
  {
    operation: 'catalog.removeOption',
    reason: {
      ko: '쓰지 않는 옵션을 지우면 옵션 번호가 사라져 지난 주문과 이어지지 않으므로 지우지 않습니다.',
      en: 'Options that are no longer wanted are not deleted: a deleted option takes its number, and with it its orders, along.',
      ru: 'Ненужные опции не удаляются: вместе с опцией пропал бы её номер и связь с прошлыми заказами.',
      uz: 'Keraksiz variantlar o‘chirilmaydi: variant bilan uning raqami va eski buyurtmalar bog‘lanishi yo‘qolardi.',
    },
    instead: {
      ko: '상품을 다시 등록하면 빠진 옵션은 사용안함이 됩니다. 완전히 지우려면 스마트스토어센터에서 지우세요.',
      en: 'Publish the product again: options it lacks are switched off. Delete them for good in the SmartStore Center.',
      ru: 'Опубликуйте товар снова: недостающие опции отключатся. Насовсем удалите их в SmartStore Center.',
      uz: 'Mahsulotni qayta e’lon qiling: yo‘q variantlar o‘chirib qo‘yiladi. Butunlay SmartStore Center da o‘chiring.',
    },
  },
  {
    operation: 'catalog.standardOptions',
    reason: {
      ko: '표준형 옵션은 네이버가 정한 속성값이 필요해 등록·수정할 수 없습니다. 재고는 바꿀 수 있습니다.',
      en: "Standard options need Naver's own attribute values and cannot be published; their stock can be set.",
      ru: 'Стандартным опциям нужны значения атрибутов Naver, поэтому их нельзя опубликовать; остаток задать можно.',
      uz: 'Standart variantlarga Naver ning o‘z atributlari kerak, ularni e’lon qilib bo‘lmaydi; qoldig‘ini belgilash mumkin.',
    },
    instead: {
      ko: '조합형 옵션으로 등록하거나 스마트스토어센터에서 수정하세요.',
      en: 'List with ordinary options, or edit them in the SmartStore Center.',
      ru: 'Размещайте с обычными опциями или правьте их в SmartStore Center.',
      uz: 'Oddiy variantlar bilan joylang yoki SmartStore Center da tahrirlang.',
    },
  },
  {
    operation: 'hooks.orders',
    reason: {
      ko: '네이버 커머스API는 웹훅(주문 알림)을 보내지 않습니다.',
      en: 'Naver sends no webhooks.',
      ru: 'Naver не присылает вебхуки.',
      uz: 'Naver vebhuk yubormaydi.',
    },
    instead: {
      ko: '변경된 주문을 주기적으로 조회합니다. 변경 후 몇 초 뒤부터 보입니다.',
      en: 'Changed orders are polled; a change shows up after some seconds.',
      ru: 'Изменённые заказы опрашиваются по расписанию; изменение видно через несколько секунд.',
      uz: 'O‘zgargan buyurtmalar jadval bo‘yicha so‘raladi; o‘zgarish bir necha soniyada ko‘rinadi.',
    },
  },
];
