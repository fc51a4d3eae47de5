import type { CredentialField } from './credential-field.ts';
import type { Descriptor } from './descriptor.ts';
import type { Edition } from './edition.ts';

/** What a seller must bring to connect under this edition: its own form where it has one, else the marketplace's. */
export function credentialFields(
  marketplace: Descriptor,
  edition: Pick<Edition, 'credentials'>,
): readonly CredentialField[] {
  return edition.credentials ?? marketplace.credentials;
}

/** Whether some of its editions ask for other values than the rest. */
export function hasOwnForms({ editions }: Descriptor): boolean {
  return Object.values(editions).some(({ credentials }) => credentials !== undefined);
}
