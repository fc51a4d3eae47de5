import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { pullOrders } from '../../src/engine/pull/pull-orders.ts';
import { newDatabase } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { newSandbox } from '../harness/sandbox.ts';
import { shareClock } from '../harness/shared-clock.ts';
import { knownOrders } from '../conformance/known.ts';
import { rereadOrders } from '../../src/engine/reread/reread-orders.ts';

test.each(['official', 'guide'])('%s', async (edition) => {
  const sandbox = await newSandbox();
  const db = await newDatabase('PGlite');
  const clock = shareClock(sandbox);
  const hub = { ...(await newHub(db, { budget: unlimitedBudget })), clock: clock.now };
  const shop = await sandbox.openShop('coupang', { orders: 400, limits: false, edition });
  console.log(shop.credentials);
  const { owner, account } = await connectShop(hub, { ...shop, edition, ordersSince: new Date(clock.now().getTime() - 12 * 86_400_000) });
  await clock.pass(10_000);
  await pullOrders(hub, owner, account.id);
  const logs = await sql`select * from sync_runs`.execute(hub.db.root);
  console.log(JSON.stringify(logs.rows, null, 1).slice(0, 1500));
  const aside = await sql<any>`select * from set_asides`.execute(hub.db.root).catch((e: unknown) => ({ rows: [String(e)] }));
  console.log('aside', aside.rows.length, JSON.stringify(aside.rows[0] ?? null));
  const truth = (await sandbox.get(`/coupang/shops/${shop.shop}/claims`)) as any;
  const orders = (await sandbox.get(`/coupang/shops/${shop.shop}/orders`)) as any;
  const { rows: claims } = await sql<any>`select * from claims order by native_claim_id`.execute(hub.db.root);
  const mine = new Map(claims.map((c: any) => [c.native_claim_id, c]));
  console.log('claims', truth.claims.length, claims.length);
  for (const c of truth.claims) {
    const id = edition === 'guide' ? `R${c.claimId}` : (c.kind === 'exchange' ? 'E' : 'R') + c.claimId;
    const m = mine.get(id);
    console.log(c.kind, c.status, c.outcome ?? '', c.releaseStopStatus ?? '', c.collectStatus ?? '', c.collectInvoiceNumber ?? '', c.replacementInvoiceNumber ?? '', c.preRefund ?? '', c.fault, c.reasonCode, c.returnShippingCharge, '=>', m === undefined ? 'MISSING' : `${m.kind} ${m.state} ${m.native_status} ${m.fault} ${m.reason} ${m.fee}/${m.fee_paid_by} coll=${m.collection_invoice} repl=${m.replacement_invoice} due=${m.due_at?.toISOString()} conflict=${m.conflict}`);
  }
  const known = await knownOrders(hub, owner, account.id);
  console.log('orders', new Set(orders.orders.map((o: any) => o.orderId)).size, known.length, 'canceled orders', orders.orders.filter((o: any) => o.canceled).length);
  const statuses: Record<string, number> = {};
  for (const o of known) for (const l of o.lines) { const k = `${l.native}>${l.status}`; statuses[k] = (statuses[k] ?? 0) + 1; }
  console.log(statuses);
  await rereadOrders(hub, { owner, account: account.id });
  const hints = await sql<any>`select conflict, state, count(*)::int as n from claims group by 1, 2`.execute(hub.db.root);
  console.log(hints.rows);
  await hub.close(); await db.close(); await sandbox.close();
  expect(1).toBe(1);
}, 120_000);
