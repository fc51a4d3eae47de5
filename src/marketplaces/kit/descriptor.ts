import type { z } from 'zod';
import type { Currency } from '../../domain/money.ts';
import type { Edition } from './edition.ts';
import type { Localized } from './localized.ts';

/** One value a seller must bring to connect a shop. Form, validation and docs are generated from these. */
export interface CredentialField {
  readonly name: string;
  readonly label: Localized;
  /** Where the seller finds the value. */
  readonly where: Localized;
  /** Secret values are never shown again; others may be. */
  readonly secret: boolean;
  readonly required: boolean;
  /** Of the fields that name the same group at least one must be given. */
  readonly oneOf?: string;
  readonly schema: z.ZodType<string>;
}

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
  /** Days a key lives after it was issued, and the days before its end on which to warn. */
  readonly keyLifetimeDays: number | null;
  /** Whether the seller must register the caller's fixed IP address. */
  readonly needsFixedIp: boolean;
  readonly editions: Readonly<Record<string, Edition>>;
  readonly defaultEdition: string;
}
