import type { Localized } from '../marketplaces/kit/localized.ts';
import { MarketplaceError, type TroubleKind, type TroubleReason } from '../marketplaces/kit/trouble.ts';

/** A trouble as it is stored with a run, a command or an account; sentences are made from it at the edge. */
export interface TroubleReport {
  readonly reason: TroubleReason | 'interrupted' | 'internal';
  readonly kind: TroubleKind | 'internal';
  readonly operation: string | null;
  readonly http_status: number | null;
  readonly native_code: string | null;
  readonly native_text: string | null;
  /** What was found before anything was sent, in words of our own. */
  readonly says: Localized | null;
  readonly skew_ms: number | null;
}

const NATIVE_TEXT_LIMIT = 500;

/** Describes an error for storage. Native texts are cut and phone numbers in them are masked. */
export function reportTrouble(error: unknown): TroubleReport {
  if (error instanceof MarketplaceError) {
    const { trouble } = error;
    return {
      reason: error.reason,
      kind: error.kind,
      operation: trouble.operation,
      http_status: trouble.httpStatus ?? null,
      native_code: trouble.nativeCode ?? null,
      native_text:
        trouble.nativeText === undefined ? null : maskPhones(trouble.nativeText).slice(0, NATIVE_TEXT_LIMIT),
      says: trouble.says ?? null,
      skew_ms: trouble.skewMs ?? null,
    };
  }
  const text = error instanceof Error ? error.message : String(error);
  return {
    reason: 'internal',
    kind: 'internal',
    operation: null,
    http_status: null,
    native_code: error instanceof Error ? error.name : null,
    native_text: maskPhones(text).slice(0, NATIVE_TEXT_LIMIT),
    says: null,
    skew_ms: null,
  };
}

const PHONE = /\b0\d{1,3}[-. ]?\d{3,4}[-. ]?\d{4}\b/g;

/** Hides Korean phone numbers in a text that a marketplace or a person wrote. */
export function maskPhones(text: string): string {
  return text.replace(PHONE, '0**-****-****');
}
