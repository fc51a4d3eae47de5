import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClaimMove, ClaimSnapshot, ClaimState } from '../../src/domain/claim.ts';
import { dueOf } from '../../src/domain/deadline.ts';
import { commandId, runId } from '../../src/domain/ids.ts';
import type { LineNews, OrderSnapshot } from '../../src/domain/order.ts';
import type { OrderStatus } from '../../src/domain/status.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { applyAcceptedClaims } from '../../src/store/claims/accepted.ts';
import { noteUnknownOrders, resolveConflict } from '../../src/store/claims/conflicts.ts';
import { ingestClaims } from '../../src/store/claims/ingest.ts';
import { claimHistory, listClaims } from '../../src/store/claims/read.ts';
import { tellDue } from '../../src/store/deadlines/tell-due.ts';
import { ingestOrders } from '../../src/store/orders/ingest.ts';
import { writeLineNews } from '../../src/store/orders/line-news.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { claim, line, order } from '../harness/snapshots.ts';

const PAGE = { by: 'requested', limit: 50, after: null } as const;

describe.each(DATABASE_KINDS)('claims on %s', (kind) => {
  let hub: Hub;
  let shop: SellerShop;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });
  beforeEach(async () => {
    shop = await connectShop(hub, {
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:1',
      credentials: { a: 'b' },
    });
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const inside = <Result>(work: (scope: OwnerScope) => Promise<Result>) => asOwner(hub.db, shop.owner, work);
  const target = () => ({
    account: shop.account.id,
    platform: 'coupang',
    carrierIdOf: () => 'cj',
    dueOf: (one: Parameters<typeof dueOf>[0]) => dueOf(one, []),
    claimsSeenWithinMs: 3_600_000,
  });
  const cause = { run: runId(1), command: null };
  const take = (
    told: { orders?: OrderSnapshot[]; news?: LineNews[]; claims?: ClaimSnapshot[]; moves?: ClaimMove[] },
    to = target(),
  ) =>
    inside(async (scope) => {
      const { orders = [], news = [], claims = [], moves = [] } = told;
      await ingestOrders(scope, hub.vault, to, orders, cause);
      await writeLineNews(scope, to, news, cause);
      await ingestClaims(
        scope,
        hub.vault,
        to,
        { claims, moves, orders: orders.map((one) => one.nativeOrderId) },
        cause,
      );
    });
  const known = async () => (await inside((scope) => listClaims(scope, {}, PAGE))).map((one) => one.claim);
  const only = async () => {
    const [one, ...others] = await known();
    if (one === undefined || others.length > 0) throw new Error(`${others.length} claims more than one`);
    return one;
  };
  const statuses = async () => {
    const { rows } = await inside(({ trx }) =>
      sql<{ status: OrderStatus; line: OrderStatus; invoice: string | null }>`
        select o.status, l.status as line, l.invoice from orders o join order_lines l on l.order_id = o.id
        where o.account_id = ${shop.account.id} order by l.native_line_id`.execute(trx),
    );
    return rows;
  };
  const events = async (...types: string[]) => {
    const { rows } = await inside(({ trx }) =>
      sql<{ type: string; data: Record<string, unknown> }>`select type, data from events order by id`.execute(
        trx,
      ),
    );
    return rows.filter(({ type }) => types.includes(type));
  };

  test('a claim lies over its line, and the line comes back when it is withdrawn', async () => {
    await take({ orders: [order({ lines: [line({ status: 'PREPARING', nativeStatus: 'INSTRUCT' })] })] });
    await take({ claims: [claim()] });
    expect(await statuses()).toMatchObject([{ status: 'CANCEL_REQUESTED', line: 'CANCEL_REQUESTED' }]);
    await take({ orders: [order({ lines: [line({ status: 'PREPARING', nativeStatus: 'INSTRUCT' })] })] });
    expect(await statuses()).toMatchObject([{ line: 'CANCEL_REQUESTED' }]);
    await take({ moves: [{ ...MOVE, state: 'withdrawn' }] });
    expect(await statuses()).toMatchObject([{ status: 'PREPARING', line: 'PREPARING' }]);
    expect(await only()).toMatchObject({ state: 'withdrawn', dueAt: null });
    const { id } = await only();
    const history = await inside((scope) => claimHistory(scope, id));
    expect(history.map(({ toState }) => toState)).toEqual(['requested', 'withdrawn']);
  });

  test.runIf(kind === 'PostgreSQL')(
    'one lane that brings the order and one that brings news of its claim do not wait for each other for ever',
    async () => {
      await take({ claims: [claim()] });
      const { nativeOrderId } = claim();
      // Nobody asks the job queue for anything at this moment: whoever does writes the wish anew.
      await sql`update job_wishes set due_at = 'infinity'`.execute(hub.db.root);
      const waiting = async () => {
        const { rows } = await sql<{ n: number }>`
          select count(*)::integer as n from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(hub.db.root);
        return rows[0]?.n;
      };
      // Holds up the claim's lane after it has written the claim, and before it tells of it.
      const { promise: hintMayBeWritten, resolve: letGo } = Promise.withResolvers<void>();
      const { promise: hintIsHeld, resolve: held } = Promise.withResolvers<void>();
      const holder = inside(async ({ trx }) => {
        await sql`
          select from order_hints where account_id = ${shop.account.id} and native_order_id = ${nativeOrderId}
          for update`.execute(trx);
        held();
        await hintMayBeWritten;
      });
      await hintIsHeld;
      const ofClaims = take({ claims: [claim({ state: 'approved', nativeStatus: 'RETURNS_UNCHECKED' })] });
      await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 10_000 });
      // Placed after the shop was connected, so it is news.
      const ofOrders = take({ orders: [order({ nativeOrderId, orderedAt: '2100-01-01T00:00:00.000Z' })] });
      await vi.waitFor(async () => expect(await waiting()).toBe(2), { timeout: 10_000 });
      letGo();
      await Promise.all([holder, ofClaims, ofOrders]);
      expect(await only()).toMatchObject({ state: 'approved', conflict: null });
      expect((await only()).order).not.toBeNull();
    },
  );

  test('a claim that comes before its order waits for it, and asks for it', async () => {
    await take({ claims: [claim()] });
    expect(await only()).toMatchObject({ order: null, conflict: null });
    const { rows } = await inside(({ trx }) =>
      sql`select native_order_id from order_hints where account_id = ${shop.account.id}`.execute(trx),
    );
    expect(rows).toEqual([{ native_order_id: order().nativeOrderId }]);
    const asked = [order().nativeOrderId];
    expect(await inside((scope) => noteUnknownOrders(scope, shop.account.id, asked))).toHaveLength(1);
    expect(await inside((scope) => noteUnknownOrders(scope, shop.account.id, asked))).toEqual([]);
    expect(await only()).toMatchObject({ conflict: { code: 'order_unknown' } });
    await take({ orders: [order()] });
    expect(await only()).toMatchObject({ conflict: null, lines: [{ productName: '면 양말' }] });
    expect(await statuses()).toMatchObject([{ line: 'CANCEL_REQUESTED' }]);
  });

  test('a part of a line leaves it where it is until the parts make up the whole', async () => {
    await take({ orders: [order()] });
    const part = (id: string, quantity: number, state: ClaimState) =>
      claim({ nativeClaimId: id, state, lines: [{ ...LINE, quantity }] });
    await take({ claims: [part('1', 1, 'done')] });
    expect(await statuses()).toMatchObject([{ line: 'PAID' }]);
    await take({ claims: [part('2', 2, 'requested')] });
    expect(await statuses()).toMatchObject([{ line: 'CANCEL_REQUESTED' }]);
    await take({ claims: [part('2', 2, 'done')] });
    expect(await statuses()).toMatchObject([{ status: 'CANCELED', line: 'CANCELED' }]);
  });

  test('a cancel of what has left waits for a person, and the parcel stays', async () => {
    const parcel = { nativeCarrier: 'CJGLS', invoice: '640012345678', shippedAt: '2026-11-20T05:00:00.000Z' };
    await take({
      orders: [order({ lines: [line({ status: 'SHIPPED', nativeStatus: 'DEPARTURE', parcel })] })],
    });
    await take({ claims: [claim()] });
    const marked = await only();
    expect(marked.conflict).toMatchObject({ code: 'canceled_after_shipping', resolvedAt: null });
    expect(await statuses()).toMatchObject([{ line: 'CANCEL_REQUESTED', invoice: '640012345678' }]);
    expect(await events('claim.conflict')).toHaveLength(1);
    const settle = () =>
      inside((scope) => resolveConflict(scope, marked.id, { actor: 'kim', resolution: '회수' }));
    expect(await settle()).toBe(true);
    expect(await settle()).toBe(false);
    await take({ claims: [claim({ state: 'done' })] });
    expect((await only()).conflict).toMatchObject({ resolvedBy: 'kim' });
  });

  test('the mark goes when the buyer takes the cancel back', async () => {
    const parcel = { nativeCarrier: 'CJGLS', invoice: '640012345678', shippedAt: null };
    await take({
      orders: [order({ lines: [line({ status: 'SHIPPED', nativeStatus: 'DEPARTURE', parcel })] })],
    });
    await take({ claims: [claim()] });
    await take({ claims: [claim({ state: 'withdrawn' })] });
    expect((await only()).conflict).toBeNull();
  });

  test('an answer from before an accepted act does not take the claim back, one that goes on does', async () => {
    await take({ orders: [order()], claims: [claim({ kind: 'return', state: 'collecting' })] });
    const { id } = await only();
    await inside((scope) =>
      applyAcceptedClaims(
        scope,
        [{ ...ACCEPTED, command: commandId(7), claim: id, state: 'collected' }],
        60_000,
      ),
    );
    await take({ claims: [claim({ kind: 'return', state: 'collecting' })] });
    expect(await only()).toMatchObject({ state: 'collected' });
    await take({ claims: [claim({ kind: 'return', state: 'refunded' })] });
    expect(await only()).toMatchObject({ state: 'refunded' });
    expect(await statuses()).toMatchObject([{ line: 'RETURN_REQUESTED' }]);
    await take({ claims: [claim({ kind: 'return', state: 'done' })] });
    expect(await statuses()).toMatchObject([{ line: 'RETURNED' }]);
  });

  test('a state nobody has mapped keeps the last one and is shown as unknown', async () => {
    await take({ orders: [order()], claims: [claim()] });
    await take({ claims: [claim({ state: null, nativeStatus: 'NEW_WORD' })] });
    expect(await only()).toMatchObject({ state: 'requested', stateKnown: false, nativeStatus: 'NEW_WORD' });
    expect(await statuses()).toMatchObject([{ line: 'CANCEL_REQUESTED' }]);
  });

  test('what the first pull finds is history; what comes later is told, each move once', async () => {
    await take({ orders: [order()], claims: [claim({ state: 'done' })] });
    expect(await events('claim.opened', 'claim.changed')).toEqual([]);
    await inside(({ trx, owner }) =>
      sql`insert into sync_runs (owner_id, account_id, platform, sync_type, cause, status)
        values (${owner}, ${shop.account.id}, 'coupang', 'orders', 'schedule', 'success')`.execute(trx),
    );
    const later = claim({ nativeClaimId: '2', kind: 'return' });
    await take({ claims: [later] });
    await take({ claims: [later] });
    await take({ claims: [{ ...later, state: 'collecting' }] });
    expect(await events('claim.opened', 'claim.changed')).toMatchObject([
      { type: 'claim.opened', data: { kind: 'return', state: 'requested' } },
      { type: 'claim.changed', data: { state: 'collecting', previous_state: 'requested' } },
    ]);
  });

  test('deadlines are told when they are near and when they have passed, once each', async () => {
    const due = new Date('2026-11-22T10:00:00Z');
    await take({ orders: [order()] });
    await take({ claims: [claim()] }, { ...target(), dueOf: () => ({ at: due, for: 'answer' }) });
    const tell = (at: string) => inside((scope) => tellDue(scope, new Date(at)));
    expect(await tell('2026-11-22T05:00:00Z')).toBe(0);
    expect(await tell('2026-11-22T07:00:00Z')).toBe(1);
    expect(await tell('2026-11-22T07:01:00Z')).toBe(0);
    expect(await tell('2026-11-22T10:00:01Z')).toBe(1);
    expect(await tell('2026-11-22T11:00:00Z')).toBe(0);
    expect((await events('claim.due_soon', 'claim.overdue')).map(({ type }) => type)).toEqual([
      'claim.due_soon',
      'claim.overdue',
    ]);
  });

  test('news of a line moves it; news of an unknown order asks for it', async () => {
    await take({ orders: [order()] });
    const news = {
      nativeOrderId: order().nativeOrderId,
      nativeLineId: line().nativeLineId,
      status: 'DELIVERING',
      nativeStatus: '401',
      parcel: { nativeCarrier: '00034', invoice: '640012345678', shippedAt: '2026-11-20T05:00:00.000Z' },
      deliveredAt: null,
      confirmedAt: null,
    } as const;
    await take({ news: [news, { ...news, nativeOrderId: 'unknown' }] });
    expect(await statuses()).toEqual([{ status: 'DELIVERING', line: 'DELIVERING', invoice: '640012345678' }]);
    await take({ news: [{ ...news, status: null, nativeStatus: '999' }] });
    expect(await statuses()).toMatchObject([{ line: 'DELIVERING' }]);
    const { rows } = await inside(({ trx }) =>
      sql`select native_order_id, cause from order_hints where account_id = ${shop.account.id}`.execute(trx),
    );
    expect(rows).toEqual([{ native_order_id: 'unknown', cause: 'list' }]);
  });

  test('any order of orders, claims and repetitions ends with the same line', {
    timeout: 120_000,
  }, async () => {
    const steps: readonly { orders?: OrderSnapshot[]; claims?: ClaimSnapshot[] }[] = [
      { orders: [order()] },
      { claims: [claim({ nativeClaimId: 'a', lines: [{ ...LINE, quantity: 1 }], state: 'done' })] },
      { claims: [claim({ nativeClaimId: 'b', lines: [{ ...LINE, quantity: 2 }], state: 'requested' })] },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.array(fc.nat(2), { maxLength: 4 }),
        async (way, again) => {
          shop = await connectShop(hub, {
            platform: 'coupang',
            baseUrl: 'http://127.0.0.1:1',
            credentials: { a: 'b' },
          });
          for (const step of [...way, ...again]) await take(steps[step] ?? {});
          expect(await statuses()).toMatchObject([{ status: 'CANCEL_REQUESTED', line: 'CANCEL_REQUESTED' }]);
        },
      ),
      { numRuns: 8 },
    );
  });
});

const LINE = { nativeLineId: line().nativeLineId, nativeItemId: line().nativeItemId, quantity: 3 };
const MOVE = {
  nativeClaimId: claim().nativeClaimId,
  nativeOrderId: claim().nativeOrderId,
  nativeStatus: 'WITHDRAWN',
  at: '2026-11-21T01:00:00.000Z',
};
const ACCEPTED = {
  nativeStatus: 'VENDOR_WAREHOUSE_CONFIRM',
  becomes: null,
  fault: null,
  fee: null,
  collection: null,
  replacement: null,
  hold: null,
};
