import { asFields, asList, booleanAt, idAt, optionalFieldsAt, optionalTextAt } from '../../kit/decode.ts';
import { BigNumeral, writeLossless } from '../../kit/lossless.ts';
import type { LineTarget, OrdersDesk, Outcome, ShipTarget, SplitTarget } from '../../kit/shop.ts';
import { KST_MINUTES, localDay } from '../../kit/zone.ts';
import type { Ask } from './calls.ts';
import { reasonOfWord } from './errors.ts';
import { callByCall } from './trouble-of-call.ts';

/** What the call says of one entry of its body (guide §2.4, results in the order of `orderShipments`). */
interface Result {
  readonly vendorItemId: string;
  readonly succeed: boolean;
  readonly resultCode: string;
  readonly resultMessage: string;
}

type Shipments = Required<Pick<OrdersDesk, 'ship' | 'split' | 'changeInvoice'>>;

/** Shipping whole lines, lines in parts, and changing the invoice of a box. */
export function shipmentsOf(ask: Ask, vendorId: string): Shipments {
  return {
    ship: (targets) => shipOrders(ask, vendorId, targets, (target) => [wholeEntry(target)]),
    split: (targets) => shipOrders(ask, vendorId, targets, partEntries),
    changeInvoice: (targets) => changeInvoices(ask, targets),
  };
}

function ids({ nativeOrderId, nativeItemId }: LineTarget): object {
  return { orderId: new BigNumeral(nativeOrderId), vendorItemId: new BigNumeral(nativeItemId) };
}

function wholeEntry(target: ShipTarget): object {
  return {
    ...ids(target),
    splitShipping: false,
    invoiceNumber: target.invoice,
    deliveryCompanyCode: target.carrierCode,
    estimatedShippingDate: localDay(new Date(target.shippedAt), KST_MINUTES),
  };
}

function partEntries(target: SplitTarget): readonly object[] {
  return target.parts.map((part) => ({
    ...ids(target),
    splitShipping: true,
    splitQuantity: part.quantity,
    invoiceNumber: part.invoice,
    deliveryCompanyCode: part.carrierCode,
  }));
}

/** One call for each order, whatever number of its lines is sent. */
function shipOrders<Target extends LineTarget>(
  ask: Ask,
  vendorId: string,
  targets: readonly Target[],
  entriesOf: (target: Target) => readonly object[],
): Promise<readonly Outcome[]> {
  const orders = Map.groupBy(targets, ({ nativeOrderId }) => nativeOrderId);
  return callByCall(
    orders,
    ([, lines]) => lines,
    async ([orderId, lines]) => {
      const entries = lines.map(entriesOf);
      const results = await ask({
        operation: 'ship',
        params: { orderId },
        body: writeLossless({ vendorId, orderShipments: entries.flat() }),
        decode: decodeResults,
      });
      let at = 0;
      return lines.map((line, nth) => {
        const count = entries[nth]?.length ?? 0;
        at += count;
        return outcomeOf(line, results.slice(at - count, at), count);
      });
    },
  );
}

function decodeResults(json: unknown): readonly Result[] {
  const data = optionalFieldsAt(asFields(json, 'answer'), 'data');
  return asList(data?.results ?? [], 'results').map((row) => {
    const result = asFields(row, 'results');
    return {
      vendorItemId: idAt(result, 'vendorItemId'),
      succeed: booleanAt(result, 'succeed', false),
      resultCode: optionalTextAt(result, 'resultCode') ?? '',
      resultMessage: optionalTextAt(result, 'resultMessage') ?? '',
    };
  });
}

/** A line whose parts were taken in part, or that the answer does not name, is read before anything else is done. */
function outcomeOf({ line, nativeItemId }: LineTarget, results: readonly Result[], wanted: number): Outcome {
  const named = results.filter(({ vendorItemId }) => vendorItemId === nativeItemId);
  const refused = named.find(({ succeed }) => !succeed);
  const taken = named.filter(({ succeed }) => succeed).length;
  if (refused !== undefined && taken === 0) {
    return {
      kind: 'refused',
      line,
      reason: reasonOfWord(refused.resultCode),
      nativeCode: refused.resultCode,
      nativeText: refused.resultMessage,
      retryHelps: false,
    };
  }
  if (taken < wanted)
    return { kind: 'unknown', line, nativeText: refused?.resultMessage ?? 'not in the answer' };
  return { kind: 'done', line, status: 'SHIPPED', nativeStatus: 'DEPARTURE', readAgain: false };
}

/** One call for each box: its lines share the invoice (guide §2.4.2). Where the box stands then, a reading tells. */
function changeInvoices(ask: Ask, targets: readonly ShipTarget[]): Promise<readonly Outcome[]> {
  const boxes = Map.groupBy(targets, ({ nativeOrderId, packageKey }) => `${nativeOrderId} ${packageKey}`);
  return callByCall(
    boxes.values(),
    (lines) => lines,
    async (lines) => {
      const [first] = lines;
      await ask({
        operation: 'changeInvoice',
        params: { orderId: first?.nativeOrderId ?? '', shipmentBoxId: first?.packageKey ?? '' },
        body: writeLossless({ invoiceNumber: first?.invoice, deliveryCompanyCode: first?.carrierCode }),
        decode: () => undefined,
      });
      return lines.map(({ line }) => ({
        kind: 'done',
        line,
        status: 'SHIPPED',
        nativeStatus: 'DEPARTURE',
        readAgain: true,
      }));
    },
  );
}
