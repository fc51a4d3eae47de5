import { z } from 'zod';
import type { CredentialField } from '../kit/credential-field.ts';

const OPEN_API_KEY_PAGE = {
  ko: 'WING(wing.coupang.com) 로그인 → 우측 상단 업체명 → 판매자 정보 → OPEN API 키 발급',
  en: 'Log in to WING (wing.coupang.com) → your company name → seller info → OPEN API key',
} as const;

/** What a seller brings to connect a shop. */
export const CREDENTIALS: readonly CredentialField[] = [
  {
    name: 'access_key',
    label: { ko: 'Access Key', en: 'Access key' },
    where: {
      ko: `${OPEN_API_KEY_PAGE.ko}. 자체개발(직접입력)을 고르고 이 서버의 IP를 등록하세요.`,
      en: `${OPEN_API_KEY_PAGE.en}. Choose self-development and register the IP address of this server.`,
    },
    secret: true,
    required: true,
    schema: z.string().trim().min(1),
  },
  {
    name: 'secret_key',
    label: { ko: 'Secret Key', en: 'Secret key' },
    where: {
      ko: `${OPEN_API_KEY_PAGE.ko}. Access Key 옆에 표시됩니다.`,
      en: `${OPEN_API_KEY_PAGE.en}. It stands beside the access key.`,
    },
    secret: true,
    required: true,
    schema: z.string().trim().min(1),
  },
  {
    name: 'vendor_id',
    label: { ko: '업체코드', en: 'Vendor ID' },
    where: {
      ko: `${OPEN_API_KEY_PAGE.ko}. A 또는 C로 시작하는 코드입니다 (예: A00012345).`,
      en: `${OPEN_API_KEY_PAGE.en}. A code that begins with A or C, such as A00012345.`,
    },
    secret: false,
    required: true,
    schema: z.string().regex(/^[AC]\d+$/, 'A or C followed by digits'),
  },
  {
    name: 'wing_id',
    label: { ko: 'WING 아이디', en: 'WING login ID' },
    where: {
      ko: 'WING에 로그인할 때 쓰는 아이디입니다. 판매자 취소, 상품 등록, 문의 답변에 필요합니다.',
      en: 'The ID you log in to WING with. Needed for seller cancels, new products and answers to inquiries.',
    },
    secret: false,
    required: false,
    schema: z.string().trim().min(1),
  },
];
