import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { Localized } from '../../kit/localized.ts';
import type { TroubleReason } from '../../kit/trouble.ts';

/** A row of the error table; `where` is what the text must say, or where the code is met. */
export const row = (
  code: string,
  reason: TroubleReason,
  says: Localized,
  where?: string,
): NativeErrorFacts => ({
  code,
  reason,
  says,
  ...(where === undefined ? {} : { where }),
});
