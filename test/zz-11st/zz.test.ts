import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pullOrders } from '../../src/engine/pull/pull-orders.ts';
import { rereadOrders } from '../../src/engine/reread/reread-orders.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { newDatabase } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { newSandbox } from '../harness/sandbox.ts';
import { shareClock } from '../harness/shared-clock.ts';

const EDITIONS = ['official', 'guide'] as const;
let s: any;
beforeAll(async () => {
  const sandbox = await newSandbox();
  const db = await newDatabase('PGlite');
  const clock = shareClock(sandbox);
  const hub = { ...(await newHub(db, { budget: unlimitedBudget })), clock: clock.now };
  s = { sandbox, db, clock, hub };
});
afterAll(async () => {
  await s.hub.close();
  await s.db.close();
  await s.sandbox.close();
});

test.each(EDITIONS)('pull %s', async (edition) => {
  const shop = await s.sandbox.openShop('eleventh_street', { orders: 400, quiet: true, limits: false, edition });
  const { owner, account } = await connectShop(s.hub, { ...shop, edition, ordersSince: new Date(Date.now() - 12 * 86_400_000) });
  const id = account.id;
  await s.clock.pass(10_000);
  const t = Date.now();
  const trouble = await pullOrders(s.hub, owner, id);
  console.log(edition, 'pull', trouble, Date.now() - t);
  const t2 = Date.now();
  for (let i = 0; i < 10; i++) { const next = await rereadOrders(s.hub, { owner, account: id }); console.log('reread', next); if (next === null || next > new Date()) break; }
  console.log('reread ms', Date.now() - t2);
  const lines: any[] = (await s.sandbox.get(`/eleventh_street/shops/${shop.shop}/orders`)).orders;
  const claims: any[] = (await s.sandbox.get(`/eleventh_street/shops/${shop.shop}/claims`)).claims;
  const { rows: mine } = await sql<any>`select o.native_order_id, l.* from order_lines l join orders o on o.id=l.order_id where l.account_id=${id}`.execute(s.db.root);
  const { rows: cl } = await sql<any>`select c.*, (select json_agg(l.*) from claim_lines l where l.claim_id=c.id) as lines from claims c where c.account_id=${id}`.execute(s.db.root);
  const { rows: aside } = await sql<any>`select reason from set_asides where account_id=${id}`.execute(s.db.root);
  const { rows: unk } = await sql<any>`select * from unknown_codes where account_id=${id}`.execute(s.db.root);
  console.log(edition, 'truth lines', lines.length, 'mine', mine.length, 'claims', claims.length, 'mine', cl.length, aside, unk.map((u: any) => `${u.field} ${u.code} ${u.times}`));
  const key = (o: string, l: string) => `${o}|${l}`;
  const byKey = new Map(mine.map((m) => [key(m.native_order_id, m.native_line_id), m]));
  const tally = new Map<string, number>();
  for (const l of lines) {
    const m = byKey.get(key(l.ordNo, l.ordPrdSeq));
    const k = `${edition === 'guide' ? l.guideStatus : l.ordPrdStat} (${l.stage}, left ${l.left < l.quantity ? (l.left === 0 ? 0 : 'part') : 'all'}) -> ${m ? `${m.status} ${m.told_status}/${m.claim_status} ${m.native_status} ${m.quantity === l.quantity ? '' : 'QTY'} ${m.shippable_quantity === l.left ? '' : 'SHIPPABLE'} ${m.amount === l.amount ? '' : 'AMOUNT'}` : 'MISSING'} ${l.claims ?? ''}`;
    tally.set(k, (tally.get(k) ?? 0) + 1);
  }
  console.log([...tally].sort().map(([k, n]) => `${n}  ${k}`).join('\n'));
  const ct = new Map<string, number>();
  for (const c of claims) {
    const m = cl.find((one) => one.native_order_id === c.ordNo && (edition === 'guide' ? one.native_claim_id === c.clmNo : one.native_claim_id.split(':')[1].replace('R', '') === c.seq && one.native_claim_id.split(':')[2] === c.ordPrdSeq));
    const k = `${c.kind} ${c.state} coll=${c.collect !== null} ${c.collectedAt !== null} after=${c.isAfterDecision} by=${c.by} forced=${c.isForced} -> ${m ? `${m.kind} ${m.state} ${m.native_status} by=${m.requested_by} fault ${m.fault === c.fault ? 'ok' : `${c.fault}->${m.fault} (${c.reasonCode})`} reason=${m.reason} q=${m.lines?.[0]?.quantity === c.quantity} linked=${m.lines?.[0]?.order_line_id !== null} fee ${m.fee === c.fee ? 'ok' : `${c.fee}->${m.fee}`} payer ${m.fee_paid_by === c.feePaidBy ? 'ok': `${c.feePaidBy}->${m.fee_paid_by}`} conflict=${m.conflict}` : 'MISSING'}`;
    ct.set(k, (ct.get(k) ?? 0) + 1);
  }
  console.log([...ct].sort().map(([k, n]) => `${n}  ${k}`).join('\n'));
  const { rows: hints } = await sql<any>`select * from order_hints where account_id=${id}`.execute(s.db.root);
  console.log('hints', hints.length, hints.slice(0, 3));
  const snap = async () => new Map((await sql<any>`select o.native_order_id || '|' || l.native_line_id as k, to_jsonb(l) as j, o.status as os, (select json_agg(to_jsonb(p)) from packages p where p.order_id=o.id) as ps from order_lines l join orders o on o.id=l.order_id where l.account_id=${id}`.execute(s.db.root)).rows.map((r) => [r.k, { ...r.j, os: r.os, ps: r.ps }]));
  const before = await snap();
  // pull again: nothing
  await s.clock.pass(61 * 60_000);
  const again = await pullOrders(s.hub, owner, id);
  const { rows: logs } = await sql<any>`select * from sync_runs where account_id=${id} order by id`.execute(s.db.root);
  const after = await snap();
  for (const [k, a] of after) { const b: any = before.get(k); for (const f of Object.keys(a)) if (JSON.stringify(a[f]) !== JSON.stringify(b?.[f])) if (f !== "native") console.log(k, f, JSON.stringify(b?.[f]), '->', JSON.stringify(a[f])); }
  console.log(again, logs.map((l) => ({ status: l.status, created: l.created, updated: l.updated, failed: l.failed })));
}, 120_000);
