import type { Outcome, ShipTarget } from '../../kit/shop.ts';
import { sendInTurn } from '../outcomes.ts';
import type { Ask } from './calls.ts';
import type { LineState } from './decode-state.ts';
import { SHIPPED, shipmentParams } from './delivery-methods.ts';
import { failed, outcomesOf } from './line-outcome.ts';
import { statesOf } from './line-states.ts';
import { decodeResult } from './result.ts';
import { TO_SEND } from './statuses.ts';
import { minuteOnWire } from './values.ts';

/** One call: the lines of one order that go under one invoice. */
interface Shipping {
  readonly targets: readonly ShipTarget[];
  /** All that is left to send of the delivery goes with it. */
  readonly isWhole: boolean;
  /** How many lines 11st should count; null where nothing seems left to send. */
  readonly expected: number | null;
}

/**
 * Ships deliveries as a whole wherever all that is left of them goes under one invoice: shipping a bundle line by line
 * is refused from the second line on, and shipping it whole takes along what was not meant (sheet §7.3).
 */
export async function ship(ask: Ask, targets: readonly ShipTarget[]): Promise<readonly Outcome[]> {
  const states = await statesOf(
    ask,
    targets.map(({ nativeOrderId }) => nativeOrderId),
  );
  const shippings = shippingsOf(targets, states);
  return sendInTurn(
    shippings.map((shipping) => shipping.targets),
    async (group) => {
      const shipping = shippings.find((each) => each.targets === group);
      return shipping === undefined ? [] : send(ask, shipping);
    },
    failed,
    ({ nativeOrderId }) => nativeOrderId,
  );
}

/** Puts targets together into calls, given where the lines of their orders stand. */
export function shippingsOf(
  targets: readonly ShipTarget[],
  states: readonly LineState[],
): readonly Shipping[] {
  const parcels = Map.groupBy(targets, ({ nativeOrderId, packageKey, carrierCode, invoice }) =>
    [nativeOrderId, packageKey, carrierCode, invoice].join(' '),
  );
  return [...parcels.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const meant = new Set(group.map(({ nativeLineId }) => nativeLineId));
    const left = states.filter((state) => isLeft(state, first));
    const isWhole = left.every(({ nativeLineId }) => meant.has(nativeLineId));
    const counted = isWhole ? left.length : meant.size;
    return [{ targets: group, isWhole, expected: counted === 0 ? null : counted }];
  });
}

function isLeft(state: LineState, { nativeOrderId, packageKey }: ShipTarget): boolean {
  return (
    state.nativeOrderId === nativeOrderId &&
    state.packageKey === packageKey &&
    TO_SEND.has(state.nativeStatus)
  );
}

async function send(ask: Ask, { targets, isWhole, expected }: Shipping): Promise<readonly Outcome[]> {
  const [first] = targets;
  if (first === undefined) return [];
  const params = {
    sendDt: minuteOnWire(new Date(first.shippedAt)),
    ...shipmentParams(first),
    dlvNo: first.packageKey,
  };
  const result = isWhole
    ? await ask({ operation: 'shipDelivery', params, decode: decodeResult })
    : await ask({
        operation: 'shipLines',
        params: {
          ...params,
          ordNo: first.nativeOrderId,
          ordPrdSeqs: targets.map(({ nativeLineId }) => nativeLineId).join(','),
        },
        decode: decodeResult,
      });
  return outcomesOf(targets, result, { expected, becomes: SHIPPED });
}
