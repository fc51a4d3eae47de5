import { type ErrorRow, row } from './row.ts';

/** Codes of goods, settlement and alerts (sheet §5). */
export const OTHER_ERRORS: readonly ErrorRow[] = [
  row(
    '414',
    'refused',
    {
      ko: '오늘과 미래의 정산은 조회할 수 없습니다.',
      en: 'Settlement is not told for today or the future.',
      ru: 'Расчёты за сегодня и будущее не сообщаются.',
      uz: 'Bugungi va kelgusi hisob-kitoblar ko‘rsatilmaydi.',
    },
    {
      where: '정산',
    },
  ),
  row(
    '20',
    'refused',
    {
      ko: '값이 올바르지 않습니다.',
      en: 'A value is wrong.',
      ru: 'Значение неверно.',
      uz: 'Qiymat noto‘g‘ri.',
    },
    { where: '긴급알리미' },
  ),
  row(
    '100',
    'already_done',
    {
      ko: '이미 처리되었습니다.',
      en: 'It is handled already.',
      ru: 'Это уже обработано.',
      uz: 'Bu allaqachon bajarilgan.',
    },
    { where: '긴급알리미' },
  ),
  row(
    'F001000',
    'too_early',
    {
      ko: '상품이 만들어지는 중입니다. 잠시 후 다시 시도하세요.',
      en: 'Too soon after the item was made.',
      ru: 'Товар ещё создаётся. Попробуйте чуть позже.',
      uz: 'Mahsulot hali yaratilmoqda. Birozdan keyin urinib ko‘ring.',
    },
    {
      where: '상품',
      later: true,
    },
  ),
  row(
    'A001000',
    'refused',
    {
      ko: '발송정책이나 배송정책 번호를 확인하세요.',
      en: 'A policy number is wrong.',
      ru: 'Проверьте номера правил отправки и доставки.',
      uz: 'Jo‘natish va yetkazish qoidalari raqamlarini tekshiring.',
    },
    {
      where: '상품',
    },
  ),
  row(
    'Z001000',
    'refused',
    {
      ko: '상품이 저장되지 않았습니다.',
      en: 'The item was not stored.',
      ru: 'Товар не сохранён.',
      uz: 'Mahsulot saqlanmadi.',
    },
    { where: '상품' },
  ),
];
