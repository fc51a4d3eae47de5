import type { Unsupported } from '../../kit/edition.ts';

const SELLER_OFFICE = {
  ko: '11번가 셀러오피스에서 처리하세요. 바뀐 내용은 자동으로 읽어 옵니다.',
  en: 'Do it in Seller Office; what changes is read by itself.',
  ru: 'Сделайте это в 11st Seller Office; изменения прочитаются сами.',
  uz: '11st Seller Office da bajaring; o‘zgarishlar o‘zi o‘qiladi.',
} as const;

/** What sellers expect and the 11st Open API does not have, with the way around it (sheet §3). */
export const UNSUPPORTED: readonly Unsupported[] = [
  {
    operation: 'orders.changeInvoice',
    reason: {
      ko: '발송처리한 뒤 송장을 수정하는 API가 없습니다. 다시 발송처리하면 거절됩니다.',
      en: 'No call changes an invoice after dispatch; shipping again is refused.',
      ru: 'После отправки трек-номер через API не изменить; повторная отправка отклоняется.',
      uz: 'Jo‘natilgach trek-raqamni API orqali o‘zgartirib bo‘lmaydi; qayta jo‘natish rad etiladi.',
    },
    instead: {
      ko: '셀러오피스의 배송 관리에서 송장을 수정하세요. 수정한 송장은 자동으로 읽어 옵니다.',
      en: 'Change it in Seller Office (delivery management); the new invoice is read by itself.',
      ru: 'Измените его в Seller Office (배송 관리, управление доставкой); новый трек-номер прочитается сам.',
      uz: 'Seller Office da (배송 관리, yetkazish boshqaruvi) o‘zgartiring; yangi trek-raqam o‘zi o‘qiladi.',
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
      ko: '발송지연 안내로 발송일을 미루세요. 최대 30일까지 됩니다.',
      en: 'Announce a delay: it moves the day to ship by, up to 30 days.',
      ru: 'Сообщите о задержке: срок отправки сдвинется, не более чем на 30 дней.',
      uz: 'Kechikishni e’lon qiling: jo‘natish muddati 30 kungacha suriladi.',
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
      ko: '준비되면 바로 발송처리하세요. 발송지연 안내 중에도 발송할 수 있습니다.',
      en: 'Dispatch when the goods are ready, also after a delay notice.',
      ru: 'Отправляйте, как только товар готов, в том числе после сообщения о задержке.',
      uz: 'Mahsulot tayyor bo‘lishi bilan jo‘nating, kechikish e’lon qilingan bo‘lsa ham.',
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
      ko: '발송할 수 없으면 판매자 취소를 하세요. 판매자 귀책 사유는 신용점수가 깎입니다.',
      en: 'If you cannot ship, cancel as the seller; a reason that is your fault costs credit points.',
      ru: 'Если отправить нельзя, отмените как продавец; за причину по вашей вине снимаются баллы.',
      uz: 'Jo‘nata olmasangiz, sotuvchi sifatida bekor qiling; sizning aybingiz bo‘lsa, ball ayriladi.',
    },
  },
  {
    operation: 'orders.labels',
    reason: {
      ko: '운송장을 출력하는 API가 없습니다.',
      en: '11st prints no shipping labels through its API.',
      ru: 'У 11st нет печати этикеток через API.',
      uz: '11st API orqali yorliq chop etmaydi.',
    },
    instead: {
      ko: '택배사 프로그램에서 출력한 뒤 송장번호를 등록하세요.',
      en: "Print them with your courier's program and enter the invoice numbers.",
      ru: 'Распечатайте их в программе перевозчика и введите трек-номера.',
      uz: 'Ularni tashuvchi dasturida chop etib, trek-raqamlarni kiriting.',
    },
  },
  {
    operation: 'claims.return.collect',
    reason: {
      ko: '반품 상품의 입고를 따로 알리는 API가 없습니다.',
      en: 'No call tells that the goods of a return came back.',
      ru: 'Сообщить о получении возвращённого товара через API нельзя.',
      uz: 'Qaytarilgan mahsulot kelganini API orqali aytib bo‘lmaydi.',
    },
    instead: {
      ko: '상품을 확인한 뒤 반품을 승인하세요. 승인하면 바로 환불됩니다.',
      en: 'Look at the goods, then approve the return: that refunds the buyer.',
      ru: 'Проверьте товар и одобрите возврат: деньги сразу вернутся покупателю.',
      uz: 'Mahsulotni ko‘rib, qaytarishni tasdiqlang: pul darhol xaridorga qaytadi.',
    },
  },
  {
    operation: 'claims.return.complete',
    reason: {
      ko: '반품 완료 단계가 따로 없습니다. 반품 승인이 곧 환불입니다.',
      en: 'There is no step that completes a return: approving it refunds.',
      ru: 'Отдельного завершения возврата нет: деньги возвращает его одобрение.',
      uz: 'Qaytarishni yakunlash bosqichi yo‘q: tasdiqlash pulni qaytaradi.',
    },
    instead: {
      ko: '상품을 확인한 뒤 반품을 승인하세요.',
      en: 'Look at the goods, then approve the return.',
      ru: 'Проверьте товар и одобрите возврат.',
      uz: 'Mahsulotni ko‘rib, qaytarishni tasdiqlang.',
    },
  },
  {
    operation: 'claims.return.release',
    reason: {
      ko: '반품 보류를 해제하는 API가 없습니다.',
      en: 'No call takes a return off hold.',
      ru: 'Снять возврат с паузы через API нельзя.',
      uz: 'To‘xtatilgan qaytarishni API orqali davom ettirib bo‘lmaydi.',
    },
    instead: {
      ko: '보류 중인 반품을 바로 승인하거나 거부하세요.',
      en: 'Approve or reject the return as it is: both work on one that is on hold.',
      ru: 'Одобрите или отклоните возврат как есть: на паузе можно и то и другое.',
      uz: 'Qaytarishni o‘z holicha tasdiqlang yoki rad eting: to‘xtatilganida ikkalasi ham mumkin.',
    },
  },
  {
    operation: 'claims.return.charge_fee',
    reason: {
      ko: '반품 배송비를 청구하는 API가 없습니다.',
      en: 'No call charges a return fee.',
      ru: 'Запросить оплату возврата через API нельзя.',
      uz: 'Qaytarish haqini API orqali so‘rab bo‘lmaydi.',
    },
    instead: {
      ko: '반품 배송비 미동봉 사유로 보류하고 구매자에게 요청하거나 셀러오피스에서 처리하세요.',
      en: 'Put the return on hold because the fee was not enclosed and ask the buyer, or do it in Seller Office.',
      ru: 'Поставьте возврат на паузу, так как доставка не оплачена, и попросите покупателя или сделайте это в Seller Office.',
      uz: 'Haq qo‘shilmagani uchun qaytarishni to‘xtatib, xaridordan so‘rang yoki Seller Office da bajaring.',
    },
  },
  {
    operation: 'claims.return.change_fault',
    reason: {
      ko: '반품 귀책을 변경하는 API가 없습니다.',
      en: 'No call changes whose fault a return is.',
      ru: 'Сменить виновную сторону возврата через API нельзя.',
      uz: 'Qaytarishda aybdorni API orqali o‘zgartirib bo‘lmaydi.',
    },
    instead: SELLER_OFFICE,
  },
  {
    operation: 'claims.exchange.approve',
    reason: {
      ko: '교환 승인만 따로 할 수 없습니다. 새 상품의 송장을 등록하면 승인됩니다.',
      en: 'An exchange cannot be approved by itself: shipping the new goods approves it.',
      ru: 'Обмен нельзя одобрить отдельно: его одобряет отправка нового товара.',
      uz: 'Almashtirishni alohida tasdiqlab bo‘lmaydi: yangi mahsulotni jo‘natish uni tasdiqlaydi.',
    },
    instead: {
      ko: '새 상품을 보내고 교환 재발송으로 송장을 등록하세요.',
      en: 'Send the new goods and ship the exchange with their invoice.',
      ru: 'Отправьте новый товар и введите его трек-номер в обмене.',
      uz: 'Yangi mahsulotni jo‘natib, almashtirishga trek-raqamini kiriting.',
    },
  },
  {
    operation: 'claims.exchange.collect',
    reason: {
      ko: '교환 상품의 입고를 알리는 API가 없습니다.',
      en: 'No call tells that the goods of an exchange came back.',
      ru: 'Сообщить о получении товара по обмену через API нельзя.',
      uz: 'Almashtirish mahsuloti kelganini API orqali aytib bo‘lmaydi.',
    },
    instead: {
      ko: '상품을 확인한 뒤 교환 재발송으로 송장을 등록하세요.',
      en: 'Look at the goods, then ship the exchange.',
      ru: 'Проверьте товар и отправьте замену.',
      uz: 'Mahsulotni ko‘rib, almashtirishni jo‘nating.',
    },
  },
  {
    operation: 'claims.exchange.pickup',
    reason: {
      ko: '교환 상품의 수거 송장을 등록하는 API가 없습니다.',
      en: 'No call registers how the goods of an exchange come back.',
      ru: 'Ввести трек-номер забора по обмену через API нельзя.',
      uz: 'Almashtirishda qaytish trek-raqamini API orqali kiritib bo‘lmaydi.',
    },
    instead: SELLER_OFFICE,
  },
  {
    operation: 'claims.exchange.hold',
    reason: {
      ko: '교환을 보류하는 API가 없습니다.',
      en: 'No call puts an exchange on hold.',
      ru: 'Поставить обмен на паузу через API нельзя.',
      uz: 'Almashtirishni API orqali to‘xtatib bo‘lmaydi.',
    },
    instead: SELLER_OFFICE,
  },
  {
    operation: 'claims.exchange.release',
    reason: {
      ko: '교환 보류를 해제하는 API가 없습니다.',
      en: 'No call takes an exchange off hold.',
      ru: 'Снять обмен с паузы через API нельзя.',
      uz: 'To‘xtatilgan almashtirishni API orqali davom ettirib bo‘lmaydi.',
    },
    instead: SELLER_OFFICE,
  },
  {
    operation: 'catalog.delete',
    reason: {
      ko: '상품을 삭제하는 API가 없습니다.',
      en: 'No call deletes a product.',
      ru: 'Удалить товар через API нельзя.',
      uz: 'Mahsulotni API orqali o‘chirib bo‘lmaydi.',
    },
    instead: {
      ko: '전시를 중지하세요. 구매자에게 보이지 않게 됩니다.',
      en: 'Stop its display: buyers see it no more.',
      ru: 'Снимите с показа: покупатели его больше не увидят.',
      uz: 'Ko‘rsatishni to‘xtating: xaridorlar uni ko‘rmaydi.',
    },
  },
  {
    operation: 'catalog.uploadImages',
    reason: {
      ko: '이미지를 올리는 API가 없습니다. 11번가가 공개 주소에서 이미지를 내려받습니다.',
      en: 'No call takes a picture; 11st fetches pictures from public addresses.',
      ru: 'Загрузить изображение через API нельзя; 11st сам берёт их по открытым адресам.',
      uz: 'Rasmni API orqali yuklab bo‘lmaydi; 11st ularni ochiq manzillardan o‘zi oladi.',
    },
    instead: {
      ko: 'Content-Type이 image/*인 공개 주소의 jpg, png, webp 이미지를 쓰세요.',
      en: 'Use jpg, png or webp pictures at public addresses that say `Content-Type: image/*`.',
      ru: 'Используйте изображения jpg, png или webp по открытым адресам с `Content-Type: image/*`.',
      uz: 'Ochiq manzildagi, `Content-Type: image/*` bo‘lgan jpg, png yoki webp rasmlardan foydalaning.',
    },
  },
  {
    operation: 'stock.addOns',
    reason: {
      ko: '추가구성상품의 재고는 API로 조회하거나 바꿀 수 없습니다.',
      en: 'The stock of add-on items can be neither read nor set.',
      ru: 'Остаток дополнительных товаров нельзя ни прочитать, ни изменить.',
      uz: 'Qo‘shimcha mahsulotlar qoldig‘ini o‘qib ham, o‘zgartirib ham bo‘lmaydi.',
    },
    instead: SELLER_OFFICE,
  },
  {
    operation: 'hooks.orders',
    reason: {
      ko: '11번가는 웹훅(주문 알림)을 보내지 않습니다.',
      en: '11st sends no webhooks.',
      ru: '11st не присылает вебхуки.',
      uz: '11st vebhuk yubormaydi.',
    },
    instead: {
      ko: '상태별 주문 목록을 주기적으로 조회합니다.',
      en: 'The lists of every order state are polled.',
      ru: 'Списки заказов по каждому статусу опрашиваются по расписанию.',
      uz: 'Har bir holatdagi buyurtmalar ro‘yxati jadval bo‘yicha so‘raladi.',
    },
  },
];
