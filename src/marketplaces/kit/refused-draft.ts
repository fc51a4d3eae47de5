import type { Localized } from './localized.ts';
import { type OwnRefusal, ownRefusal } from './own-refusal.ts';
import { MarketplaceError } from './trouble.ts';

/** What a marketplace would not take of a draft, found before anything was sent. */
export class RefusedDraft extends Error {
  override readonly name = 'RefusedDraft';
  /** The draft's own name of what is at fault. */
  readonly field: string;
  readonly says: Localized;

  constructor(field: string, says: Localized) {
    super(`${field}: ${says.en}`);
    this.field = field;
    this.says = says;
  }
}

/** The refusal as the outcome of a target. */
export function refusedTarget({ field, says }: RefusedDraft): OwnRefusal {
  return ownRefusal('refused', says, field);
}

/** The refusal as the trouble of a call that was not made. */
export function refusedCall({ field, says }: RefusedDraft, operation: string): MarketplaceError {
  return new MarketplaceError({ reason: 'refused', operation, nativeCode: field, says });
}
