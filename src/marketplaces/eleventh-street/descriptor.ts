import { z } from 'zod';
import type { CredentialField } from '../kit/credential-field.ts';
import type { Descriptor } from '../kit/descriptor.ts';
import { FEES } from './fees.ts';
import { guide } from './guide/edition.ts';
import { official } from './official/edition.ts';

const OPEN_API_CENTER = {
  ko: '셀러오피스 로그인 → 11번가 오픈API센터(openapi.11st.co.kr) → 서비스 등록·확인',
  en: 'Log in to Seller Office → 11st Open API Center (openapi.11st.co.kr) → service registration',
  ru: 'Войдите в Seller Office → центр Open API 11st (openapi.11st.co.kr) → 서비스 등록·확인 (регистрация сервиса)',
  uz: 'Seller Office ga kiring → 11st Open API markazi (openapi.11st.co.kr) → 서비스 등록·확인 (xizmatni ro‘yxatdan o‘tkazish)',
} as const;

const CREDENTIALS: readonly CredentialField[] = [
  {
    name: 'api_key',
    label: { ko: 'Open API 키', en: 'Open API key', ru: 'Ключ Open API', uz: 'Open API kaliti' },
    where: {
      ko: `${OPEN_API_CENTER.ko}. 32자리 키입니다. 이 서버의 고정 IP를 함께 등록해야 하며, 여러 개는 세미콜론(;)으로 나눕니다.`,
      en: `${OPEN_API_CENTER.en}. A key of 32 characters. Register the fixed IP address of this server with it; several are parted by semicolons.`,
      ru: `${OPEN_API_CENTER.ru}. Ключ из 32 знаков. Вместе с ним укажите постоянный IP-адрес этого сервера; несколько адресов разделяют точкой с запятой.`,
      uz: `${OPEN_API_CENTER.uz}. 32 belgili kalit. U bilan birga shu serverning doimiy IP manzilini kiriting; bir nechta manzil nuqtali vergul bilan ajratiladi.`,
    },
    secret: true,
    required: true,
    // It goes into a header as it is.
    schema: z
      .string()
      .trim()
      .regex(/^[\x21-\x7e]+$/, 'letters and digits'),
  },
  {
    name: 'seller_id',
    label: {
      ko: '셀러 아이디 (사용 안 함)',
      en: 'Seller ID (not used)',
      ru: 'ID продавца (не используется)',
      uz: 'Sotuvchi ID (ishlatilmaydi)',
    },
    where: {
      ko: '11번가 API에는 키만 있으면 됩니다. 다른 프로그램과의 호환을 위해 받기만 하니 비워 두세요.',
      en: 'The key is all 11st asks for. The value is accepted for compatibility and never used: leave it empty.',
      ru: '11st достаточно ключа. Значение принимается только для совместимости и не используется: оставьте поле пустым.',
      uz: '11st uchun kalit yetarli. Qiymat faqat moslik uchun qabul qilinadi va ishlatilmaydi: bo‘sh qoldiring.',
    },
    secret: false,
    required: false,
    schema: z.string().trim(),
  },
];

/** 11st (11번가), South Korea. */
export const elevenStreet: Descriptor = {
  id: 'eleventh_street',
  aliases: ['11st', '11번가'],
  names: { ko: '11번가', en: '11st', ru: '11st', uz: '11st' },
  country: 'KR',
  currency: 'KRW',
  timeZone: 'Asia/Seoul',
  credentials: CREDENTIALS,
  authType: 'api_key',
  documentation: 'https://openapi.11st.co.kr',
  // Reported since 2026-06-30 (sheet §1) [unconfirmed].
  keyLifetimeDays: 180,
  needsFixedIp: true,
  editions: { official, guide },
  defaultEdition: 'official',
  fees: FEES,
};
