import type { DelayReason } from '../../../domain/command.ts';
import type { OrderStatus } from '../../../domain/status.ts';
import type { Localized } from '../../kit/localized.ts';
import { ownRefusal } from '../../kit/own-refusal.ts';
import type { CancelTarget, DelayTarget, LineTarget, Outcome, ShipTarget } from '../../kit/shop.ts';
import { COURIERLESS_METHODS } from './carriers.ts';
import type { Client } from './client.ts';
import { gather } from './gather-orders.ts';
import { inChunks, ofLine } from './in-chunks.ts';
import { AT_MOST } from './operations.ts';
import { readDetails } from './product-orders.ts';
import { decodeVerdicts, failureOf, type Verdicts } from './verdicts.ts';
import { wireTime } from './wire-time.ts';

/** What a line is after an action that was accepted. */
export interface After {
  readonly status: OrderStatus;
  readonly nativeStatus: string;
}

const CONFIRMED: After = { status: 'PREPARING', nativeStatus: 'PAYED/OK' };
const DISPATCHED: After = { status: 'SHIPPED', nativeStatus: 'DELIVERING' };
/** A cancel is carried out step by step (sheet §4.3); the order is read again soon after. */
const CANCELING: After = { status: 'CANCEL_REQUESTED', nativeStatus: 'CANCELING' };

/** The outcome of one target; a product order in no list, or in both, is unknown. */
export function outcomeOf(target: LineTarget, verdicts: Verdicts, after: After): Outcome {
  const failure = failureOf(target.nativeLineId, verdicts);
  if (failure !== null) return ofLine(target, failure);
  return { kind: 'done', line: target.line, ...after, readAgain: verdicts.moved.has(target.nativeLineId) };
}

export function acknowledge(client: Client, targets: readonly LineTarget[]): Promise<readonly Outcome[]> {
  return inChunks(
    targets,
    AT_MOST.confirm,
    async (chunk) => {
      const verdicts = await client.ask({
        operation: 'confirm',
        body: { productOrderIds: chunk.map(({ nativeLineId }) => nativeLineId) },
        decode: decodeVerdicts,
      });
      return chunk.map((target) => outcomeOf(target, verdicts, CONFIRMED));
    },
    ofLine,
  );
}

export function ship(
  client: Client,
  targets: readonly ShipTarget[],
  clock: () => Date,
): Promise<readonly Outcome[]> {
  return inChunks(
    targets,
    AT_MOST.dispatch,
    async (chunk) => {
      const verdicts = await client.ask({
        operation: 'dispatch',
        body: { dispatchProductOrders: chunk.map((target) => encodeDispatch(target, clock())) },
        decode: decodeVerdicts,
      });
      return chunk.map((target) => outcomeOf(target, verdicts, DISPATCHED));
    },
    ofLine,
  );
}

/** What a dispatch tells of one product order. */
type Dispatch = Pick<ShipTarget, 'nativeLineId' | 'carrierCode' | 'invoice' | 'shippedAt'>;

/** One row of a dispatch. An empty text is not "absent" to Naver: it refuses the whole call (sheet §7.25). */
export function encodeDispatch(target: Dispatch, now: Date): Readonly<Record<string, string>> {
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
  return inChunks(
    targets,
    1,
    (chunk) =>
      Promise.all(chunk.map((target) => delayOne(client, target, statuses.get(target.nativeLineId)))),
    ofLine,
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

/**
 * Cancels what was not shipped. A part of a line leaves the rest of it where it was, which the answer does not tell,
 * so those lines are read before.
 */
export async function cancel(client: Client, targets: readonly CancelTarget[]): Promise<readonly Outcome[]> {
  const parts = targets.filter(({ whole }) => !whole);
  const statuses = parts.length === 0 ? new Map<string, After>() : await statusesOf(client, parts);
  return inChunks(
    targets,
    1,
    (chunk) =>
      Promise.all(
        chunk.map((target) =>
          cancelOne(client, target, target.whole ? CANCELING : statuses.get(target.nativeLineId)),
        ),
      ),
    ofLine,
  );
}

async function cancelOne(client: Client, target: CancelTarget, after: After | undefined): Promise<Outcome> {
  if (after === undefined) return notThere(target);
  const verdicts = await client.ask({
    operation: 'cancel',
    params: { productOrderId: target.nativeLineId },
    body: encodeCancel(target),
    decode: decodeVerdicts,
  });
  const outcome = outcomeOf(target, verdicts, after);
  return outcome.kind === 'done' ? { ...outcome, readAgain: true } : outcome;
}

/** Without a quantity all that is left is cancelled (sheet §3.4). */
export function encodeCancel({
  reason,
  text,
  quantity,
  whole,
}: CancelTarget): Readonly<Record<string, unknown>> {
  const detail = text.trim();
  return {
    cancelReason: reason,
    ...(detail === '' ? {} : { cancelDetailedReason: detail }),
    ...(whole ? {} : { cancelQuantity: quantity }),
  };
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
  return { ...ownRefusal('not_found', unreadable(nativeLineId)), line };
}

const unreadable = (productOrder: string): Localized => ({
  ko: `상품주문 ${productOrder}의 상세 정보가 없거나 모르는 상태입니다.`,
  en: `Product order ${productOrder} has no details, or is in a state nobody has mapped.`,
  ru: `У товарного заказа ${productOrder} нет сведений, или его состояние неизвестно.`,
  uz: `${productOrder} mahsulot buyurtmasi haqida ma’lumot yo‘q yoki holati noma’lum.`,
});
