import type { Currency } from '../../domain/money.ts';
import type { DatedFeeRate } from '../../domain/pricing/fees.ts';
import type { CredentialField } from './credential-field.ts';
import type { Edition } from './edition.ts';
import type { Localized } from './localized.ts';

/** How calls say who they come from: a key (with or without a signature), a token that is fetched, one made by oneself. */
export const AUTH_TYPES = ['api_key', 'oauth2', 'bearer'] as const;
export type AuthType = (typeof AUTH_TYPES)[number];

export interface Descriptor {
  /** The id used everywhere: `coupang`, `naver`. */
  readonly id: string;
  /** Other names the API accepts for it: `smartstore`. */
  readonly aliases: readonly string[];
  readonly names: Localized;
  readonly country: string;
  readonly currency: Currency;
  /** IANA zone of the dates on its wire. */
  readonly timeZone: string;
  readonly credentials: readonly CredentialField[];
  readonly authType: AuthType;
  /** The page on which the marketplace describes its API. */
  readonly documentation: string;
  /** Days a key lives after it was issued, and the days before its end on which to warn. */
  readonly keyLifetimeDays: number | null;
  /** Whether the seller must register the caller's fixed IP address. */
  readonly needsFixedIp: boolean;
  readonly editions: Readonly<Record<string, Edition>>;
  readonly defaultEdition: string;
  /** What selling costs, where nobody has told better: by category where one is known. Every business may replace them. */
  readonly fees: readonly DatedFeeRate[];
}
