import type { Unsupported } from '../../kit/edition.ts';

/** What sellers expect and Coupang's Open API does not have, with the way around it (sheet §3). */
export const UNSUPPORTED: readonly Unsupported[] = [
  {
    operation: 'orders.delay',
    reason: {
      ko: '쿠팡 Open API에는 발송지연(배송지연 안내) 기능이 없습니다.',
      en: 'Coupang has no API to announce a shipping delay.',
      ru: 'У Coupang нет вызова API, чтобы сообщить о задержке отправки.',
      uz: 'Coupang da jo‘natish kechikishini e’lon qiladigan API yo‘q.',
    },
    instead: {
      ko: '구매자에게 안심번호로 직접 알리거나 WING에서 안내하세요. 품절이면 판매자 취소를 검토하세요.',
      en: 'Tell the buyer through the safe number or in WING. If the goods are sold out, consider a seller cancel.',
      ru: 'Сообщите покупателю по защищённому номеру или в WING. Если товар закончился, подумайте об отмене продавцом.',
      uz: 'Xaridorga himoyalangan raqam orqali yoki WING da ayting. Mahsulot tugagan bo‘lsa, sotuvchi sifatida bekor qilishni o‘ylab ko‘ring.',
    },
  },
  {
    operation: 'orders.split',
    reason: {
      ko: '한 옵션의 수량을 나누어 발송할 수 없습니다. 분리배송은 옵션 단위로만 되고 되돌릴 수 없습니다.',
      en: 'The quantity of one option cannot be shipped in parts. A box splits by whole options only, for good.',
      ru: 'Количество одной опции нельзя отправить частями. Посылка делится только целыми опциями и навсегда.',
      uz: 'Bitta variant miqdorini qismlab jo‘natib bo‘lmaydi. Jo‘natma faqat butun variantlarga va qaytmas qilib bo‘linadi.',
    },
    instead: {
      ko: '박스 전체를 한 송장으로 발송하거나 WING에서 분리배송을 등록하세요. 새로 생긴 박스는 자동으로 읽어 옵니다.',
      en: 'Ship the whole box under one invoice, or split it in WING; the new boxes are read by themselves.',
      ru: 'Отправьте посылку целиком с одним трек-номером или разделите её в WING; новые посылки прочитаются сами.',
      uz: 'Jo‘natmani bitta trek-raqam bilan butun jo‘nating yoki WING da bo‘ling; yangilari o‘zi o‘qiladi.',
    },
  },
  {
    operation: 'orders.undoAcknowledge',
    reason: {
      ko: '발주확인(상품준비중 처리)은 취소할 수 없습니다.',
      en: 'An acknowledgement cannot be taken back.',
      ru: 'Подтверждение заказа нельзя отозвать.',
      uz: 'Buyurtma tasdig‘ini qaytarib olib bo‘lmaydi.',
    },
    instead: {
      ko: '발송할 수 없으면 판매자 취소를 하세요. 판매자 점수에 반영됩니다.',
      en: 'If you cannot ship, cancel as the seller; it counts against the seller score.',
      ru: 'Если отправить нельзя, отмените как продавец; это снижает оценку продавца.',
      uz: 'Jo‘nata olmasangiz, sotuvchi sifatida bekor qiling; bu sotuvchi bahosini pasaytiradi.',
    },
  },
  {
    operation: 'orders.commission',
    reason: {
      ko: '주문에는 수수료와 정산 예정 금액이 없습니다.',
      en: 'Orders carry no commission and no expected settlement.',
      ru: 'В заказах нет комиссии и ожидаемой выплаты.',
      uz: 'Buyurtmalarda komissiya va kutilayotgan to‘lov ko‘rsatilmaydi.',
    },
    instead: {
      ko: '구매확정 또는 배송완료 7일 후 매출내역에서 확인하세요.',
      en: 'Read them in the revenue history, after the purchase is confirmed or 7 days after delivery.',
      ru: 'Смотрите их в истории выручки после подтверждения покупки или через 7 дней после доставки.',
      uz: 'Ularni xarid tasdiqlangach yoki yetkazilganidan 7 kun keyin tushum tarixida ko‘ring.',
    },
  },
  {
    operation: 'orders.labels',
    reason: {
      ko: '쿠팡 Open API는 운송장 출력 기능을 제공하지 않습니다.',
      en: 'Coupang prints no shipping labels through its API.',
      ru: 'У Coupang нет печати этикеток через API.',
      uz: 'Coupang API orqali yorliq chop etmaydi.',
    },
    instead: {
      ko: '택배사 프로그램에서 출력한 뒤 송장번호를 등록하세요.',
      en: "Print them with your courier's program and enter the invoice numbers.",
      ru: 'Распечатайте их в программе перевозчика и введите трек-номера.',
      uz: 'Ularni tashuvchi dasturida chop etib, trek-raqamlarni kiriting.',
    },
  },
  {
    operation: 'orders.hold',
    reason: {
      ko: '쿠팡 Open API에는 발송 보류 기능이 없습니다.',
      en: 'Coupang has no API to put a shipment on hold.',
      ru: 'У Coupang нет вызова API, чтобы поставить отправку на паузу.',
      uz: 'Coupang da jo‘natishni to‘xtatib turadigan API yo‘q.',
    },
    instead: {
      ko: '보류할 주문은 발송하지 말고 두세요. 늦어지면 구매자에게 안심번호로 알리세요.',
      en: 'Leave the order unshipped, and tell the buyer through the safe number if it takes longer.',
      ru: 'Не отправляйте заказ, а если это надолго, сообщите покупателю по защищённому номеру.',
      uz: 'Buyurtmani jo‘natmay turing, uzoq cho‘zilsa, xaridorga himoyalangan raqam orqali ayting.',
    },
  },
  {
    operation: 'orders.release',
    reason: {
      ko: '발송 보류가 없으므로 해제할 것도 없습니다.',
      en: 'There is no hold, so there is none to lift.',
      ru: 'Паузы нет, поэтому снимать нечего.',
      uz: 'To‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
    },
    instead: {
      ko: '준비되면 바로 발송하세요.',
      en: 'Ship the order as soon as it is ready.',
      ru: 'Отправьте заказ, как только он готов.',
      uz: 'Buyurtma tayyor bo‘lishi bilan jo‘nating.',
    },
  },
  {
    operation: 'claims.return.approve',
    reason: {
      ko: '반품 접수를 승인하는 API가 없습니다. 반품은 접수되면 바로 진행됩니다.',
      en: 'There is no call that agrees to a return: it goes on as soon as it is asked for.',
      ru: 'Вызова для согласия на возврат нет: он идёт дальше сразу после заявки.',
      uz: 'Qaytarishga rozilik chaqiruvi yo‘q: u so‘ralishi bilan davom etadi.',
    },
    instead: {
      ko: '상품이 돌아오면 입고를 확인하고, 이어서 반품 완료(환불)를 하세요.',
      en: 'When the goods are back, confirm that you received them, then complete the return.',
      ru: 'Когда товар вернётся, подтвердите получение и завершите возврат.',
      uz: 'Mahsulot qaytganda qabulni tasdiqlang va qaytarishni yakunlang.',
    },
  },
  {
    operation: 'claims.return.reject',
    reason: {
      ko: '반품을 거부하는 API가 없습니다.',
      en: 'There is no call that rejects a return.',
      ru: 'Вызова для отклонения возврата нет.',
      uz: 'Qaytarishni rad etish chaqiruvi yo‘q.',
    },
    instead: {
      ko: 'WING에서 "쿠팡확인요청"으로 이의를 제기하세요.',
      en: 'Dispute it in WING ("쿠팡확인요청").',
      ru: 'Оспорьте это в WING («쿠팡확인요청»).',
      uz: 'Buni WING da e’tiroz qiling («쿠팡확인요청»).',
    },
  },
  {
    operation: 'claims.return.hold',
    reason: {
      ko: '반품을 보류하는 API가 없습니다.',
      en: 'There is no call that withholds a return.',
      ru: 'Вызова для паузы возврата нет.',
      uz: 'Qaytarishni to‘xtatish chaqiruvi yo‘q.',
    },
    instead: {
      ko: 'WING에서 "쿠팡확인요청"을 하면 쿠팡이 확인할 때까지 환불이 멈춥니다.',
      en: 'Ask Coupang to look at it in WING ("쿠팡확인요청"): the refund waits for that.',
      ru: 'Попросите Coupang проверить в WING («쿠팡확인요청»): возврат денег подождёт.',
      uz: 'WING da Coupang dan tekshirishni so‘rang («쿠팡확인요청»): pul qaytarish shuni kutadi.',
    },
  },
  {
    operation: 'claims.return.release',
    reason: {
      ko: '반품 보류를 푸는 API가 없습니다.',
      en: 'There is no call that lifts the hold on a return.',
      ru: 'Вызова для снятия паузы возврата нет.',
      uz: 'To‘xtatilgan qaytarishni davom ettirish chaqiruvi yo‘q.',
    },
    instead: {
      ko: 'WING에서 "쿠팡확인요청"을 철회하거나 쿠팡의 판단을 기다리세요.',
      en: 'Take the dispute back in WING, or wait for what Coupang decides.',
      ru: 'Отзовите спор в WING или ждите решения Coupang.',
      uz: 'E’tirozni WING da qaytarib oling yoki Coupang qarorini kuting.',
    },
  },
  {
    operation: 'claims.return.charge_fee',
    reason: {
      ko: '반품 배송비는 쿠팡이 정하며 바꾸는 API가 없습니다.',
      en: 'Coupang sets what a return costs; no call changes it.',
      ru: 'Стоимость возврата назначает Coupang; изменить её через API нельзя.',
      uz: 'Qaytarish narxini Coupang belgilaydi; uni API orqali o‘zgartirib bo‘lmaydi.',
    },
    instead: {
      ko: '금액이 다르면 WING에서 "쿠팡확인요청"을 하세요.',
      en: 'If the amount is wrong, dispute it in WING ("쿠팡확인요청").',
      ru: 'Если сумма неверна, оспорьте её в WING («쿠팡확인요청»).',
      uz: 'Summa noto‘g‘ri bo‘lsa, WING da e’tiroz bildiring («쿠팡확인요청»).',
    },
  },
  {
    operation: 'claims.return.change_fault',
    reason: {
      ko: '반품의 귀책을 바꾸는 API가 없습니다.',
      en: 'There is no call that changes who is at fault.',
      ru: 'Вызова для смены виновной стороны нет.',
      uz: 'Aybdorni o‘zgartirish chaqiruvi yo‘q.',
    },
    instead: {
      ko: 'WING에서 "쿠팡확인요청"으로 귀책 변경을 요청하세요.',
      en: 'Ask for it in WING ("쿠팡확인요청").',
      ru: 'Запросите это в WING («쿠팡확인요청»).',
      uz: 'Buni WING da so‘rang («쿠팡확인요청»).',
    },
  },
  {
    operation: 'claims.exchange.approve',
    reason: {
      ko: '교환 승인 API가 없습니다.',
      en: 'There is no call that approves an exchange.',
      ru: 'Вызова для одобрения обмена нет.',
      uz: 'Almashtirishni tasdiqlash chaqiruvi yo‘q.',
    },
    instead: {
      ko: '회수 상품의 입고를 확인한 뒤 새 박스에 재발송 송장을 등록하세요.',
      en: 'Confirm that the goods came back, then enter the invoice of the new box.',
      ru: 'Подтвердите получение товара, затем введите трек-номер новой посылки.',
      uz: 'Mahsulot qaytganini tasdiqlang, so‘ng yangi jo‘natma trek-raqamini kiriting.',
    },
  },
  {
    operation: 'claims.exchange.hold',
    reason: {
      ko: '교환을 보류하는 API가 없습니다.',
      en: 'There is no call that withholds an exchange.',
      ru: 'Вызова для паузы обмена нет.',
      uz: 'Almashtirishni to‘xtatish chaqiruvi yo‘q.',
    },
    instead: {
      ko: '입고 확인을 미루고, 문제가 있으면 쿠팡 판매자 지원에 문의하세요.',
      en: 'Wait with confirming the goods, and ask seller support where something is wrong.',
      ru: 'Не спешите подтверждать получение; если что-то не так, обратитесь в поддержку продавцов.',
      uz: 'Qabulni tasdiqlashga shoshilmang; biror narsa noto‘g‘ri bo‘lsa, sotuvchilarni qo‘llab-quvvatlashga murojaat qiling.',
    },
  },
  {
    operation: 'claims.exchange.release',
    reason: {
      ko: '교환 보류가 없으므로 해제할 것도 없습니다.',
      en: 'There is no hold, so there is none to lift.',
      ru: 'Паузы нет, поэтому снимать нечего.',
      uz: 'To‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
    },
    instead: {
      ko: '입고를 확인하고 재발송하세요.',
      en: 'Confirm the goods and send the new ones.',
      ru: 'Подтвердите получение и отправьте новый товар.',
      uz: 'Mahsulot kelganini tasdiqlang va yangisini jo‘nating.',
    },
  },
  {
    operation: 'catalog.uploadImages',
    reason: {
      ko: '쿠팡 Open API에는 이미지 업로드 기능이 없습니다. 쿠팡이 이미지 주소에서 직접 내려받습니다.',
      en: 'Coupang takes no uploads of pictures: it fetches them from their addresses.',
      ru: 'Coupang не принимает загрузку изображений: он сам берёт их по адресам.',
      uz: 'Coupang rasm yuklashni qabul qilmaydi: ularni manzillaridan o‘zi oladi.',
    },
    instead: {
      ko: '누구나 볼 수 있는 주소(150자 이하, 80·443 포트)에 이미지를 올려 두세요.',
      en: 'Keep pictures at public addresses of no more than 150 characters, on the usual ports.',
      ru: 'Держите изображения по открытым адресам до 150 знаков на обычных портах.',
      uz: 'Rasmlarni 150 belgidan oshmagan ochiq manzillarda, odatdagi portlarda saqlang.',
    },
  },
  {
    operation: 'catalog.changeCategory',
    reason: {
      ko: '등록된 상품의 카테고리는 판매자가 바꿀 수 없습니다.',
      en: 'A seller cannot change the category of a product that is listed.',
      ru: 'Продавец не может сменить категорию уже размещённого товара.',
      uz: 'Sotuvchi joylangan mahsulot toifasini o‘zgartira olmaydi.',
    },
    instead: {
      ko: '쿠팡 판매자 지원에 변경을 요청하거나 새 상품으로 등록하세요.',
      en: 'Ask seller support to change it, or list the goods anew.',
      ru: 'Попросите поддержку продавцов изменить её или разместите товар заново.',
      uz: 'Sotuvchilarni qo‘llab-quvvatlashdan o‘zgartirishni so‘rang yoki mahsulotni qayta joylang.',
    },
  },
  {
    operation: 'hooks.orders',
    reason: {
      ko: '쿠팡은 웹훅(주문 알림)을 보내지 않습니다.',
      en: 'Coupang sends no webhooks.',
      ru: 'Coupang не присылает вебхуки.',
      uz: 'Coupang vebhuk yubormaydi.',
    },
    instead: {
      ko: '주기적으로 주문을 조회합니다. 새 주문은 결제 후 약 10분 뒤부터 보입니다.',
      en: 'Orders are polled; a new order shows up about 10 minutes after its payment.',
      ru: 'Заказы опрашиваются по расписанию; новый виден примерно через 10 минут после оплаты.',
      uz: 'Buyurtmalar jadval bo‘yicha so‘raladi; yangisi to‘lovdan taxminan 10 daqiqa keyin ko‘rinadi.',
    },
  },
];
