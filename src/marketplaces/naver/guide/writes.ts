import type { OrderStatus } from '../../../domain/status.ts';
import { asFields } from '../../kit/decode.ts';
import { ownRefusal } from '../../kit/own-refusal.ts';
import type { CancelTarget, HoldTarget, LineTarget, Outcome, ShipTarget } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { chunked } from '../../kit/windows.ts';
import { inChunks, ofLine, sendAll } from '../official/in-chunks.ts';
import { CANCEL_REASONS } from './claim-reasons.ts';
import type { Client } from './client.ts';
import { decodeProductOrder } from './decode-order.ts';
import { AT_MOST } from './operations.ts';
import { HELD } from './statuses.ts';
import { decodeVerdicts, failureOf, type Verdicts } from './verdicts.ts';

/** What a line is after a write that was accepted. */
interface After {
  readonly status: OrderStatus;
  readonly nativeStatus: string;
}

const SHIPPED: After = { status: 'DELIVERING', nativeStatus: 'SHIPPING' };
const ON_HOLD: After = { status: 'PREPARING', nativeStatus: HELD };
const RELEASED: After = { status: 'PREPARING', nativeStatus: 'PACKING' };
const CANCELED: After = { status: 'CANCELED', nativeStatus: 'CANCELED' };

export function outcomeOf(target: LineTarget, verdicts: Verdicts, after: After, readAgain = false): Outcome {
  const failure = failureOf(target.nativeLineId, verdicts);
  return failure === null
    ? { kind: 'done', line: target.line, ...after, readAgain }
    : ofLine(target, failure);
}

function idsOf(targets: readonly LineTarget[]): readonly string[] {
  return targets.map(({ nativeLineId }) => nativeLineId);
}

/** Targets that can share one call: its body says the same of all of them. */
function alike<Target>(targets: readonly Target[], said: (target: Target) => readonly unknown[]): Target[][] {
  const groups = Map.groupBy(targets, (target) => JSON.stringify(said(target)));
  return [...groups.values()].flatMap((group) => chunked(group, AT_MOST.ids));
}

/** One parcel a call, with all product orders that go into it (guide §1.4.1). */
export function ship(client: Client, targets: readonly ShipTarget[]): Promise<readonly Outcome[]> {
  const parcels = alike(targets, ({ carrierCode, invoice }) => [carrierCode, invoice.trim()]);
  return sendAll(
    parcels,
    async (chunk) => {
      const verdicts = await client.ask({
        operation: 'ship',
        body: { productOrderIds: idsOf(chunk), ...parcelOf(chunk[0]) },
        decode: decodeVerdicts,
      });
      return chunk.map((target) => outcomeOf(target, verdicts, SHIPPED));
    },
    ofLine,
  );
}

function parcelOf(target: ShipTarget | undefined) {
  return { deliveryCompanyCode: target?.carrierCode ?? '', trackingNumber: target?.invoice.trim() ?? '' };
}

/** A changed invoice leaves the status as it is, which the answer does not tell, so it is read before (guide §1.4.2). */
export function changeInvoice(client: Client, targets: readonly ShipTarget[]): Promise<readonly Outcome[]> {
  return inChunks(
    targets,
    1,
    (chunk) => Promise.all(chunk.map((target) => changeOne(client, target))),
    ofLine,
  );
}

async function changeOne(client: Client, target: ShipTarget): Promise<Outcome> {
  const now = await statusNow(client, target);
  const verdicts = await client.ask({
    operation: 'changeInvoice',
    params: { productOrderId: target.nativeLineId },
    body: parcelOf(target),
    decode: decodeVerdicts,
  });
  return outcomeOf(target, verdicts, now ?? SHIPPED, true);
}

export function hold(client: Client, targets: readonly HoldTarget[]): Promise<readonly Outcome[]> {
  const groups = alike(targets, ({ text }) => [text]);
  return sendAll(
    groups,
    async (chunk) => {
      const verdicts = await client.ask({
        operation: 'hold',
        body: { productOrderIds: idsOf(chunk), reason: chunk[0]?.text ?? '' },
        decode: decodeVerdicts,
      });
      return chunk.map((target) => outcomeOf(target, verdicts, ON_HOLD, true));
    },
    ofLine,
  );
}

/** A released order is again what it was before, which only a reading tells (guide §1.4.4). */
export function release(client: Client, targets: readonly LineTarget[]): Promise<readonly Outcome[]> {
  return inChunks(
    targets,
    AT_MOST.ids,
    async (chunk) => {
      const verdicts = await client.ask({
        operation: 'releaseHold',
        body: { productOrderIds: idsOf(chunk) },
        decode: decodeVerdicts,
      });
      return Promise.all(chunk.map((target) => released(client, target, verdicts)));
    },
    ofLine,
  );
}

async function released(client: Client, target: LineTarget, verdicts: Verdicts): Promise<Outcome> {
  if (failureOf(target.nativeLineId, verdicts) !== null) return outcomeOf(target, verdicts, RELEASED);
  try {
    return outcomeOf(target, verdicts, (await statusNow(client, target)) ?? RELEASED, true);
  } catch (error) {
    if (!(error instanceof MarketplaceError)) throw error;
    // The release itself is done; the order is read again later.
    return outcomeOf(target, verdicts, RELEASED, true);
  }
}

/** Cancels whole product orders that were not shipped (guide §1.5.4). */
export function cancel(client: Client, targets: readonly CancelTarget[]): Promise<readonly Outcome[]> {
  const groups = alike(targets, ({ reason, text, whole }) => [reason, text, whole]);
  return sendAll(
    groups,
    async (chunk) => {
      const [first] = chunk;
      if (first === undefined) return [];
      if (!first.whole) return chunk.map((target) => ofLine(target, NOT_IN_PARTS));
      const verdicts = await client.ask({
        operation: 'cancel',
        body: {
          productOrderIds: idsOf(chunk),
          cancelReason: reasonText(first),
          cancelReasonCode: first.reason,
        },
        decode: decodeVerdicts,
      });
      return chunk.map((target) => outcomeOf(target, verdicts, CANCELED));
    },
    ofLine,
  );
}

const NOT_IN_PARTS = ownRefusal('not_offered', {
  ko: '상품주문은 수량 전체만 취소할 수 있습니다.',
  en: 'A product order is cancelled as a whole.',
  ru: 'Товарный заказ отменяется только целиком.',
  uz: 'Mahsulot buyurtmasi faqat butunligicha bekor qilinadi.',
});

/** The text goes along with every cancel; where the seller wrote none, it is what the code says. */
function reasonText({ reason, text }: CancelTarget): string {
  const written = text.trim();
  if (written !== '') return written;
  return CANCEL_REASONS.find(({ code }) => code === reason)?.says.ko ?? reason;
}

/** The product order as it is now (guide §1.3.3), or null where its status is one nobody has mapped. */
async function statusNow(client: Client, { nativeLineId, packageKey }: LineTarget): Promise<After | null> {
  const { status, nativeStatus } = await client.ask({
    operation: 'productOrder',
    params: { productOrderId: nativeLineId },
    decode: (json) => decodeProductOrder(asFields(json, 'productOrder'), packageKey),
  });
  return status === null ? null : { status, nativeStatus };
}
