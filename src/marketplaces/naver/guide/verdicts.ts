import { asFields, idAt, listAt, optionalTextAt } from '../../kit/decode.ts';
import { retryHelps } from '../../kit/trouble.ts';
import type { Failure } from '../official/in-chunks.ts';
import { INTERNAL_ERROR, reasonOf } from './errors.ts';

/** What an answer says about each product order it names: a 200 alone says nothing. */
export interface Verdicts {
  readonly done: ReadonlySet<string>;
  readonly failed: ReadonlyMap<string, { readonly code: string; readonly text: string }>;
}

/** Reads the answer of a write, the same for all of them (the agreed envelope). */
export function decodeVerdicts(json: unknown): Verdicts {
  const answer = asFields(json, 'answer');
  const failed = listAt(answer, 'failProductOrderInfos').map((info) =>
    asFields(info, 'failProductOrderInfos'),
  );
  return {
    done: new Set(listAt(answer, 'successProductOrderIds').map((id) => idAt({ id }, 'id'))),
    failed: new Map(
      failed.map((info) => [
        idAt(info, 'productOrderId'),
        {
          code: optionalTextAt(info, 'code') ?? INTERNAL_ERROR,
          text: optionalTextAt(info, 'message') ?? '',
        },
      ]),
    ),
  };
}

/** Why a product order was not done, or null where it was; one in no list, or in both, is unknown. */
export function failureOf(productOrderId: string, verdicts: Verdicts): Failure | null {
  const failure = verdicts.failed.get(productOrderId);
  const isDone = verdicts.done.has(productOrderId);
  if (failure === undefined) return isDone ? null : { kind: 'unknown', nativeText: '' };
  const nativeText = failure.text;
  if (isDone || failure.code === INTERNAL_ERROR) return { kind: 'unknown', nativeText };
  const reason = reasonOf(failure.code);
  return { kind: 'refused', reason, nativeCode: failure.code, nativeText, retryHelps: retryHelps(reason) };
}
