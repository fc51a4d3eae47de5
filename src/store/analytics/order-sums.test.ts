import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  putClaims,
  putOrders,
  type TestBusiness,
} from '../../../test/harness/rest.ts';
import { claim, line, order } from '../../../test/harness/snapshots.ts';
import { commandId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Account } from '../accounts.ts';
import { applyAcceptedClaims } from '../claims/accepted.ts';
import { writeLineNews } from '../orders/line-news.ts';
import { asOwner } from '../scope.ts';

const ORDERS = 3;
const LINES = 2;
const DEADLINE = '2026-11-24T14:59:59.000Z';
const IN_TIME = '2026-11-24T03:00:00.000Z';
const TOO_LATE = '2026-11-25T03:00:00.000Z';

const lineTold = fc.record({
  status: fc.constantFrom('PAID', 'PREPARING', 'SHIPPED', 'CONFIRMED', 'CANCELED', 'RETURNED', null),
  quantity: fc.integer({ min: 0, max: 5 }),
  paidAmount: fc.integer({ min: 0, max: 9_999 }),
  shippedAt: fc.constantFrom(null, IN_TIME, TOO_LATE),
  shipBy: fc.constantFrom(null, DEADLINE),
});
const step = fc.oneof(
  fc.record({
    kind: fc.constant('order' as const),
    order: fc.nat(ORDERS - 1),
    lines: fc.array(lineTold, { minLength: 1, maxLength: LINES }),
  }),
  fc.record({
    kind: fc.constant('claim' as const),
    order: fc.nat(ORDERS - 1),
    claim: fc.nat(2),
    of: fc.constantFrom('cancel', 'return', 'exchange'),
    state: fc.constantFrom('requested', 'refunded', 'done', 'withdrawn', 'rejected', null),
    lines: fc.uniqueArray(fc.nat(LINES - 1), { minLength: 1 }),
    quantity: fc.option(fc.integer({ min: 1, max: 4 })),
  }),
  fc.record({
    kind: fc.constant('news' as const),
    order: fc.nat(ORDERS - 1),
    line: fc.nat(LINES - 1),
    status: fc.constantFrom('SHIPPED', 'DELIVERED', 'CANCELED'),
    shippedAt: fc.constantFrom(IN_TIME, TOO_LATE),
  }),
  fc.record({
    kind: fc.constant('accepted' as const),
    order: fc.nat(ORDERS - 1),
    claim: fc.nat(2),
    state: fc.constantFrom('done', 'rejected'),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Orders carry sums; whatever happens to their lines and claims, these are the sums. */
describe.each(DATABASE_KINDS)('what orders carry on %s', (kind) => {
  let hub: Hub;
  let mine: TestBusiness;
  let shop: Account;
  let run = 0;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    mine = await openBusiness(hub, 'mine');
    shop = await connect(hub, mine, 'coupang');
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const orderName = (nth: number) => `${run}-${nth}`;
  const lineName = (nth: number, of: number) => `${orderName(nth)}-${of}`;
  const claimName = (nth: number, of: number) => `${orderName(nth)}-claim-${of}`;
  const parcel = (shippedAt: string) => ({ nativeCarrier: 'CJGLS', invoice: '640000000001', shippedAt });

  async function take(one: Step, claims: Map<string, Awaited<ReturnType<typeof putClaims>>>): Promise<void> {
    const nativeOrderId = orderName(one.order);
    switch (one.kind) {
      case 'order':
        await putOrders(hub, mine, shop, [
          order({
            nativeOrderId,
            lines: one.lines.map(({ shippedAt, ...told }, of) =>
              line({
                ...told,
                nativeLineId: lineName(one.order, of),
                nativeItemId: `item-${of}`,
                parcel: shippedAt === null ? null : parcel(shippedAt),
              }),
            ),
          }),
        ]);
        return;
      case 'claim': {
        const nativeClaimId = claimName(one.order, one.claim);
        const lines = one.lines.map((of) => ({
          nativeLineId: lineName(one.order, of),
          nativeItemId: `item-${of}`,
          quantity: one.quantity,
        }));
        const told = claim({ nativeClaimId, nativeOrderId, kind: one.of, state: one.state, lines });
        claims.set(nativeClaimId, await putClaims(hub, mine, shop, [told]));
        return;
      }
      case 'news': {
        const { status, shippedAt } = one;
        const nativeLineId = lineName(one.order, one.line);
        const times = { deliveredAt: null, confirmedAt: null };
        const news = { nativeOrderId, nativeLineId, status, nativeStatus: status, ...times };
        const target = { account: shop.id, platform: shop.platform, carrierIdOf: () => 'cj' };
        await asOwner(hub.db, mine.owner, (scope) =>
          writeLineNews(scope, target, [{ ...news, parcel: parcel(shippedAt) }], {
            run: null,
            command: null,
          }),
        );
        return;
      }
      case 'accepted': {
        const nativeClaimId = claimName(one.order, one.claim);
        const id = claims.get(nativeClaimId)?.get(nativeClaimId);
        if (id === undefined) return;
        const untold = { nativeStatus: null, becomes: null, fault: null, fee: null, hold: null };
        const parcels = { collection: null, replacement: null };
        await asOwner(hub.db, mine.owner, (scope) =>
          applyAcceptedClaims(
            scope,
            [{ command: commandId(1), claim: id, state: one.state, ...untold, ...parcels }],
            0,
          ),
        );
      }
    }
  }

  /** The same sums, made line by line from the bare rows. */
  async function bareSums(): Promise<readonly object[]> {
    const { rows: orders } = await sql<{ id: number; ship_within: Date | null }>`
      select id, ship_within from orders where native_order_id like ${`${run}-%`} order by id`.execute(
      hub.db.root,
    );
    const { rows: lines } = await sql<BareLine>`
      select l.order_id, l.id, l.status, l.quantity, l.paid_amount, l.shipped_at, l.ship_by from order_lines l
      join orders o on o.id = l.order_id where o.native_order_id like ${`${run}-%`}`.execute(hub.db.root);
    const { rows: claims } = await sql<BareClaim>`
      select c.order_id, c.kind, c.state, array(
        select json_build_object('line', cl.order_line_id, 'quantity', cl.quantity) from claim_lines cl
        where cl.claim_id = c.id) as lines
      from claims c where c.native_order_id like ${`${run}-%`} and c.order_id is not null`.execute(
      hub.db.root,
    );
    return orders.map(({ id, ship_within }) => {
      const own = lines.filter(({ order_id }) => order_id === id);
      const about = claims.filter(({ order_id }) => order_id === id);
      const kept = own.map((one) => takenOut(one, about));
      const left = own
        .filter(({ shipped_at }) => shipped_at !== null)
        .flatMap(({ shipped_at, ship_by }) => {
          const deadline = ship_by ?? ship_within;
          return shipped_at === null || deadline === null ? [] : [shipped_at > deadline];
        });
      const has = (of: string) =>
        about.some(({ kind: told, state }) => told === of && state !== 'rejected' && state !== 'withdrawn');
      return {
        sold_units: sum(kept.map(({ units }) => units)),
        sold_paid: sum(own.map(({ paid_amount }) => paid_amount)),
        sold_canceled: sum(kept.map(({ canceled }) => canceled)),
        sold_returned: sum(kept.map(({ returned }) => returned)),
        left_late: left.length === 0 ? null : left.some((isLate) => isLate),
        has_cancel: has('cancel'),
        has_return: has('return'),
        has_exchange: has('exchange'),
      };
    });
  }

  test('are the sums of their lines and claims', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        run += 1;
        const claims = new Map<string, Awaited<ReturnType<typeof putClaims>>>();
        for (const one of steps) await take(one, claims);
        const { rows } = await sql<object>`
          select sold_units, sold_paid, sold_canceled, sold_returned, left_late, has_cancel, has_return, has_exchange
          from orders where native_order_id like ${`${run}-%`} order by id`.execute(hub.db.root);
        expect(rows).toEqual(await bareSums());
      }),
      { numRuns: 40 },
    );
  });
});

