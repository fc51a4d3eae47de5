import { z } from 'zod';
import type { CredentialField } from '../kit/credential-field.ts';
import type { Descriptor } from '../kit/descriptor.ts';
import { FEES } from './fees.ts';
import { guide } from './guide/edition.ts';
import { official } from './official/edition.ts';

const GRANT = {
  ko: 'etapihelp@gmail.com 으로 API 사용을 신청하면(마스터 ID, 쇼핑몰 주소, 이 서버의 IP) 메일로 받습니다',
  en: 'Apply to etapihelp@gmail.com for the API (master ID, shop address, IP of this server); it comes by mail',
  ru: 'Подайте заявку на API на etapihelp@gmail.com (мастер-ID, адрес магазина, IP этого сервера); ключ придёт письмом',
  uz: 'etapihelp@gmail.com ga API uchun ariza yuboring (master ID, do‘kon manzili, shu server IP si); kalit xat bilan keladi',
} as const;

/** Below a master ID there is one seller ID per site; a shop may sell on one of them or on both. */
const SELLER_IDS = 'seller_ids';

const CREDENTIALS: readonly CredentialField[] = [
  {
    name: 'master_id',
    label: {
      ko: 'ESM PLUS 마스터 ID',
      en: 'ESM PLUS master ID',
      ru: 'Мастер-ID ESM PLUS',
      uz: 'ESM PLUS master ID',
    },
    where: {
      ko: 'ESM PLUS(www.esmplus.com)에 로그인할 때 쓰는 마스터 ID입니다.',
      en: 'The master ID you log in to ESM PLUS (www.esmplus.com) with.',
      ru: 'Мастер-ID, с которым вы входите в ESM PLUS (www.esmplus.com).',
      uz: 'ESM PLUS (www.esmplus.com) ga kiradigan master ID.',
    },
    secret: false,
    required: true,
    schema: z.string().trim().min(1),
  },
  {
    name: 'secret_key',
    label: { ko: '비밀 키', en: 'Secret key', ru: 'Секретный ключ', uz: 'Maxfiy kalit' },
    where: { ko: `${GRANT.ko}.`, en: `${GRANT.en}.`, ru: `${GRANT.ru}.`, uz: `${GRANT.uz}.` },
    secret: true,
    required: true,
    schema: z.string().trim().min(1),
  },
  {
    name: 'gmarket_seller_id',
    label: {
      ko: '지마켓 판매자 ID',
      en: 'Gmarket seller ID',
      ru: 'ID продавца Gmarket',
      uz: 'Gmarket sotuvchi ID',
    },
    where: {
      ko: 'ESM PLUS → 판매자 정보 → ESM+ 계정(ID) 관리에 있습니다. 지마켓에서 팔지 않으면 비워 두세요.',
      en: 'ESM PLUS → seller info → ESM+ account (ID) management. Leave it empty if you do not sell on Gmarket.',
      ru: 'ESM PLUS → 판매자 정보 (сведения о продавце) → ESM+ 계정(ID) 관리 (управление ID). Если вы не продаёте на Gmarket, оставьте пустым.',
      uz: 'ESM PLUS → 판매자 정보 (sotuvchi ma’lumotlari) → ESM+ 계정(ID) 관리 (ID boshqaruvi). Gmarket da sotmasangiz, bo‘sh qoldiring.',
    },
    secret: false,
    required: false,
    oneOf: SELLER_IDS,
    schema: z.string().trim().min(1),
  },
  {
    name: 'auction_seller_id',
    label: {
      ko: '옥션 판매자 ID',
      en: 'Auction seller ID',
      ru: 'ID продавца Auction',
      uz: 'Auction sotuvchi ID',
    },
    where: {
      ko: 'ESM PLUS → 판매자 정보 → ESM+ 계정(ID) 관리에 있습니다. 옥션에서 팔지 않으면 비워 두세요.',
      en: 'ESM PLUS → seller info → ESM+ account (ID) management. Leave it empty if you do not sell on Auction.',
      ru: 'ESM PLUS → 판매자 정보 (сведения о продавце) → ESM+ 계정(ID) 관리 (управление ID). Если вы не продаёте на Auction, оставьте пустым.',
      uz: 'ESM PLUS → 판매자 정보 (sotuvchi ma’lumotlari) → ESM+ 계정(ID) 관리 (ID boshqaruvi). Auction da sotmasangiz, bo‘sh qoldiring.',
    },
    secret: false,
    required: false,
    oneOf: SELLER_IDS,
    schema: z.string().trim().min(1),
  },
];

/** Gmarket and Auction, South Korea: two sites of one company behind one API. */
export const esm: Descriptor = {
  id: 'esm',
  aliases: ['gmarket', 'auction'],
  names: {
    ko: '지마켓·옥션 (ESM)',
    en: 'Gmarket & Auction (ESM)',
    ru: 'Gmarket & Auction (ESM)',
    uz: 'Gmarket & Auction (ESM)',
  },
  country: 'KR',
  currency: 'KRW',
  timeZone: 'Asia/Seoul',
  credentials: CREDENTIALS,
  authType: 'bearer',
  documentation: 'https://etapi.gmarket.com',
  // Tokens are made by ourselves and the secret has no end (sheet §1).
  keyLifetimeDays: null,
  needsFixedIp: true,
  editions: { official, guide },
  defaultEdition: 'official',
  fees: FEES,
};
