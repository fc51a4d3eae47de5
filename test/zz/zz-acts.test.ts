import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { coupang } from '../../src/marketplaces/coupang/descriptor.ts';
import { pullOrders } from '../../src/engine/pull/pull-orders.ts';
import { carryOutCommands } from '../../src/engine/commands/carry-out.ts';
import { wishForClaims } from '../../src/engine/claims/wish-claims.ts';
import { wishFor } from '../../src/engine/commands/wish.ts';
import { asOwner } from '../../src/store/scope.ts';
import { newDatabase } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { newSandbox } from '../harness/sandbox.ts';
import { shareClock } from '../harness/shared-clock.ts';

const HOUR = 61 * 60_000;
let n = 0;
const invoice = () => String(650_000_000_000 + ++n);

async function stageOf(edition: string) {
  const sandbox = await newSandbox();
  const db = await newDatabase('PGlite');
  const clock = shareClock(sandbox);
  const hub = { ...(await newHub(db, { budget: unlimitedBudget })), clock: clock.now };
  const shop = await sandbox.openShop('coupang', { orders: 0, limits: false, quiet: true, edition });
  const { owner, account } = await connectShop(hub, { ...shop, edition, ordersSince: new Date(clock.now().getTime() - 12 * 86_400_000) });
  const root = hub.db.root;
  const by = { actor: 't', cause: 'zz' } as const;
  const s = {
    sandbox, clock, hub, shop, owner, account,
    act: (name: string, body: any) => sandbox.act(shop, name, body) as Promise<any>,
    pull: () => pullOrders(hub, owner, account.id),
    async later() { await clock.pass(HOUR); await s.pull(); },
    async orderRow(native: string) {
      const { rows } = await sql<any>`select id, status from orders where native_order_id = ${native}`.execute(root);
      return rows[0];
    },
    async lines(native: string) {
      const { rows } = await sql<any>`select l.native_line_id, l.status, l.native_status, l.quantity, l.shippable_quantity, l.invoice, l.package_key from order_lines l join orders o on o.id = l.order_id where o.native_order_id = ${native}`.execute(root);
      return rows.map((r) => `${r.native_line_id.slice(-12)} ${r.native_status}>${r.status} q${r.quantity}/${r.shippable_quantity} ${r.invoice}`);
    },
    async claim(native: string) {
      const { rows } = await sql<any>`select * from claims where native_order_id = ${native} order by requested_at desc, id desc`.execute(root);
      return rows;
    },
    async wish(native: string, wish: any) {
      const row = await s.orderRow(native);
      return asOwner(hub.db, owner, (scope) => wishFor(scope, [{ order: row.id, lines: null, wish }], by));
    },
    async wishClaim(native: string, verb: any, more: any = {}) {
      const [c] = await s.claim(native);
      return asOwner(hub.db, owner, (scope) => wishForClaims(scope, [{ claim: c.id, verb, text: null, reason: null, parcel: null, fee: null, fault: null, ...more }], by));
    },
    step: () => carryOutCommands(hub, { owner, account: account.id }),
    async bring() {
      await sql`update commands set not_before = now() - interval '1 second' where state in ('pending','unknown')`.execute(root);
      await sql`update command_pauses set until = now()`.execute(root);
    },
    async open() { return (await sql`select from commands where state in ('pending','sending','unknown')`.execute(root)).rows.length; },
    async work() { for (let i = 0; i < 25; i++) { await s.step(); if ((await s.open()) === 0) return; await s.bring(); } throw new Error('stayed open'); },
    async last() {
      const { rows } = await sql<any>`select k.kind, k.state, (select json_agg(json_build_object('s', i.state, 'c', i.native_code, 't', i.native_text, 'r', i.reason)) from command_items i where i.command_id = k.id) as items from commands k order by k.id desc limit 1`.execute(root);
      return JSON.stringify(rows[0]);
    },
    tell: (order: string) => s.act('story.tell', { order }),
    async show(native: string, what: string) {
      const claims = await s.claim(native);
      console.log(`[${edition}] ${what}\n  cmd ${await s.last()}\n  lines ${(await s.lines(native)).join(' | ')}\n  claims ${claims.map((c) => `${c.native_claim_id} ${c.kind} ${c.state} ${c.native_status} fee=${c.fee}/${c.fee_paid_by} coll=${c.collection_invoice} repl=${c.replacement_invoice}/${c.replacement_package} ended=${c.ended_at !== null} conflict=${c.conflict}`).join(' | ')}\n  tell ${JSON.stringify(await s.tell(native))}`);
    },
    async close() { await hub.close(); await db.close(); await sandbox.close(); },
  };
  return s;
}
type S = Awaited<ReturnType<typeof stageOf>>;