interface BareLine {
  readonly order_id: number;
  readonly id: number;
  readonly status: string | null;
  readonly quantity: number;
  readonly paid_amount: number;
  readonly shipped_at: Date | null;
  readonly ship_by: Date | null;
}

interface BareClaim {
  readonly order_id: number;
  readonly kind: string;
  readonly state: string | null;
  readonly lines: readonly { readonly line: number | null; readonly quantity: number | null }[];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What of a line stays sold, and what its finished claims took out. */
function takenOut({ id, status, quantity, paid_amount: paid }: BareLine, claims: readonly BareClaim[]) {
  const gone = (of: string) =>
    sum(
      claims
        .filter(({ kind, state }) => kind === of && (state === 'done' || state === 'refunded'))
        .flatMap(({ lines }) => lines.filter(({ line }) => line === id))
        .map((part) => part.quantity ?? Number.MAX_SAFE_INTEGER),
    );
  const partOf = (units: number) => (quantity === 0 ? 0 : Math.round((paid * units) / quantity));
  const canceledUnits = status === 'CANCELED' ? quantity : Math.min(quantity, gone('cancel'));
  const canceled = status === 'CANCELED' ? paid : partOf(canceledUnits);
  const left = quantity - canceledUnits;
  const returnedUnits = status === 'RETURNED' ? left : Math.min(left, gone('return'));
  const returned = status === 'RETURNED' ? paid - canceled : Math.min(paid - canceled, partOf(returnedUnits));
  return { units: left - returnedUnits, canceled, returned };
}
