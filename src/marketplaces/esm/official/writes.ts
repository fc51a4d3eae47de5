import type { DelayReason } from '../../../domain/command.ts';
import type { OrderStatus } from '../../../domain/status.ts';
import { asFields } from '../../kit/decode.ts';
import { BigNumeral, writeLossless } from '../../kit/lossless.ts';
import type {
  CancelTarget,
  DelayTarget,
  LineTarget,
  OrdersDesk,
  Outcome,
  ShipTarget,
} from '../../kit/shop.ts';
import { KST_MINUTES, localDay } from '../../kit/zone.ts';
import { oneByOne } from '../one-by-one.ts';
import { readSited, type Sited } from '../site.ts';
import { noOrderOfEsm, notListed, turnedDown, WHOLE_ORDERS_ONLY } from '../turned-down.ts';
import type { Ask, EsmCall } from './calls.ts';
import { dataOf, decodeOrderPage } from './decode-page.ts';
import { worksLater } from './errors.ts';
import { orderBody, SITE_TYPES } from './queries.ts';
import { shippingBody } from './shipping-body.ts';

type Writes = Required<Pick<OrdersDesk, 'acknowledge' | 'ship' | 'changeInvoice' | 'delay' | 'cancel'>>;

/** The one reason a seller may cancel for by himself; the call without it is restricted (sheet §3.5). */
export const SOLD_OUT = 'SoldOut';

export function writesOf(ask: Ask, clock: () => Date): Writes {
  return {
    acknowledge: (targets) => carryOut(targets, (target, order) => acknowledge(ask, target, order)),
    ship: (targets) => carryOut(targets, (target, order) => ship(ask, target, order, clock())),
    // A repeated call overwrites carrier, invoice and day (sheet §3.5).
    changeInvoice: (targets) => carryOut(targets, (target, order) => ship(ask, target, order, clock())),
    delay: (targets) => carryOut(targets, (target, order) => delay(ask, target, order)),
    cancel: (targets) => carryOut(targets, (target, order) => cancel(ask, target, order)),
  };
}

function carryOut<Target extends LineTarget>(
  targets: readonly Target[],
  act: (target: Target, order: Sited) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  return oneByOne(
    targets,
    (target) => act(target, orderOf(target)),
    ({ line }, failure): Outcome => ({ ...failure, line }),
    worksLater,
  );
}

function orderOf({ nativeOrderId }: LineTarget): Sited {
  const order = readSited(nativeOrderId);
  if (order === null) throw turnedDown('order', 'not_found', noOrderOfEsm(nativeOrderId));
  return order;
}

/** Nothing of an answer matters but that it is good. */
const NOTHING: EsmCall<undefined>['decode'] = () => undefined;

interface After {
  readonly status: OrderStatus;
  readonly nativeStatus: string;
}

const done = ({ line }: LineTarget, after: After, readAgain = false): Outcome => ({
  kind: 'done',
  line,
  ...after,
  readAgain,
});

async function acknowledge(ask: Ask, target: LineTarget, { site, number }: Sited): Promise<Outcome> {
  const changed = await ask({
    operation: 'orderCheck',
    site,
    params: { orderNo: number },
    decode: decodeChanged,
  });
  return done(target, { status: 'PREPARING', nativeStatus: '2' }, changed);
}

/** Whether the buyer changed the address before the confirmation (sheet §3.5). */
function decodeChanged(json: unknown): boolean {
  const data = dataOf(json);
  return data !== null && data !== undefined && String(asFields(data, 'Data').IsChanged) === '1';
}

async function ship(ask: Ask, target: ShipTarget, { site, number }: Sited, now: Date): Promise<Outcome> {
  await ask({
    operation: 'shippingInfo',
    site,
    body: shippingBody(number, target, now),
    decode: NOTHING,
  });
  return done(target, { status: 'SHIPPED', nativeStatus: '3' });
}

/** `ReasonType` (sheet §3.5): 1 stock, 2 the buyer asked, 3 other. */
const DELAY_REASONS: Readonly<Record<DelayReason, number>> = {
  preparing: 1,
  buyer_asked: 2,
  made_to_order: 3,
  reserved: 3,
  overseas: 3,
  other: 3,
};

/** A delay leaves the status as it is and its answer does not tell it, so the order is read before. */
async function delay(ask: Ask, target: DelayTarget, { site, number }: Sited): Promise<Outcome> {
  const now = await statusNow(ask, { site, number });
  await ask({
    operation: 'shippingExpectedDate',
    site,
    body: writeLossless({
      OrderNo: new BigNumeral(number),
      ReasonType: DELAY_REASONS[target.reason],
      ShippingExpectedDate: localDay(new Date(target.shipBy), KST_MINUTES),
      ReasonDetail: target.text.trim(),
    }),
    decode: NOTHING,
  });
  return done(target, now, true);
}

async function statusNow(ask: Ask, { site, number }: Sited): Promise<After> {
  const { reads } = await ask({
    operation: 'order',
    site,
    body: orderBody(site, number),
    decode: decodeOrderPage(site),
  });
  for (const read of reads) {
    const line = read.kind === 'order' ? read.order.lines[0] : undefined;
    if (line !== undefined && line.status !== null) {
      return { status: line.status, nativeStatus: line.nativeStatus };
    }
  }
  throw turnedDown('order', 'wrong_state', notListed(number));
}

async function cancel(ask: Ask, target: CancelTarget, { site, number }: Sited): Promise<Outcome> {
  if (!target.whole) throw turnedDown('soldOut', 'refused', WHOLE_ORDERS_ONLY);
  await ask({
    operation: 'soldOut',
    site,
    params: { orderNo: number },
    body: JSON.stringify({ SiteType: SITE_TYPES[site] }),
    decode: NOTHING,
  });
  return done(target, { status: 'CANCELED', nativeStatus: '6/3' });
}
