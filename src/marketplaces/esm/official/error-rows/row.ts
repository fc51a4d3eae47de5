import type { Localized } from '../../../kit/localized.ts';
import type { TroubleReason } from '../../../kit/trouble.ts';

/** One row of the error table: the first row whose code and text fit names the trouble. */
export interface ErrorRow {
  readonly code: string;
  /** What the text must hold, where the code alone does not tell. */
  readonly says?: RegExp;
  /** Where the code comes up, or which text it comes with, for people. */
  readonly where?: string;
  readonly reason: TroubleReason;
  readonly waitMs?: number;
  /** True where the very same call may work some seconds later although nothing is wrong with ESM. */
  readonly later?: true;
  /** True where ESM itself cannot say whether it was done. */
  readonly maybeApplied?: true;
  readonly means: Localized;
}

/** A row, by what it always tells. */
export const row = (
  code: string,
  reason: TroubleReason,
  means: Localized,
  more: Omit<Partial<ErrorRow>, 'code' | 'reason' | 'means'> = {},
): ErrorRow => ({ code, reason, means, ...more });
