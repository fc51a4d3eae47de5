import type { Failure } from '../in-chunks.ts';

/** What Naver demands and a draft lacks, or has in a way that it would not take: told before anything is sent. */
export class DraftFault extends Error {
  override readonly name = 'DraftFault';

  /** `field` is the draft's own name of what is at fault. */
  constructor(field: string, says: string) {
    super(`${field}: ${says}`);
  }
}

/** The fault as a refusal, as if Naver had spoken. */
export function faultFailure(fault: DraftFault): Extract<Failure, { kind: 'refused' }> {
  return { kind: 'refused', reason: 'refused', nativeCode: '', nativeText: fault.message, retryHelps: false };
}
