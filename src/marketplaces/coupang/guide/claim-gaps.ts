import type { Unsupported } from '../../kit/edition.ts';
import { gap } from '../../kit/gap.ts';

/** What sellers expect to do with claims and the guide has no call for. */
export const CLAIM_GAPS: readonly Unsupported[] = [
  gap(
    'claims.return.pickup',
    {
      ko: '회수 송장을 등록하는 기능이 없습니다.',
      en: 'There is no call to enter the invoice of a pickup.',
      ru: 'Вызова для ввода трек-номера забора нет.',
      uz: 'Olib ketish trek-raqamini kiritish chaqiruvi yo‘q.',
    },
    {
      ko: '반품을 승인하면 택배사가 회수합니다. 직접 회수했다면 도착한 뒤 수거 완료를 누르세요.',
      en: 'Approve the return and a courier collects it. If you collected it, confirm once it is here.',
      ru: 'Одобрите возврат, и курьер заберёт товар. Если забираете сами, подтвердите получение, когда он придёт.',
      uz: 'Qaytarishni tasdiqlang, kuryer olib ketadi. O‘zingiz olib ketsangiz, kelganda qabul qilinganini tasdiqlang.',
    },
  ),
  gap(
    'claims.return.complete',
    {
      ko: '환불만 따로 하는 기능이 없습니다.',
      en: 'There is no call for the refund alone.',
      ru: 'Вызова только для возврата денег нет.',
      uz: 'Faqat pul qaytarish uchun chaqiruv yo‘q.',
    },
    {
      ko: '수거 완료를 누르면 환불되고 반품이 끝납니다.',
      en: 'Confirm that the goods were collected: that refunds the buyer and ends the return.',
      ru: 'Подтвердите получение товара: деньги вернутся покупателю и возврат завершится.',
      uz: 'Mahsulot olinganini tasdiqlang: pul xaridorga qaytadi va qaytarish tugaydi.',
    },
  ),
  gap(
    'claims.return.hold',
    {
      ko: '반품을 보류하는 기능이 없습니다.',
      en: 'There is no call that withholds a return.',
      ru: 'Вызова для паузы возврата нет.',
      uz: 'Qaytarishni to‘xtatish chaqiruvi yo‘q.',
    },
    {
      ko: '확인이 끝날 때까지 수거 완료를 누르지 마세요. 그때까지 환불되지 않습니다.',
      en: 'Do not confirm the goods until you are sure: there is no refund before.',
      ru: 'Не подтверждайте получение, пока не уверены: до этого деньги не возвращаются.',
      uz: 'Ishonch hosil qilmaguncha qabulni tasdiqlamang: ungacha pul qaytarilmaydi.',
    },
  ),
  gap(
    'claims.return.release',
    {
      ko: '반품 보류가 없으므로 해제할 것도 없습니다.',
      en: 'There is no hold, so there is none to lift.',
      ru: 'Паузы нет, поэтому снимать нечего.',
      uz: 'To‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
    },
    {
      ko: '수거 완료를 눌러 반품을 끝내세요.',
      en: 'Confirm the goods to end the return.',
      ru: 'Подтвердите получение товара, и возврат завершится.',
      uz: 'Mahsulot kelganini tasdiqlang, shunda qaytarish tugaydi.',
    },
  ),
  gap(
    'claims.return.charge_fee',
    {
      ko: '반품 배송비를 청구하는 기능이 없습니다.',
      en: 'There is no call to charge for a return.',
      ru: 'Вызова для запроса оплаты возврата нет.',
      uz: 'Qaytarish haqini so‘rash chaqiruvi yo‘q.',
    },
    {
      ko: '금액이 다르면 쿠팡 판매자 지원에 문의하세요.',
      en: 'If the amount is wrong, ask the seller support.',
      ru: 'Если сумма неверна, обратитесь в поддержку продавцов.',
      uz: 'Summa noto‘g‘ri bo‘lsa, sotuvchilarni qo‘llab-quvvatlashga murojaat qiling.',
    },
  ),
  gap(
    'claims.return.change_fault',
    {
      ko: '반품의 귀책을 바꾸는 기능이 없습니다.',
      en: 'There is no call that changes who is at fault.',
      ru: 'Вызова для смены виновной стороны нет.',
      uz: 'Aybdorni o‘zgartirish chaqiruvi yo‘q.',
    },
    {
      ko: '쿠팡 판매자 지원에 문의하세요.',
      en: 'Ask the seller support.',
      ru: 'Обратитесь в поддержку продавцов.',
      uz: 'Sotuvchilarni qo‘llab-quvvatlashga murojaat qiling.',
    },
  ),
  gap(
    'claims.exchange.reject',
    {
      ko: '교환을 거부하는 기능이 없습니다.',
      en: 'There is no call that rejects an exchange.',
      ru: 'Вызова для отклонения обмена нет.',
      uz: 'Almashtirishni rad etish chaqiruvi yo‘q.',
    },
    {
      ko: '승인하지 말고 구매자에게 연락해 철회하거나 반품으로 다시 접수하게 하세요.',
      en: 'Do not approve it; ask the buyer to withdraw it or to ask for a return instead.',
      ru: 'Не одобряйте; попросите покупателя отозвать заявку или оформить возврат.',
      uz: 'Tasdiqlamang; xaridordan arizani qaytarib olishni yoki qaytarish so‘rashni iltimos qiling.',
    },
  ),
  gap(
    'claims.exchange.pickup',
    {
      ko: '회수 송장을 등록하는 기능이 없습니다.',
      en: 'There is no call to enter the invoice of a pickup.',
      ru: 'Вызова для ввода трек-номера забора нет.',
      uz: 'Olib ketish trek-raqamini kiritish chaqiruvi yo‘q.',
    },
    {
      ko: '교환을 승인하면 택배사가 회수합니다.',
      en: 'Approve the exchange and a courier collects the goods.',
      ru: 'Одобрите обмен, и курьер заберёт товар.',
      uz: 'Almashtirishni tasdiqlang, kuryer mahsulotni olib ketadi.',
    },
  ),
  gap(
    'claims.exchange.collect',
    {
      ko: '교환 상품의 수거 완료를 알리는 기능이 없습니다.',
      en: 'There is no call to confirm that exchanged goods came back.',
      ru: 'Вызова для подтверждения получения товара по обмену нет.',
      uz: 'Almashtirish mahsuloti qaytganini tasdiqlash chaqiruvi yo‘q.',
    },
    {
      ko: '택배사가 수거하면 저절로 바뀝니다. 그 뒤에 교환 상품을 발송하세요.',
      en: 'It changes by itself once the courier has them. Send the new goods then.',
      ru: 'Статус сменится сам, когда товар будет у курьера. Тогда отправьте новый.',
      uz: 'Mahsulot kuryerda bo‘lganda holat o‘zi o‘zgaradi. Shunda yangisini jo‘nating.',
    },
  ),
  gap(
    'claims.exchange.hold',
    {
      ko: '교환을 보류하는 기능이 없습니다.',
      en: 'There is no call that withholds an exchange.',
      ru: 'Вызова для паузы обмена нет.',
      uz: 'Almashtirishni to‘xtatish chaqiruvi yo‘q.',
    },
    {
      ko: '확인이 끝날 때까지 교환 상품을 발송하지 마세요.',
      en: 'Do not send the new goods until you are sure.',
      ru: 'Не отправляйте новый товар, пока не уверены.',
      uz: 'Ishonch hosil qilmaguncha yangi mahsulotni jo‘natmang.',
    },
  ),
  gap(
    'claims.exchange.release',
    {
      ko: '교환 보류가 없으므로 해제할 것도 없습니다.',
      en: 'There is no hold, so there is none to lift.',
      ru: 'Паузы нет, поэтому снимать нечего.',
      uz: 'To‘xtatish yo‘q, shuning uchun davom ettiradigan narsa ham yo‘q.',
    },
    {
      ko: '교환 상품을 발송하세요.',
      en: 'Send the new goods.',
      ru: 'Отправьте новый товар.',
      uz: 'Yangi mahsulotni jo‘nating.',
    },
  ),
];