const parcel = () => ({ carrier: 'cj', invoice: invoice(), shippedAt: new Date() });
const ship = () => ({ kind: 'ship', ...parcel() });
async function sold(s: S, more: any = {}) { const { order } = await s.act('story.sell', more); await s.clock.pass(10_000); await s.pull(); return order as string; }
async function prepared(s: S, more: any = {}) {
  const order = await sold(s, more);
  if (s.account.edition === 'official') { await s.wish(order, { kind: 'acknowledge' }); await s.work(); }
  return order;
}
async function shipped(s: S, more: any = {}) { const o = await prepared(s, more); await s.wish(o, ship()); await s.work(); return o; }
async function delivered(s: S, more: any = {}) { const o = await shipped(s, more); await s.act('story.deliver', { order: o }); await s.later(); return o; }

for (const edition of ['official', 'guide']) {
  describe(edition, () => {
    let s: S;
    test('open', async () => { s = await stageOf(edition); });
    afterAll(() => s.close());
    test('cancel approve', async () => {
      const o = await prepared(s, { quantity: 3 });
      await s.act('story.claim', { order: o, kind: 'cancel', quantity: 2 });
      await s.later(); await s.show(o, 'cancel requested 2 of 3');
      await s.wishClaim(o, 'approve'); await s.work(); await s.show(o, 'approved');
      await s.later(); await s.show(o, 'approved, read');
      await s.wish(o, ship()); await s.work(); await s.later(); await s.show(o, 'rest shipped');
    });
    test('cancel approve whole', async () => {
      const o = await prepared(s, { quantity: 1 });
      await s.act('story.claim', { order: o, kind: 'cancel' });
      await s.later();
      await s.wishClaim(o, 'approve'); await s.work(); await s.later(); await s.show(o, 'whole approved, read');
    });
    test('cancel in ACCEPT', async () => {
      const o = await sold(s, { quantity: 2 });
      await s.act('story.claim', { order: o, kind: 'cancel', quantity: 1 });
      await s.later(); await s.show(o, 'ACCEPT cancel 1 of 2');
    });
    test('cancel reject', async () => {
      const o = await prepared(s, { quantity: 2 });
      await s.act('story.claim', { order: o, kind: 'cancel' });
      await s.later();
      console.log(JSON.stringify(await s.wishClaim(o, 'reject', edition === 'official' ? { parcel: parcel() } : { text: '이미 발송' })));
      await s.work(); await s.show(o, 'rejected'); await s.later(); await s.show(o, 'rejected, read');
    });
    test('cancel withdraw', async () => {
      const o = await prepared(s, { quantity: 2 });
      await s.act('story.claim', { order: o, kind: 'cancel' });
      await s.later(); await s.show(o, 'cancel requested');
      await s.act('story.withdraw', { order: o }); await s.later(); await s.show(o, 'withdrawn');
    });
    test('return', async () => {
      const o = await delivered(s, { quantity: 2, price: 12000 });
      await s.act('story.claim', { order: o, kind: 'return', quantity: 1, fault: 'buyer' });
      await s.later(); await s.show(o, 'return requested 1 of 2');
      if (edition === 'official') { await s.wishClaim(o, 'pickup', { parcel: parcel() }); await s.work(); await s.show(o, 'pickup'); await s.later(); }
      else { await s.wishClaim(o, 'approve'); await s.work(); await s.later(); }
      await s.act('story.collect', { order: o }); await s.later(); await s.show(o, 'collected by courier');
      await s.wishClaim(o, 'collect'); await s.work(); await s.show(o, 'collect'); await s.later(); await s.show(o, 'collect, read (fast refund)');
    });
    test('return slow', async () => {
      const o = await delivered(s, { quantity: 1, price: 150000 });
      await s.act('story.claim', { order: o, kind: 'return', fault: 'seller' });
      await s.later();
      if (edition === 'guide') { console.log(JSON.stringify(await s.wishClaim(o, 'reject', { text: '불가' }))); await s.work(); await s.later(); await s.show(o, 'return rejected'); return; }
      await s.act('story.collect', { order: o }); await s.later();
      await s.wishClaim(o, 'collect'); await s.work(); await s.later(); await s.show(o, 'collect, read');
      await s.wishClaim(o, 'complete'); await s.work(); await s.show(o, 'complete'); await s.later(); await s.show(o, 'complete, read');
    });
    test('return withdrawn', async () => {
      const o = await delivered(s, { quantity: 1, price: 150000 });
      await s.act('story.claim', { order: o, kind: 'return', fault: 'seller' });
      await s.later();
      await s.act('story.withdraw', { order: o }); await s.later(); await s.show(o, 'return withdrawn');
      await s.act('story.confirm', { order: o }); await s.later(); await s.show(o, 'confirmed');
    });
    test('exchange', async () => {
      const o = await delivered(s, { quantity: 2, price: 12000 });
      await s.act('story.claim', { order: o, kind: 'exchange', fault: 'seller' });
      await s.later(); await s.show(o, 'exchange requested');
      if (edition === 'official') { await s.wishClaim(o, 'pickup', { parcel: parcel() }); await s.work(); await s.later(); await s.show(o, 'pickup, read');
        await s.act('story.collect', { order: o }); await s.later();
        await s.wishClaim(o, 'collect'); await s.work(); await s.show(o, 'collect');
        await s.wishClaim(o, 'ship', { parcel: parcel() }); await s.step(); await s.show(o, 'ship too early');
        await s.later(); await s.show(o, 'collect, read'); await s.bring(); await s.work(); }
      else { await s.wishClaim(o, 'approve'); await s.work(); await s.later(); await s.show(o, 'approve, read'); await s.act('story.collect', { order: o }); await s.later(); await s.show(o, 'collected');
        await s.wishClaim(o, 'ship', { parcel: parcel() }); await s.work(); }
      await s.show(o, 'ship'); await s.later(); await s.show(o, 'ship, read');
      await s.act('story.redeliver', { order: o }); await s.later(); await s.show(o, 'redelivered');
    });
    test('exchange reject', async () => {
      const o = await delivered(s, { quantity: 2, price: 12000 });
      await s.act('story.claim', { order: o, kind: 'exchange', fault: 'buyer' });
      await s.later();
      console.log(JSON.stringify(await s.wishClaim(o, 'reject', { reason: 'SOLDOUT' })).slice(0, 300)); await s.work(); await s.later(); await s.show(o, 'exchange rejected');
    });
    test('seller cancel', async () => {
      const o = await prepared(s, { quantity: 3, lines: 2 });
      const reason = coupang.editions[edition]?.sellerCancel?.reasons[0]?.code;
      console.log(JSON.stringify(await s.wish(o, { kind: 'cancel', reason, text: '품절', quantity: null, penaltyAccepted: true })));
      await s.work(); await s.show(o, 'seller cancel'); await s.later(); await s.show(o, 'seller cancel, read');
      const p = await sold(s, { quantity: 3 });
      console.log(JSON.stringify(await s.wish(p, { kind: 'cancel', reason, text: '품절', quantity: 1, penaltyAccepted: true })));
      await s.work(); await s.show(p, 'seller cancel 1 of 3 in ACCEPT'); await s.later(); await s.show(p, 'read');
    });
    if (edition === 'guide') test('split', async () => {
      const o = await sold(s, { quantity: 5 });
      console.log(JSON.stringify(await s.wish(o, { kind: 'split', shippedAt: new Date(), parts: [{ ...parcel(), quantity: 2 }, { carrier: 'hanjin', invoice: '453412341234', quantity: 3 }] })));
      await s.work(); await s.show(o, 'split'); await s.later(); await s.show(o, 'split, read');
      const p = await shipped(s, { quantity: 1, lines: 3 });
      await s.wish(p, { kind: 'change_invoice', ...parcel() }); await s.work(); await s.later(); await s.show(p, 'change invoice');
    });
  });
}
test('end', () => expect(1).toBe(1));
