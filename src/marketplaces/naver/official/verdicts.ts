import { asFields, type Fields, fieldsAt, idAt, optionalTextAt } from '../../kit/decode.ts';
import { retryHelps } from '../../kit/trouble.ts';
import { UNDEFINED_CODE } from './error-facts.ts';
import { orderReason } from './errors.ts';
import type { Failure } from './in-chunks.ts';

/** What an answer says about each product order it names: a 200 alone says nothing (sheet §5.4). */
export interface Verdicts {
  readonly done: ReadonlySet<string>;
  /** Those whose receiver's address has changed since (sheet §7.10). */
  readonly moved: ReadonlySet<string>;
  readonly failed: ReadonlyMap<string, { readonly code: string; readonly text: string }>;
}

/** Reads the answer of an action, in both of its shapes (sheet §3.4). */
export function decodeVerdicts(json: unknown): Verdicts {
  const data = fieldsAt(asFields(json, 'answer'), 'data');
  const infos = objectsAt(data, 'successProductOrderInfos');
  return {
    done: new Set([
      ...listOrNone(data, 'successProductOrderIds').map((id) => idAt({ id }, 'id')),
      ...infos.map((info) => idAt(info, 'productOrderId')),
    ]),
    moved: new Set(
      infos
        .filter(({ isReceiverAddressChanged }) => isReceiverAddressChanged === true)
        .map((info) => idAt(info, 'productOrderId')),
    ),
    failed: new Map(
      objectsAt(data, 'failProductOrderInfos').map((info) => [
        idAt(info, 'productOrderId'),
        {
          code: idAt({ code: info.code ?? UNDEFINED_CODE }, 'code'),
          text: optionalTextAt(info, 'message') ?? '',
        },
      ]),
    ),
  };
}

function listOrNone(data: Fields, name: string): readonly unknown[] {
  const value = data[name];
  return Array.isArray(value) ? value : [];
}

function objectsAt(data: Fields, name: string): readonly Fields[] {
  return listOrNone(data, name).map((item) => asFields(item, name));
}

/** Why a product order was not done, or null where it was; one in no list, or in both, is unknown. */
export function failureOf(productOrderId: string, verdicts: Verdicts): Failure | null {
  const failure = verdicts.failed.get(productOrderId);
  const isDone = verdicts.done.has(productOrderId);
  if (failure === undefined) return isDone ? null : { kind: 'unknown', nativeText: '' };
  const nativeText = failure.text;
  if (isDone || failure.code === UNDEFINED_CODE) return { kind: 'unknown', nativeText };
  const reason = orderReason(failure.code, nativeText);
  return { kind: 'refused', reason, nativeCode: failure.code, nativeText, retryHelps: retryHelps(reason) };
}
