import type { DelayReason } from '../../../domain/command.ts';
import type { OrderStatus } from '../../../domain/status.ts';
import { asFields, type Fields, fieldsAt, idAt, optionalTextAt } from '../../kit/decode.ts';
import type { DelayTarget, LineTarget, Outcome, ShipTarget } from '../../kit/shop.ts';
import { retryHelps } from '../../kit/trouble.ts';
import { COURIERLESS_METHODS } from './carriers.ts';
import type { Client } from './client.ts';
import { orderReason, UNDEFINED_CODE } from './errors.ts';
import { gather } from './gather-orders.ts';
import { inChunks } from './in-chunks.ts';
import { AT_MOST } from './operations.ts';
import { readDetails } from './product-orders.ts';
import { wireTime } from './wire-time.ts';

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

/** What a line is after an action that was accepted. */
interface After {
  readonly status: OrderStatus;
  readonly nativeStatus: string;
}

const CONFIRMED: After = { status: 'PREPARING', nativeStatus: 'PAYED/OK' };
const DISPATCHED: After = { status: 'SHIPPED', nativeStatus: 'DELIVERING' };

/** The outcome of one target; a product order in no list, or in both, is unknown. */
export function outcomeOf(target: LineTarget, verdicts: Verdicts, after: After): Outcome {
  const { line, nativeLineId } = target;
  const failure = verdicts.failed.get(nativeLineId);
  const isDone = verdicts.done.has(nativeLineId);
  if (failure === undefined) {
    return isDone
      ? { kind: 'done', line, ...after, readAgain: verdicts.moved.has(nativeLineId) }
      : { kind: 'unknown', line, nativeText: 'in no list of the answer' };
  }
  const nativeText = failure.text;
  if (isDone || failure.code === UNDEFINED_CODE) return { kind: 'unknown', line, nativeText };
  const reason = orderReason(failure.code, nativeText);
  return {
    kind: 'refused',
    line,
    reason,
    nativeCode: failure.code,
    nativeText,
    retryHelps: retryHelps(reason),
  };
}

export function acknowledge(client: Client, targets: readonly LineTarget[]): Promise<readonly Outcome[]> {
  return inChunks(targets, AT_MOST.confirm, async (chunk) => {
    const verdicts = await client.ask({
      operation: 'confirm',
      body: { productOrderIds: chunk.map(({ nativeLineId }) => nativeLineId) },
      decode: decodeVerdicts,
    });
    return chunk.map((target) => outcomeOf(target, verdicts, CONFIRMED));
  });
}

export function ship(
  client: Client,
  targets: readonly ShipTarget[],
  clock: () => Date,
): Promise<readonly Outcome[]> {
  return inChunks(targets, AT_MOST.dispatch, async (chunk) => {
    const verdicts = await client.ask({
      operation: 'dispatch',
      body: { dispatchProductOrders: chunk.map((target) => encodeDispatch(target, clock())) },
      decode: decodeVerdicts,
    });
    return chunk.map((target) => outcomeOf(target, verdicts, DISPATCHED));
  });
}

/** One row of a dispatch. An empty text is not "absent" to Naver: it refuses the whole call (sheet §7.25). */
export function encodeDispatch(target: ShipTarget, now: Date): Readonly<Record<string, string>> {
  const method = COURIERLESS_METHODS.has(target.carrierCode) ? target.carrierCode : 'DELIVERY';
  const invoice = target.invoice.trim();
  // A dispatch in the future is refused (sheet §3.4).
  const dispatchDate = wireTime(Math.min(Date.parse(target.shippedAt), now.getTime()));
  const parcel = {
    ...(target.carrierCode === '' ? {} : { deliveryCompanyCode: target.carrierCode }),
    ...(invoice === '' ? {} : { trackingNumber: invoice }),
  };
  return {
    productOrderId: target.nativeLineId,
    deliveryMethod: method,
    ...(method === 'DELIVERY' ? parcel : {}),
    dispatchDate,
  };
}

const DELAY_REASON_CODES: Readonly<Record<DelayReason, string>> = {
  preparing: 'PRODUCT_PREPARE',
  buyer_asked: 'CUSTOMER_REQUEST',
  made_to_order: 'CUSTOM_BUILD',
  reserved: 'RESERVED_DISPATCH',
  overseas: 'OVERSEA_DELIVERY',
  other: 'ETC',
};

/**
 * Moves the day to ship by. A delay leaves the status as it is, and the answer does not tell it, so the lines are
 * read before: a failure there leaves nothing half done.
 */
export async function delay(client: Client, targets: readonly DelayTarget[]): Promise<readonly Outcome[]> {
  const statuses = await statusesOf(client, targets);
  return inChunks(targets, 1, (chunk) =>
    Promise.all(chunk.map((target) => delayOne(client, target, statuses.get(target.nativeLineId)))),
  );
}

async function delayOne(client: Client, target: DelayTarget, now: After | undefined): Promise<Outcome> {
  if (now === undefined) return notThere(target);
  const text = target.text.trim();
  const verdicts = await client.ask({
    operation: 'delay',
    params: { productOrderId: target.nativeLineId },
    body: {
      dispatchDueDate: wireTime(Date.parse(target.shipBy)),
      delayedDispatchReason: DELAY_REASON_CODES[target.reason],
      ...(text === '' ? {} : { dispatchDelayedDetailedReason: text }),
    },
    decode: decodeVerdicts,
  });
  const outcome = outcomeOf(target, verdicts, now);
  return outcome.kind === 'done' ? { ...outcome, readAgain: true } : outcome;
}

async function statusesOf(
  client: Client,
  targets: readonly LineTarget[],
): Promise<ReadonlyMap<string, After>> {
  const { elements } = await readDetails(
    client,
    targets.map(({ nativeLineId }) => nativeLineId),
  );
  const statuses = new Map<string, After>();
  for (const { line } of [...gather(elements).orders.values()].flat()) {
    if (line.status === null) continue;
    statuses.set(line.nativeLineId, { status: line.status, nativeStatus: line.nativeStatus });
  }
  return statuses;
}

function notThere({ line, nativeLineId }: LineTarget): Outcome {
  return {
    kind: 'refused',
    line,
    reason: 'not_found',
    nativeCode: '',
    nativeText: `product order ${nativeLineId}: no details, or a status nobody has mapped`,
    retryHelps: false,
  };
}
