import type { Localized } from './localized.ts';
import type { TroubleReason } from './trouble.ts';

/** A target that was turned down before anything was sent, in words of our own. */
export interface OwnRefusal {
  readonly kind: 'refused';
  readonly reason: TroubleReason;
  readonly nativeCode: string;
  /** Empty: the marketplace has said nothing. */
  readonly nativeText: '';
  readonly says: Localized;
  readonly retryHelps: false;
}

export function ownRefusal(reason: TroubleReason, says: Localized, nativeCode = ''): OwnRefusal {
  return { kind: 'refused', reason, nativeCode, nativeText: '', says, retryHelps: false };
}
