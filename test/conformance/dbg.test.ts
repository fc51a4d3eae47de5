import { sql } from 'kysely';
import { test } from 'vitest';
import { A_WHILE_MS } from '/work/main/test/conformance/scene.ts';
import { openStage } from '/work/main/test/conformance/stage.ts';
import { CASTS } from '/work/main/test/conformance/worlds/all.ts';

test('x', async () => {
  const stage = await openStage();
  const cast = CASTS[1]!;
  const scene = await stage.open(cast, { orders: 100 });
  await stage.passTime(10000);
  await scene.pull();
  const snap = async () =>
    new Map(
      (
        await sql<any>`select order_id::text||' '||key as k, native::text||shipping_fee||remote_area_fee as v from packages union all select 'c'||order_id::text||' '||package_key, encode(digest,'hex') from contacts union all select 'l '||id, (to_jsonb(l) - 'floor_until')::text from order_lines l`.execute(
          stage.hub.db.root,
        )
      ).rows.map((r: any) => [r.k, r.v]),
    );
  const a = await snap();
  for (const ms of [0, A_WHILE_MS]) {
    await stage.passTime(ms);
    const run = await scene.pull();
    console.log(ms, run);
    const b = await snap();
    for (const [k, v] of b) if (a.get(k) !== v) console.log(k, '\n', a.get(k), '\n', v);
  }
  await stage.close();
});
