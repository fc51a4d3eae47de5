import { DAY_MS } from '../../kit/bucket.ts';
import type {
  Batch,
  LineTarget,
  MissingOrder,
  OrderRead,
  OrdersDesk,
  OrdersNow,
  Outcome,
  ShipTarget,
} from '../../kit/shop.ts';
import { dayAfter, koreanMidnight } from '../../kit/sweeps/days.ts';
import { sweepFeeds } from '../../kit/sweeps/sweep-feeds.ts';
import { splitSpan, type Window, windowTally } from '../../kit/windows.ts';
import { instantInZone, KST_MINUTES, localDay } from '../../kit/zone.ts';
import { oneByOne } from '../one-by-one.ts';
import { readSited, SITE_NAMES, type Site, type Sited } from '../site.ts';
import { noOrderOfEsm, ONE_INVOICE, turnedDown } from '../turned-down.ts';
import type { Client } from './client.ts';
import { feedReader, withinReach } from './feeds.ts';
import { readOrderPage } from './lists.ts';

/** The orders desk of one account. */
export function ordersDesk(client: Client, sites: readonly Site[], clock: () => Date): OrdersDesk {
  return {
    changes: (from) => sweepFeeds(feedReader(client, sites, clock), from),
    placedBetween: (from, to) => placedBetween(client, sites, clock, from, to),
    read: (ids) => readOrders(client, ids, clock()),
    ship: (targets) => shipAll(client, 'ship', targets),
    changeInvoice: (targets) => shipAll(client, 'changeShipment', targets),
  };
}

const WINDOW_MS = 30 * DAY_MS;

/** The lists go by whole days in Korea, so what they hold beyond the range is left out. */
async function* placedBetween(
  client: Client,
  sites: readonly Site[],
  clock: () => Date,
  from: Date,
  to: Date,
): AsyncGenerator<Omit<Batch<OrderRead>, 'cursor'>> {
  const span = withinReach({ from: koreanMidnight(from), to: dayAfter(to) }, clock());
  const windows = span === null ? [] : splitSpan(span.from, span.to, WINDOW_MS);
  const lists = sites.flatMap((site) => windows.map((window) => ({ site, window })));
  const tally = windowTally();
  for (const [nth, { site, window }] of lists.entries()) {
    for (let page = 1, more = true; more; page++) {
      const answer = await readOrderPage(client, { site, by: 'ORD', window, page });
      more = answer.more;
      yield {
        feed: `${SITE_NAMES[site]} PAY_COMPLETE`,
        items: answer.reads.filter((read) => placedWithin(read, from, to)),
        windows: tally(!more, lists.length - nth - (more ? 0 : 1)),
      };
    }
  }
}

/** Dates are told to the second. */
const SECOND_MS = 1000;

function placedWithin(read: OrderRead, from: Date, to: Date): boolean {
  if (read.kind !== 'order') return true;
  const at = Date.parse(read.order.orderedAt);
  return at > from.getTime() - SECOND_MS && at <= to.getTime();
}

/** The guide has no look-up by number: the day that the number begins with is listed, and the order picked out of it. */
async function readOrders(client: Client, ids: readonly string[], now: Date): Promise<OrdersNow> {
  const days = new Map<string, readonly OrderRead[]>();
  const reads: OrderRead[] = [];
  const missing: MissingOrder[] = [];
  for (const nativeOrderId of ids) {
    const sited = readSited(nativeOrderId);
    const window = sited === null ? null : dayOf(sited.number, now);
    if (sited === null || window === null) {
      missing.push({ nativeOrderId, nativeText: '', ended: false });
      continue;
    }
    const key = `${sited.site} ${window.from.toISOString()}`;
    const listed = days.get(key) ?? (await everyPage(client, sited.site, window));
    days.set(key, listed);
    const found = listed.filter((read) => isAbout(read, nativeOrderId));
    reads.push(...found);
    if (found.length === 0) missing.push({ nativeOrderId, nativeText: '', ended: false });
  }
  return { reads, missing };
}

const DATED = /^(\d{4})(\d{2})(\d{2})/;

function dayOf(number: string, now: Date): Window | null {
  const [, year, month, day] = DATED.exec(number) ?? [];
  const text = `${year}-${month}-${day}`;
  if (day === undefined || Number.isNaN(Date.parse(text))) return null;
  const from = new Date(instantInZone(text, KST_MINUTES, 'ordNo'));
  return withinReach({ from, to: new Date(from.getTime() + DAY_MS) }, now);
}

async function everyPage(client: Client, site: Site, window: Window): Promise<readonly OrderRead[]> {
  const reads: OrderRead[] = [];
  for (let page = 1, more = true; more; page++) {
    const answer = await readOrderPage(client, { site, by: 'ORD', window, page });
    reads.push(...answer.reads);
    more = answer.more;
  }
  return reads;
}

function isAbout(read: OrderRead, nativeOrderId: string): boolean {
  if (read.kind === 'order') return read.order.nativeOrderId === nativeOrderId;
  return read.kind === 'unreadable' && read.nativeOrderId === nativeOrderId;
}

/** One call ships a whole order under one invoice, whichever of its lines were asked for (guide 4.4). */
async function shipAll(
  client: Client,
  operation: 'ship' | 'changeShipment',
  targets: readonly ShipTarget[],
): Promise<readonly Outcome[]> {
  const orders = [...Map.groupBy(targets, ({ nativeOrderId }) => nativeOrderId).values()];
  const outcomes = await oneByOne(
    orders,
    async (lines): Promise<readonly Outcome[]> => {
      await shipOne(client, operation, lines);
      return lines.map(shipped);
    },
    (lines, failure): readonly Outcome[] => lines.map(({ line }): Outcome => ({ ...failure, line })),
    (error) => error.retryHelps,
  );
  return outcomes.flat();
}

const shipped = ({ line }: LineTarget): Outcome => ({
  kind: 'done',
  line,
  status: 'DELIVERING',
  nativeStatus: 'SHIPPING',
  readAgain: false,
});

async function shipOne(
  client: Client,
  operation: 'ship' | 'changeShipment',
  lines: readonly ShipTarget[],
): Promise<void> {
  const [first, ...others] = lines;
  if (first === undefined) return;
  if (
    others.some(({ invoice, carrierCode }) => invoice !== first.invoice || carrierCode !== first.carrierCode)
  ) {
    throw turnedDown(operation, 'refused', ONE_INVOICE);
  }
  const { site, number } = orderOf(first);
  await client.ask({
    operation,
    site,
    params: { ordNo: number },
    body: {
      deliveryCompanyCode: first.carrierCode,
      trackingNumber: first.invoice,
      ...(operation === 'ship' ? { sendDate: localDay(new Date(first.shippedAt), KST_MINUTES) } : {}),
    },
    decode: () => undefined,
  });
}

function orderOf({ nativeOrderId }: LineTarget): Sited {
  const order = readSited(nativeOrderId);
  if (order === null) throw turnedDown('ship', 'not_found', noOrderOfEsm(nativeOrderId));
  return order;
}
