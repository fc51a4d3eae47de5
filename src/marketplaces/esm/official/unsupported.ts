import type { Unsupported } from '../../kit/edition.ts';
import { gap } from '../../kit/gap.ts';

/** What sellers expect and the trading API does not have, with the way around it (sheet §3). */
export const UNSUPPORTED: readonly Unsupported[] = [
  gap(
    'orders.split',
    {
      ko: '주문번호 하나에 송장은 하나뿐입니다.',
      en: 'An order number takes one invoice.',
      ru: 'У номера заказа может быть только один трек-номер.',
      uz: 'Bitta buyurtma raqamiga bitta trek-raqam to‘g‘ri keladi.',
    },
    {
      ko: '대표 송장을 등록하고 나머지 송장은 구매자에게 알려 주세요.',
      en: 'Register one invoice and tell the buyer the others.',
      ru: 'Введите один трек-номер, а остальные сообщите покупателю.',
      uz: 'Bitta trek-raqam kiriting, qolganlarini xaridorga ayting.',
    },
  ),
  gap(
    'orders.hold',
    {
      ko: '발송 보류 기능이 없습니다.',
      en: 'There is no call to hold a dispatch.',
      ru: 'Вызова для паузы отправки нет.',
      uz: 'Jo‘natishni to‘xtatish chaqiruvi yo‘q.',
    },
    {
      ko: '발송예정일을 등록하세요.',
      en: 'Announce the day on which it leaves.',
      ru: 'Сообщите ожидаемый день отправки.',
      uz: 'Jo‘natish kunini e’lon qiling.',
    },
  ),
  gap(
    'orders.release',
    {
      ko: '발송 보류 기능이 없어 해제할 것도 없습니다.',
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
  gap(
    'orders.undoAcknowledge',
    {
      ko: '주문확인은 취소할 수 없습니다.',
      en: 'A confirmation cannot be taken back.',
      ru: 'Подтверждение заказа нельзя отозвать.',
      uz: 'Buyurtma tasdig‘ini qaytarib olib bo‘lmaydi.',
    },
    {
      ko: '발송할 수 없으면 판매자 취소를 하세요. 상품이 품절로 바뀝니다.',
      en: 'If you cannot ship, cancel as the seller; the product goes off sale.',
      ru: 'Если отправить нельзя, отмените как продавец; товар станет распроданным.',
      uz: 'Jo‘nata olmasangiz, sotuvchi sifatida bekor qiling; mahsulot tugagan deb belgilanadi.',
    },
  ),
  gap(
    'orders.labels',
    {
      ko: '운송장 출력 기능이 없습니다.',
      en: 'ESM prints no shipping labels.',
      ru: 'У ESM нет печати этикеток.',
      uz: 'ESM yorliq chop etmaydi.',
    },
    {
      ko: '택배사 프로그램에서 출력한 뒤 송장번호를 등록하세요.',
      en: "Print them with your courier's program and enter the numbers.",
      ru: 'Распечатайте их в программе перевозчика и введите трек-номера.',
      uz: 'Ularni tashuvchi dasturida chop etib, trek-raqamlarni kiriting.',
    },
  ),
  gap(
    'claims.return.reject',
    {
      ko: '반품을 거부하는 API가 없습니다.',
      en: 'There is no call that rejects a return.',
      ru: 'Вызова для отклонения возврата нет.',
      uz: 'Qaytarishni rad etish chaqiruvi yo‘q.',
    },
    {
      ko: '보류한 뒤 구매자나 고객센터와 협의해 철회하세요.',
      en: 'Put it on hold and agree on a withdrawal with the buyer or the support.',
      ru: 'Поставьте на паузу и договоритесь об отзыве с покупателем или поддержкой.',
      uz: 'To‘xtatib, xaridor yoki qo‘llab-quvvatlash bilan qaytarib olishga kelishing.',
    },
  ),
  gap(
    'claims.return.collect',
    {
      ko: '반품 수거 완료를 등록하는 API가 없습니다.',
      en: 'There is no call for goods of a return that came back.',
      ru: 'Вызова о получении возвращённого товара нет.',
      uz: 'Qaytarilgan mahsulot kelgani haqida chaqiruv yo‘q.',
    },
    {
      ko: '반품을 승인하면 수거도 완료됩니다.',
      en: 'Approve the return: that ends the pick-up too.',
      ru: 'Одобрите возврат: забор тоже завершится.',
      uz: 'Qaytarishni tasdiqlang: olib ketish ham yakunlanadi.',
    },
  ),
  gap(
    'claims.return.release',
    {
      ko: '반품 보류만 따로 푸는 API가 없습니다.',
      en: 'A hold of a return cannot be lifted by itself.',
      ru: 'Снять только паузу возврата нельзя.',
      uz: 'Faqat qaytarish to‘xtatilishini bekor qilib bo‘lmaydi.',
    },
    {
      ko: '반품을 승인하면 보류가 풀립니다.',
      en: 'Approve the return: that lifts the hold.',
      ru: 'Одобрите возврат: пауза снимется.',
      uz: 'Qaytarishni tasdiqlang: to‘xtatish bekor bo‘ladi.',
    },
  ),
  gap(
    'claims.return.change_fault',
    {
      ko: '귀책을 바꾸는 API가 없습니다.',
      en: 'There is no call that changes whose fault it is.',
      ru: 'Вызова для смены виновной стороны нет.',
      uz: 'Aybdorni o‘zgartirish chaqiruvi yo‘q.',
    },
    {
      ko: 'ESM PLUS나 고객센터에서 바꾸세요.',
      en: 'Change it in ESM PLUS or through the support.',
      ru: 'Измените в ESM PLUS или через поддержку.',
      uz: 'ESM PLUS da yoki qo‘llab-quvvatlash orqali o‘zgartiring.',
    },
  ),
  gap(
    'claims.exchange.approve',
    {
      ko: '교환만 승인하는 API가 없습니다.',
      en: 'There is no call that only approves an exchange.',
      ru: 'Вызова только для одобрения обмена нет.',
      uz: 'Faqat almashtirishni tasdiqlaydigan chaqiruv yo‘q.',
    },
    {
      ko: '재발송 송장을 등록하면 승인됩니다.',
      en: 'Register the invoice of the replacement: that is the approval.',
      ru: 'Введите трек-номер замены: это и есть одобрение.',
      uz: 'Almashtirish trek-raqamini kiriting: tasdiqlash shuning o‘zi.',
    },
  ),
  gap(
    'claims.exchange.reject',
    {
      ko: '교환을 거부하는 API가 없습니다.',
      en: 'There is no call that rejects an exchange.',
      ru: 'Вызова для отклонения обмена нет.',
      uz: 'Almashtirishni rad etish chaqiruvi yo‘q.',
    },
    {
      ko: '구매자와 협의해 철회하거나, ESM PLUS에서 반품으로 바꾸세요.',
      en: 'Agree on a withdrawal with the buyer, or turn it into a return in ESM PLUS.',
      ru: 'Договоритесь с покупателем об отзыве или замените на возврат в ESM PLUS.',
      uz: 'Xaridor bilan qaytarib olishga kelishing yoki ESM PLUS da qaytarishga aylantiring.',
    },
  ),
  gap(
    'stock.soldOutPerSite',
    {
      ko: '옵션의 품절 표시는 지마켓과 옥션에 함께 적용됩니다.',
      en: 'The sold-out mark of an option is one for Gmarket and Auction.',
      ru: 'Отметка «распродано» у опции общая для Gmarket и Auction.',
      uz: 'Variantning «tugagan» belgisi Gmarket va Auction uchun bitta.',
    },
    {
      ko: '한쪽에서 0개가 된 옵션은 두 사이트에서 모두 품절이 되고, 재고가 다시 생기면 풀립니다.',
      en: 'An option of which one site has none left is sold out on both, until a number comes again.',
      ru: 'Опция, закончившаяся на одной площадке, распродана на обеих, пока остаток не появится снова.',
      uz: 'Bir saytda tugagan variant qoldiq paydo bo‘lguncha ikkalasida ham tugagan bo‘ladi.',
    },
  ),
  gap(
    'prices.optionPerSite',
    {
      ko: '옵션 추가금은 지마켓과 옥션이 같습니다.',
      en: 'What an option costs on top is one amount for Gmarket and Auction.',
      ru: 'Доплата за опцию одна и та же для Gmarket и Auction.',
      uz: 'Variant uchun qo‘shimcha to‘lov Gmarket va Auction uchun bir xil.',
    },
    {
      ko: '사이트마다 다르게 팔려면 상품 가격을 다르게 하세요.',
      en: 'To sell for different prices, give the product itself another price on each site.',
      ru: 'Чтобы продавать по разным ценам, задайте разную цену самого товара на площадках.',
      uz: 'Turli narxda sotish uchun har bir saytda mahsulotning o‘z narxini boshqacha qiling.',
    },
  ),
  gap(
    'catalog.certifications',
    {
      ko: '인증정보를 등록하는 형식이 공개되어 있지 않습니다.',
      en: 'How certificates are told is not documented.',
      ru: 'Формат данных о сертификатах не опубликован.',
      uz: 'Sertifikat ma’lumotlari formati e’lon qilinmagan.',
    },
    {
      ko: '인증이 필요한 상품은 ESM PLUS에서 등록한 뒤 가져오세요. 수정할 때 인증정보는 그대로 둡니다.',
      en: 'List goods that need one in ESM PLUS and import them; changes leave the certificates alone.',
      ru: 'Товары, которым нужен сертификат, разместите в ESM PLUS и загрузите оттуда; при изменениях сертификаты не трогаются.',
      uz: 'Sertifikat kerak mahsulotlarni ESM PLUS da joylab, yuklab oling; o‘zgartirishda sertifikatlarga tegilmaydi.',
    },
  ),
  gap(
    'catalog.origin',
    {
      ko: '원산지를 등록하는 형식이 공개되어 있지 않습니다.',
      en: 'How the origin is told is not documented.',
      ru: 'Формат данных о стране происхождения не опубликован.',
      uz: 'Ishlab chiqarilgan mamlakat formati e’lon qilinmagan.',
    },
    {
      ko: '상품정보제공고시의 제조국에 적거나 ESM PLUS에서 입력하세요.',
      en: 'Tell it in the statutory notice, or enter it in ESM PLUS.',
      ru: 'Укажите страну в обязательных сведениях о товаре (상품정보제공고시) или введите её в ESM PLUS.',
      uz: 'Mamlakatni majburiy mahsulot ma’lumotlarida (상품정보제공고시) yozing yoki ESM PLUS da kiriting.',
    },
  ),
  gap(
    'catalog.delete',
    {
      ko: '상품을 지우지 않습니다.',
      en: 'Products are not deleted.',
      ru: 'Товары не удаляются.',
      uz: 'Mahsulotlar o‘chirilmaydi.',
    },
    {
      ko: '판매중지를 하세요. 한 달이 지나면 사이트가 지웁니다.',
      en: 'Take it off sale: the site deletes it after a month.',
      ru: 'Снимите с продажи: через месяц площадка удалит его.',
      uz: 'Sotuvdan oling: bir oydan keyin sayt o‘chiradi.',
    },
  ),
  gap(
    'hooks.orders',
    {
      ko: 'ESM은 주문 알림(웹훅)을 보내지 않습니다.',
      en: 'ESM sends no webhooks for orders.',
      ru: 'ESM не присылает вебхуки о заказах.',
      uz: 'ESM buyurtmalar haqida vebhuk yubormaydi.',
    },
    {
      ko: '주기적으로 주문을 조회합니다. 실시간 재고 확인 요청은 받을 수 있습니다.',
      en: 'Orders are polled. Its real-time stock questions can be answered.',
      ru: 'Заказы опрашиваются по расписанию. На запросы остатка в реальном времени можно отвечать.',
      uz: 'Buyurtmalar jadval bo‘yicha so‘raladi. Qoldiq haqidagi jonli so‘rovlarga javob berish mumkin.',
    },
  ),
];
