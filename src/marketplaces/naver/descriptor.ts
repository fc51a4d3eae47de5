import { z } from 'zod';
import type { CredentialField } from '../kit/credential-field.ts';
import type { Descriptor } from '../kit/descriptor.ts';
import { FEES } from './fees.ts';
import { guide } from './guide/edition.ts';
import { official } from './official/edition.ts';

const APPLICATION_PAGE = {
  ko: '커머스API센터(apicenter.commerce.naver.com) → 내 스토어 애플리케이션 → 애플리케이션 상세',
  en: 'Commerce API Center (apicenter.commerce.naver.com) → my store application → details',
  ru: 'Commerce API Center (apicenter.commerce.naver.com) → 내 스토어 애플리케이션 (приложение моего магазина) → 애플리케이션 상세 (подробности)',
  uz: 'Commerce API Center (apicenter.commerce.naver.com) → 내 스토어 애플리케이션 (do‘konim ilovasi) → 애플리케이션 상세 (tafsilotlar)',
} as const;

const CREDENTIALS: readonly CredentialField[] = [
  {
    name: 'client_id',
    label: { ko: '애플리케이션 ID', en: 'Application ID', ru: 'ID приложения', uz: 'Ilova ID' },
    where: {
      ko: `${APPLICATION_PAGE.ko}. 통합매니저 계정으로 등록하고, 이 서버의 고정 IP와 API 그룹(주문 판매자, 판매자정보, 상품 등)을 모두 추가하세요.`,
      en: `${APPLICATION_PAGE.en}. Register it with the integrated manager account, and add the fixed IP of this server and all API groups (orders for sellers, seller info, products, …).`,
      ru: `${APPLICATION_PAGE.ru}. Зарегистрируйте приложение под учётной записью 통합매니저 (главный менеджер) и добавьте постоянный IP этого сервера и все группы API (заказы продавца, сведения о продавце, товары и другие).`,
      uz: `${APPLICATION_PAGE.uz}. Ilovani 통합매니저 (bosh menejer) hisobi bilan ro‘yxatdan o‘tkazing, shu serverning doimiy IP sini va barcha API guruhlarini (sotuvchi buyurtmalari, sotuvchi ma’lumotlari, mahsulotlar va boshqalar) qo‘shing.`,
    },
    secret: false,
    required: true,
    // bcrypt reads 72 bytes at most: id, underscore and 13 digits of time must fit (sheet §1.4).
    schema: z
      .string()
      .trim()
      .regex(/^[\w-]{1,58}$/, 'letters and digits'),
  },
  {
    name: 'client_secret',
    label: { ko: '애플리케이션 시크릿', en: 'Application secret', ru: 'Секрет приложения', uz: 'Ilova siri' },
    where: {
      ko: `${APPLICATION_PAGE.ko} → 시크릿 보기. $2a$로 시작하는 29자입니다. 재발급하면 이전 값은 바로 쓸 수 없게 됩니다.`,
      en: `${APPLICATION_PAGE.en} → show secret. 29 characters that begin with $2a$. A new one kills the old one at once.`,
      ru: `${APPLICATION_PAGE.ru} → 시크릿 보기 (показать секрет). 29 знаков, начинается с $2a$. Новый секрет сразу отменяет прежний.`,
      uz: `${APPLICATION_PAGE.uz} → 시크릿 보기 (sirni ko‘rsatish). $2a$ bilan boshlanadigan 29 belgi. Yangisi eskisini darhol bekor qiladi.`,
    },
    secret: true,
    required: true,
    // A bcrypt salt (sheet §1.2). Every step of its cost doubles the work, so a made-up cost must not stall the hub.
    schema: z
      .string()
      .trim()
      .regex(/^\$2[aby]\$(?:0[4-9]|1[0-2])\$[./A-Za-z0-9]{22}$/, '29 characters that begin with $2a$'),
  },
  {
    name: 'account_id',
    label: {
      ko: '판매자 ID (솔루션·대행사 전용)',
      en: 'Seller ID (solutions and agencies only)',
      ru: 'ID продавца (только для решений и агентств)',
      uz: 'Sotuvchi ID (faqat yechimlar va agentliklar uchun)',
    },
    where: {
      ko: '내 스토어 애플리케이션이면 비워 두세요. 커머스솔루션이나 API 대행사 애플리케이션일 때만 판매자 ID 또는 UID를 입력합니다.',
      en: 'Leave it empty for your own store. Only an application of a commerce solution or an API agency names the seller ID or UID here.',
      ru: 'Для собственного магазина оставьте пустым. ID или UID продавца указывают только приложения коммерческих решений и API-агентств.',
      uz: 'O‘z do‘koningiz uchun bo‘sh qoldiring. Sotuvchi ID yoki UID ni faqat tijorat yechimi yoki API agentligi ilovasi kiritadi.',
    },
    secret: false,
    required: false,
    schema: z.string().trim(),
  },
  {
    name: 'refresh_token',
    label: {
      ko: '리프레시 토큰 (사용 안 함)',
      en: 'Refresh token (not used)',
      ru: 'Токен обновления (не используется)',
      uz: 'Yangilash tokeni (ishlatilmaydi)',
    },
    where: {
      ko: '네이버 커머스API에는 리프레시 토큰이 없습니다. 다른 프로그램과의 호환을 위해 받기만 하고 사용하지 않으니 비워 두세요.',
      en: "Naver's Commerce API has no refresh tokens. The value is accepted for compatibility and never used: leave it empty.",
      ru: 'В Commerce API Naver нет токенов обновления. Значение принимается только для совместимости и не используется: оставьте поле пустым.',
      uz: 'Naver Commerce API da yangilash tokeni yo‘q. Qiymat faqat moslik uchun qabul qilinadi va ishlatilmaydi: bo‘sh qoldiring.',
    },
    secret: true,
    required: false,
    schema: z.string().trim(),
  },
];

/** NAVER SmartStore, South Korea. */
export const naver: Descriptor = {
  id: 'naver',
  aliases: ['smartstore', 'naver_smartstore'],
  names: {
    ko: '네이버 스마트스토어',
    en: 'NAVER SmartStore',
    ru: 'NAVER SmartStore',
    uz: 'NAVER SmartStore',
  },
  country: 'KR',
  currency: 'KRW',
  timeZone: 'Asia/Seoul',
  credentials: CREDENTIALS,
  authType: 'oauth2',
  documentation: 'https://apicenter.commerce.naver.com',
  // The application must be authenticated anew every 180 days (sheet §1.2).
  keyLifetimeDays: 180,
  needsFixedIp: true,
  editions: { official, guide },
  defaultEdition: 'official',
  fees: FEES,
};
