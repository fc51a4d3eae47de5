import type { Unsupported } from './edition.ts';
import type { Translated } from './localized.ts';

/** Something that sellers expect and a marketplace does not have, with the way around it. */
export function gap(operation: string, reason: Translated, instead: Translated): Unsupported {
  return { operation, reason, instead };
}
