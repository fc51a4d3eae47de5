import type { Unsupported } from './edition.ts';
import type { Localized } from './localized.ts';

/** Something that sellers expect and a marketplace does not have, with the way around it. */
export function gap(operation: string, reason: Localized, instead: Localized): Unsupported {
  return { operation, reason, instead };
}
