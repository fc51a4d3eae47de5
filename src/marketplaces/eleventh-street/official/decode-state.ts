import { asFields } from '../../kit/decode.ts';
import { countAt, neededAt, wordAt } from './values.ts';

/** Where one line stands, as the look-up by numbers tells it (sheet §3.4, D:1725). */
export interface LineState {
  readonly nativeOrderId: string;
  readonly nativeLineId: string;
  readonly packageKey: string | null;
  readonly productId: string | null;
  readonly nativeStatus: string;
  readonly statusName: string | null;
  /** Ordered minus cancelled, requests that nobody has decided on among them. */
  readonly left: number;
}

export function decodeState(row: unknown): LineState {
  const fields = asFields(row, 'order');
  return {
    nativeOrderId: neededAt(fields, 'ordNo'),
    nativeLineId: neededAt(fields, 'ordPrdSeq'),
    packageKey: wordAt(fields, 'dlvNo'),
    productId: wordAt(fields, 'prdNo'),
    nativeStatus: neededAt(fields, 'ordPrdStat'),
    statusName: wordAt(fields, 'ordPrdStatNm'),
    left: Math.max(0, (countAt(fields, 'ordQty') ?? 0) - (countAt(fields, 'ordCnQty') ?? 0)),
  };
}
