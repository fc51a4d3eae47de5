import { MarketplaceError, type TroubleReason } from '../../../kit/trouble.ts';
import { type Failure, refusal } from '../../outcomes.ts';
import { meaningOf } from '../native-errors.ts';
import type { OperationName } from '../operations.ts';
import { saidIn } from '../said.ts';
import { numeralAt } from '../values.ts';

/** What a product call answered (`ClientMessage`, sheet §5.1). */
export interface ProductAnswer {
  /** The product; of a stock call the option. */
  readonly productNo: string | null;
  readonly code: string | null;
  readonly text: string;
}

export function decodeProductAnswer(document: unknown): ProductAnswer {
  const { fields, code, text } = saidIn(document);
  return { productNo: numeralAt(fields, 'productNo'), code, text };
}

/** 200 is an ordinary product, 210 one of the new type (sheet §3.3). */
export const NEW_TYPE = '210';
const DONE: ReadonlySet<string> = new Set(['200', NEW_TYPE]);

/**
 * What did not go well, or undefined when all did. Throws where it is not about the product: the day's registrations are
 * used up.
 */
export function failureOf({ code, text }: ProductAnswer, operation: OperationName): Failure | undefined {
  if (code === null) return { kind: 'unknown', nativeText: text };
  if (DONE.has(code)) return undefined;
  const reason: TroubleReason = meaningOf(code, text, 'product')?.reason ?? 'refused';
  if (reason !== 'quota_spent') return refusal(reason, code, text);
  throw new MarketplaceError({ reason, operation, nativeCode: code, nativeText: text });
}
