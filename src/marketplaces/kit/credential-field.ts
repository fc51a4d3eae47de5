import type { z } from 'zod';
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
