import type { Localized } from '../../marketplaces/kit/localized.ts';

/** Something that has to be told or put right before a marketplace is asked. */
export interface DraftFault {
  /** The field of the product, or of the choices for the shop, in the API's names: `name`, `attributes.색상`. */
  readonly field: string;
  readonly code: string;
  readonly message: Localized;
  /** What may be told instead, where the marketplace has a list. */
  readonly choices?: readonly { readonly value: string; readonly name?: string }[];
}

/** Choices that are shown of a long list. */
export const MOST_CHOICES = 50;

export function fault(field: string, code: string, message: Localized): DraftFault {
  return { field, code, message };
}

/** A fault that names what may be told instead. */
export function choiceFault(
  field: string,
  code: string,
  says: Localized,
  choices: readonly { readonly value: string; readonly name?: string }[],
): DraftFault {
  return { field, code, message: says, choices: choices.slice(0, MOST_CHOICES) };
}
