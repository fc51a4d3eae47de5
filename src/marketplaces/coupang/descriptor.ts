import type { Descriptor } from '../kit/descriptor.ts';
import { CREDENTIALS } from './credentials.ts';
import { FEES } from './fees.ts';
import { guide } from './guide/edition.ts';
import { official } from './official/edition.ts';

/** Coupang, South Korea. */
export const coupang: Descriptor = {
  id: 'coupang',
  aliases: [],
  names: { ko: '쿠팡', en: 'Coupang', ru: 'Coupang', uz: 'Coupang' },
  country: 'KR',
  currency: 'KRW',
  timeZone: 'Asia/Seoul',
  credentials: CREDENTIALS,
  authType: 'api_key',
  documentation: 'https://developers.coupangcorp.com',
  keyLifetimeDays: 180,
  needsFixedIp: true,
  editions: { official, guide },
  defaultEdition: 'official',
  fees: FEES,
};
