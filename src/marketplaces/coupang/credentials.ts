import { z } from 'zod';
import type { CredentialField } from '../kit/credential-field.ts';

const OPEN_API_KEY_PAGE = {
  ko: 'WING(wing.coupang.com) 로그인 → 우측 상단 업체명 → 판매자 정보 → OPEN API 키 발급',
  en: 'Log in to WING (wing.coupang.com) → your company name → seller info → OPEN API key',
  ru: 'Войдите в WING (wing.coupang.com) → название вашей компании справа вверху → 판매자 정보 (сведения о продавце) → OPEN API 키 발급 (выдача ключа)',
  uz: 'WING (wing.coupang.com) ga kiring → yuqori o‘ngdagi kompaniya nomi → 판매자 정보 (sotuvchi ma’lumotlari) → OPEN API 키 발급 (kalit berish)',
} as const;

/** What a seller brings to connect a shop. */
export const CREDENTIALS: readonly CredentialField[] = [
  {
    name: 'access_key',
    label: {
      ko: 'Access Key',
      en: 'Access key',
      ru: 'Ключ доступа (Access Key)',
      uz: 'Kirish kaliti (Access Key)',
    },
    where: {
      ko: `${OPEN_API_KEY_PAGE.ko}. 자체개발(직접입력)을 고르고 이 서버의 IP를 등록하세요.`,
      en: `${OPEN_API_KEY_PAGE.en}. Choose self-development and register the IP address of this server.`,
      ru: `${OPEN_API_KEY_PAGE.ru}. Выберите «자체개발(직접입력)», то есть собственную разработку, и укажите IP-адрес этого сервера.`,
      uz: `${OPEN_API_KEY_PAGE.uz}. «자체개발(직접입력)», ya’ni o‘z dasturini tanlang va shu server IP manzilini kiriting.`,
    },
    secret: true,
    required: true,
    schema: z.string().trim().min(1),
  },
  {
    name: 'secret_key',
    label: { ko: 'Secret Key', en: 'Secret key', ru: 'Секретный ключ', uz: 'Maxfiy kalit' },
    where: {
      ko: `${OPEN_API_KEY_PAGE.ko}. Access Key 옆에 표시됩니다.`,
      en: `${OPEN_API_KEY_PAGE.en}. It stands beside the access key.`,
      ru: `${OPEN_API_KEY_PAGE.ru}. Показан рядом с ключом доступа.`,
      uz: `${OPEN_API_KEY_PAGE.uz}. Kirish kaliti yonida turadi.`,
    },
    secret: true,
    required: true,
    schema: z.string().trim().min(1),
  },
  {
    name: 'vendor_id',
    label: { ko: '업체코드', en: 'Vendor ID', ru: 'Код продавца (업체코드)', uz: 'Sotuvchi kodi (업체코드)' },
    where: {
      ko: `${OPEN_API_KEY_PAGE.ko}. A 또는 C로 시작하는 코드입니다 (예: A00012345).`,
      en: `${OPEN_API_KEY_PAGE.en}. A code that begins with A or C, such as A00012345.`,
      ru: `${OPEN_API_KEY_PAGE.ru}. Код, который начинается с A или C, например A00012345.`,
      uz: `${OPEN_API_KEY_PAGE.uz}. A yoki C bilan boshlanadigan kod, masalan A00012345.`,
    },
    secret: false,
    required: true,
    schema: z.string().regex(/^[AC]\d+$/, 'A or C followed by digits'),
  },
  {
    name: 'wing_id',
    label: { ko: 'WING 아이디', en: 'WING login ID', ru: 'Логин WING', uz: 'WING logini' },
    where: {
      ko: 'WING에 로그인할 때 쓰는 아이디입니다. 판매자 취소, 상품 등록, 문의 답변에 필요합니다.',
      en: 'The ID you log in to WING with. Needed for seller cancels, new products and answers to inquiries.',
      ru: 'Логин, с которым вы входите в WING. Нужен для отмены заказа продавцом, новых товаров и ответов на вопросы.',
      uz: 'WING ga kiradigan loginingiz. Sotuvchi tomonidan bekor qilish, yangi mahsulotlar va savollarga javob uchun kerak.',
    },
    secret: false,
    required: false,
    schema: z.string().trim().min(1),
  },
];
