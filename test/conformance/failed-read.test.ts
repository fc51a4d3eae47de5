import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../../src/store/scope.ts';
import { open } from '../../src/store/vault/seal.ts';
import { A_WHILE_MS, type Scene } from './scene.ts';
import { impatient, openStage, type Stage } from './stage.ts';
import { CASTS } from './worlds/all.ts';

/** What each fault on a read is told as. */
const REASONS: readonly { readonly kind: string; readonly reasons: readonly string[] }[] = [
  { kind: 'rate_limited', reasons: ['over_limit'] },
  { kind: 'server_error', reasons: ['down', 'timeout'] },
  { kind: 'down', reasons: ['down'] },
  { kind: 'reset', reasons: ['connection_lost'] },
  { kind: 'slow', reasons: ['timeout'] },
  { kind: 'truncated', reasons: ['truncated'] },
  { kind: 'malformed', reasons: ['truncated'] },
  { kind: 'html', reasons: ['not_json'] },
  { kind: 'ip_not_allowed', reasons: ['ip_not_allowed'] },
];
/** One call in ten fails, so a pull gets some calls further; a shop that is read in many small lists needs many. */
const MOST_PULLS = 200;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('a read that fails: $name', (cast) => {
  const { calls, unknownStatus, tokens } = cast.world;

  async function shopWith(orders: number): Promise<Scene> {
    const scene = await stage.open(cast, { orders });
    await stage.passTime(10_000);
    return scene;
  }

  test.each(REASONS)('$kind is told as $reasons, and costs nothing', async ({ kind, reasons }) => {
    const scene = await shopWith(25);
    await scene.fault({ kind, operation: calls.feed, delay_ms: 60_000 });
    const failed = await scene.pull(kind === 'slow' ? impatient(stage.hub) : stage.hub);
    expect(failed).toMatchObject({ status: 'failed', trouble: { reason: expect.any(String) } });
    const told = kind === 'ip_not_allowed' ? [cast.world.ipNotAllowed ?? kind] : reasons;
    expect(told).toContain(reasonOf(failed.trouble));
    const troubled = await scene.readAccount();
    expect(['degraded', 'unhealthy']).toContain(troubled.health);
    expect(troubled.trouble).toEqual(failed.trouble);
    await scene.calm();
    expect(await scene.pull()).toMatchObject({ status: 'success', trouble: null });
    expect(await scene.known()).toEqual(await scene.market.orders());
    expect(await scene.readAccount()).toMatchObject({ health: 'healthy', trouble: null });
  });

  test('a marketplace that fails every tenth call in any way loses nothing', async () => {
    const scene = await shopWith(80);
    for (const kind of ['reset', 'truncated', 'server_error', 'lost_answer', 'malformed']) {
      await scene.fault({ kind, probability: 0.02 });
    }
    let pulls = 0;
    let last = await scene.pull();
    while (last.status !== 'success' && pulls < MOST_PULLS) {
      pulls += 1;
      last = await scene.pull();
    }
    expect(last.status).toBe('success');
    expect(await scene.known()).toEqual(await scene.market.orders());
  }, 120_000);

  test('a status nobody knows is kept in its own words beside the rest', async () => {
    const scene = await shopWith(0);
    const bought = await scene.buy(8);
    await scene.fault({ kind: 'unknown_status', operation: calls.rows, times: 1 });
    expect(await scene.pull()).toMatchObject({ status: 'success', created: bought.length, failed: 0 });
    const lines = (await scene.known()).flatMap((order) => order.lines);
    const strange = lines.filter(({ status }) => status === null);
    expect(strange.length).toBeGreaterThan(0);
    expect(new Set(strange.map(({ native }) => native))).toEqual(new Set([unknownStatus]));
    expect(new Set(lines.filter(({ status }) => status !== null).map(({ status }) => status))).toEqual(
      new Set(['PAID']),
    );
    const told = await sql<{ n: number }>`
      select count(*) as n from order_lines
      where account_id = ${scene.account} and not status_known`.execute(stage.hub.db.root);
    expect(told.rows).toEqual([{ n: strange.length }]);
    await stage.passTime(A_WHILE_MS);
    await scene.pull();
    expect(await scene.known()).toEqual(await scene.market.orders());
  });

  test('a row that cannot be read is set aside, sealed, and the rest of its page goes on', async () => {
    const scene = await shopWith(0);
    const bought = await scene.buy(8);
    await scene.fault({ kind: 'unreadable_row', operation: calls.rows, times: 1 });
    const partial = await scene.pull();
    expect(partial).toMatchObject({ status: 'partial', failed: 1, trouble: null });
    const known = await scene.known();
    expect(known.length).toBeGreaterThanOrEqual(bought.length - 1);
    const { rows } = await sql<{ reason: string; sealed: Uint8Array; digest: Uint8Array; run_id: number }>`
      select reason, sealed, digest, run_id from set_asides
      where account_id = ${scene.account}`.execute(stage.hub.db.root);
    expect(rows).toMatchObject([{ reason: expect.stringMatching(/expected .+, got/), run_id: partial.id }]);
    const numbers = (await scene.market.orders()).map(({ id, packages }) => [
      id,
      ...packages.map(({ key }) => key),
    ]);
    for (const { sealed, digest } of rows) {
      const name = Buffer.from(digest).toString('base64');
      const key = await asOwner(stage.hub.db, scene.owner, (scope) =>
        stage.hub.vault.dataKey(scope, scene.account),
      );
      const payload = open(key, sealed, `set-aside|${scene.account}|${name}`).toString('utf8');
      expect(numbers.filter((own) => own.some((number) => payload.includes(number)))).toHaveLength(1);
      expect(Buffer.from(sealed).toString('latin1')).not.toContain('receiver');
    }
    await stage.passTime(A_WHILE_MS);
    expect(await scene.pull()).toMatchObject({ status: 'success', failed: 0 });
    expect(await scene.known()).toEqual(await scene.market.orders());
  });

  test.runIf(tokens)('a token that dies early is replaced by one new one', async () => {
    const scene = await shopWith(25);
    await scene.pull();
    await scene.buy(3);
    await scene.fault({ kind: 'token_dies', operation: calls.feed, times: 1 });
    expect(await scene.pull()).toMatchObject({ status: 'success', created: 3, trouble: null });
    expect(await scene.known()).toEqual(await scene.market.orders());
  });
});

function reasonOf(trouble: unknown): unknown {
  return typeof trouble === 'object' && trouble !== null && 'reason' in trouble ? trouble.reason : undefined;
}
