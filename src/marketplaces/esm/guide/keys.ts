import { z } from 'zod';
import type { CredentialField } from '../../kit/credential-field.ts';
import { SITES, type Site } from '../site.ts';

const DEVELOPER_CENTRE = {
  ko: 'ESM 셀러센터 → 설정 → 개발자센터',
  en: 'ESM seller centre → settings → developer centre',
  ru: 'Кабинет продавца ESM → 설정 (настройки) → 개발자센터 (центр разработчика)',
  uz: 'ESM sotuvchi kabineti → 설정 (sozlamalar) → 개발자센터 (dasturchi markazi)',
} as const;

/** What the guide's API needs (part 4.2). */
export const CREDENTIALS: readonly CredentialField[] = [
  {
    name: 'client_id',
    label: { ko: 'Client ID', en: 'Client ID', ru: 'Client ID', uz: 'Client ID' },
    where: {
      ko: `${DEVELOPER_CENTRE.ko}에서 발급합니다.`,
      en: `${DEVELOPER_CENTRE.en}.`,
      ru: `${DEVELOPER_CENTRE.ru}.`,
      uz: `${DEVELOPER_CENTRE.uz}.`,
    },
    secret: false,
    required: true,
    schema: z.string().trim().min(1),
  },
  {
    name: 'client_secret',
    label: {
      ko: 'Client Secret',
      en: 'Client secret',
      ru: 'Секрет клиента (Client Secret)',
      uz: 'Mijoz siri (Client Secret)',
    },
    where: {
      ko: `${DEVELOPER_CENTRE.ko}에서 Client ID와 함께 발급합니다.`,
      en: `${DEVELOPER_CENTRE.en}, beside the client ID.`,
      ru: `${DEVELOPER_CENTRE.ru}, рядом с Client ID.`,
      uz: `${DEVELOPER_CENTRE.uz}, Client ID yonida.`,
    },
    secret: true,
    required: true,
    schema: z.string().trim().min(1),
  },
  {
    name: 'site',
    label: { ko: '판매 사이트', en: 'Site', ru: 'Площадка продаж', uz: 'Savdo sayti' },
    where: {
      ko: 'GMKT(지마켓), AUCTION(옥션), BOTH(둘 다) 가운데 하나입니다.',
      en: 'GMKT (Gmarket), AUCTION or BOTH.',
      ru: 'GMKT (Gmarket), AUCTION или BOTH (обе).',
      uz: 'GMKT (Gmarket), AUCTION yoki BOTH (ikkalasi).',
    },
    secret: false,
    required: true,
    schema: z.enum(['GMKT', 'AUCTION', 'BOTH']),
  },
];

/** The guide's word for a site: `siteType`. */
export const SITE_TYPES = { G: 'GMKT', A: 'AUCTION' } as const satisfies Record<Site, string>;

export interface Keys {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly sites: readonly Site[];
}

export function keysOf(credentials: Readonly<Record<string, string>>): Keys {
  const { client_id: clientId, client_secret: clientSecret, site } = credentials;
  if (clientId === undefined || clientSecret === undefined) {
    throw new Error('an ESM account of the guide needs client_id and client_secret');
  }
  return {
    clientId,
    clientSecret,
    sites: SITES.filter((candidate) => site === 'BOTH' || site === SITE_TYPES[candidate]),
  };
}
