import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OwnerId } from '../../src/domain/ids.ts';
import { RETENTION, RETENTION_KINDS, type RetentionKind } from '../../src/domain/retention.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { forgetOld, forgetOwnersOld } from '../../src/engine/retention/forget-old.ts';
import { listAudit } from '../../src/store/audit-list.ts';
import { retryCommands } from '../../src/store/commands/reopen.ts';
import { createOwner } from '../../src/store/owners.ts';
import { changeRetention, readRetention } from '../../src/store/retention.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';

type Kind = Exclude<RetentionKind, 'audit'>;

/** One row of each sort: how old it is and whether somebody still waits for it. */
interface Row {
  readonly kind: Kind;
  /** Whole days and a half, so that no row stands on its limit. */
  readonly ageDays: number;
  readonly waited: boolean;
}

const KINDS = RETENTION_KINDS.filter((kind): kind is Kind => kind !== 'audit');

const row: fc.Arbitrary<Row> = fc.constantFrom(...KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    ageDays: fc.integer({ min: 0, max: 2 * RETENTION[kind].usual }).map((days) => days + 0.5),
    waited: fc.boolean(),
  }),
);

const settings = fc.record(
  Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      fc.integer({
        min: RETENTION[kind].least,
        max: Math.min(RETENTION[kind].most, 2 * RETENTION[kind].usual),
      }),
    ]),
  ),
  { requiredKeys: [] },
);

describe.each(DATABASE_KINDS)('retention on %s', (kind) => {
  let hub: Hub;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });

  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  /** An owner with an account and an endpoint to hang rows on. */
  async function newOwner(): Promise<{ owner: OwnerId; account: number; endpoint: number }> {
    const owner = await createOwner(hub.db, 'seller');
    return asOwner(hub.db, owner, async ({ trx }) => {
      const account = await sql<{ id: number }>`
        insert into accounts (owner_id, platform, edition, name, orders_since)
        values (${owner}, 'coupang', 'official', 'shop', now()) returning id`.execute(trx);
      const endpoint = await sql<{ id: number }>`
        insert into webhook_endpoints (owner_id, url, description, event_types, account_ids, secret)
        values (${owner}, 'https://a.example', '', '{}', '{}', '') returning id`.execute(trx);
      return { owner, account: account.rows[0]?.id ?? 0, endpoint: endpoint.rows[0]?.id ?? 0 };
    });
  }

  /** Puts a row of the kind there, under a name to find it by. */
  async function put(
    scope: OwnerScope,
    place: { account: number; endpoint: number },
    name: string,
    one: Row,
  ) {
    const { owner, trx } = scope;
    const { account, endpoint } = place;
    const { waited } = one;
    const at = sql`now() - ${one.ageDays}::float8 * interval '1 day'`;
    switch (one.kind) {
      case 'sync_logs':
      case 'quiet_sync_logs': {
        const created = one.kind === 'sync_logs' ? 1 : 0;
        return sql`
          insert into sync_runs (owner_id, account_id, platform, sync_type, cause, status, queued_at, created, feed)
          values (${owner}, ${account}, 'coupang', 'orders', 'schedule', ${waited ? 'queued' : 'success'}, ${at},
            ${created}, ${name})`.execute(trx);
      }
      case 'set_asides':
        return sql`
          insert into set_asides (owner_id, account_id, run_id, native_order_id, reason, sealed, digest, first_seen_at, last_seen_at)
          values (${owner}, ${account}, null, ${name}, 'r', '', ${Buffer.from(name)}, now() - interval '900 days',
            ${waited ? sql`now()` : at})`.execute(trx);
      case 'events':
        return sql`
          insert into events (owner_id, type, data, at, fanned_out)
          values (${owner}, ${name}, '{}', ${at}, ${!waited})`.execute(trx);
      case 'webhook_deliveries':
        return sql`
          insert into webhook_deliveries (owner_id, endpoint_id, message_id, type, data, occurred_at, round_started_at, state)
          values (${owner}, ${endpoint}, ${name}, 't', '{}', ${at}, ${at}, ${waited ? 'waiting' : 'delivered'})`.execute(
          trx,
        );
      case 'inbox':
        return sql`
          insert into inbox (owner_id, account_id, source, digest, sealed, received_at, processed_at)
          values (${owner}, ${account}, 'hook', ${Buffer.from(name)}, '', ${at}, ${waited ? null : new Date()})`.execute(
          trx,
        );
      case 'idempotency_keys':
        return sql`
          insert into idempotency_keys (owner_id, key, request_hash, created_at)
          values (${owner}, ${name}, '', ${waited ? sql`now()` : at})`.execute(trx);
      case 'call_tallies':
        return sql`
          insert into call_tallies (account_id, hour, operation, outcome, calls, total_ms, slowest_ms, slots)
          values (${account}, ${waited ? sql`now()` : at}, ${name}, 'ok', 1, 1, 1, '{}')`.execute(trx);
      case 'plans':
        return putPlan(scope, name, waited ? null : at);
      case 'imports':
        return sql`
          insert into product_imports (owner_id, state, file_name, file_bytes, file_sha256, actor, created_at, ready_at)
          values (${owner}, ${waited ? 'confirmed' : 'ready'}, ${name}, 1, '', 'test', ${at}, ${at})`.execute(
          trx,
        );
      case 'offer_commands':
        return putCommand(scope, {
          account,
          item: name,
          state: waited ? 'pending' : 'done',
          at: waited ? null : at,
        });
      case 'contacts':
        await sql`
          with o as (
            insert into orders (owner_id, account_id, platform, native_order_id, status, ordered_at, currency, first_seen_at, changed_at)
            values (${owner}, ${account}, 'coupang', ${name}, ${waited ? 'PREPARING' : 'DELIVERED'}, ${at}, 'KRW', ${at}, ${at})
            returning id)
          insert into contacts (order_id, package_key, owner_id, account_id, sealed, digest, search_tokens, updated_at)
          select id, key, ${owner}, ${account}, '', '', '{}', ${at} from o, unnest(array['a', 'b']) key`.execute(
          trx,
        );
    }
  }

  /** A change of stock that ended at a time, or is open. */
  async function putCommand(
    { owner, trx }: OwnerScope,
    one: { account: number; item: string; state: string; at: RawBuilder<unknown> | null },
  ): Promise<number> {
    const { rows } = await sql<{ id: number }>`
      with c as (
        insert into commands (owner_id, account_id, kind, native_item_id, lane, key, payload, state, actor, cause,
          created_at, finished_at)
        values (${owner}, ${one.account}, 'set_stock', ${one.item}, 'bulk', '', '{}', ${one.state}, 'test', 'test',
          coalesce(${one.at}, now()), ${one.at}) returning id),
      i as (
        insert into command_items (command_id, owner_id, state)
        select id, ${owner}, case ${one.state} when 'dead' then 'pending' else 'done' end from c)
      select id from c`.execute(trx);
    return rows[0]?.id ?? 0;
  }

  /** A plan that ended at a time, or is open, with a thing in it for each command. */
  async function putPlan(
    { owner, trx }: OwnerScope,
    name: string,
    at: RawBuilder<unknown> | null,
    commands: readonly number[] = [],
  ): Promise<void> {
    await sql`
      with p as (
        insert into plans (owner_id, kind, state, total, actor, expires_at, created_at, finished_at)
        values (${owner}, 'set_stock', ${at === null ? 'ready' : 'applied'}, 1, ${name}, now(), now() - interval '900 days',
          ${at}) returning id)
      insert into plan_items (plan_id, position, owner_id, account_id, native_item_id, wanted, state, command_id)
      select p.id, nth, ${owner}, null, nth::text, '{}', 'ordered', command
      from p, unnest(${[0, ...commands]}::bigint[]) with ordinality as x(command, nth)`.execute(trx);
  }

  /** The names of the rows that are there. */
  async function present(owner: OwnerId, account: number): Promise<Set<string>> {
    return asOwner(hub.db, owner, async ({ trx }) => {
      const { rows } = await sql<{ name: string }>`
        select feed as name from sync_runs union all select native_order_id from set_asides
        union all select type from events where type like 'row%' union all select message_id from webhook_deliveries
        union all select convert_from(digest, 'UTF8') from inbox union all select key from idempotency_keys
        union all select operation from call_tallies where account_id = ${account}
        union all select actor from plans where actor like 'row%' union all select file_name from product_imports
        union all select native_item_id from commands where native_item_id like 'row%'
        union all select distinct o.native_order_id from contacts c join orders o on o.id = c.order_id`.execute(
        trx,
      );
      return new Set(rows.map(({ name }) => name));
    });
  }

  test('deletes exactly what is older than the owner wants, and nothing that is waited for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), settings, async (rows, chosen) => {
        const place = await newOwner();
        const neighbour = await newOwner();
        for (const { owner, account, endpoint } of [place, neighbour]) {
          await asOwner(hub.db, owner, async (scope) => {
            for (const [at, one] of rows.entries()) await put(scope, { account, endpoint }, `row ${at}`, one);
          });
        }
        await asOwner(hub.db, place.owner, (scope) => changeRetention(scope, chosen));
        const days = await asOwner(hub.db, place.owner, readRetention);
        const limit = (one: Row) =>
          one.kind === 'quiet_sync_logs' ? Math.min(days.quiet_sync_logs, days.sync_logs) : days[one.kind];
        const kept = rows.flatMap((one, at) => (one.waited || one.ageDays < limit(one) ? [`row ${at}`] : []));

        const forgotten = await forgetOwnersOld(hub, place.owner, new AbortController().signal);

        expect(await present(place.owner, place.account)).toEqual(new Set(kept));
        expect(await present(neighbour.owner, neighbour.account)).toEqual(
          new Set(rows.map((_, at) => `row ${at}`)),
        );
        const { rows: orders } = await asOwner(hub.db, place.owner, ({ trx }) =>
          sql`select id from orders`.execute(trx),
        );
        expect(orders).toHaveLength(rows.filter((one) => one.kind === 'contacts').length);
        const [entry] = await asOwner(hub.db, place.owner, (scope) =>
          listAudit(scope, {}, { limit: 1, after: null }),
        );
        if (forgotten.size === 0) expect(entry).toBeUndefined();
        else expect(entry).toMatchObject({ actor: 'hub', action: 'retention.forget' });
      }),
      { numRuns: 25 },
    );
  });

  test('keeps personal data of a forgotten order for five years at most', async () => {
    const place = await newOwner();
    await asOwner(hub.db, place.owner, async (scope) => {
      await put(scope, place, 'row old', { kind: 'contacts', ageDays: 1_900.5, waited: true });
      await put(scope, place, 'row open', { kind: 'contacts', ageDays: 400.5, waited: true });
    });
    await forgetOwnersOld(hub, place.owner, new AbortController().signal);
    expect(await present(place.owner, place.account)).toEqual(new Set(['row open']));
  });

  test('goes through more than one transaction holds, past contacts that stay', async () => {
    const place = await newOwner();
    await asOwner(hub.db, place.owner, ({ trx, owner }) =>
      sql`
        with o as (
          insert into orders (owner_id, account_id, platform, native_order_id, status, ordered_at, currency, first_seen_at, changed_at)
          select ${owner}, ${place.account}, 'coupang', n, case when n % 2 = 0 then 'PAID' else 'CONFIRMED' end,
            now(), 'KRW', now() - interval '200 days', now() - interval '200 days' from generate_series(1, 5000) n
          returning id)
        insert into contacts (order_id, package_key, owner_id, account_id, sealed, digest, search_tokens, updated_at)
        select id, 'a', ${owner}, ${place.account}, '', '', '{}', now() - interval '200 days' from o`.execute(
        trx,
      ),
    );
    const forgotten = await forgetOwnersOld(hub, place.owner, new AbortController().signal);
    expect(forgotten.get('contacts')).toBe(2_500);
  });

  test('a forgotten log leaves the rows it could not read', async () => {
    const place = await newOwner();
    await asOwner(hub.db, place.owner, async (scope) => {
      await put(scope, place, 'row run', { kind: 'sync_logs', ageDays: 100.5, waited: false });
      await put(scope, place, 'row aside', { kind: 'set_asides', ageDays: 3.5, waited: false });
      await sql`update set_asides set run_id = (select max(id) from sync_runs)`.execute(scope.trx);
    });
    await forgetOwnersOld(hub, place.owner, new AbortController().signal);
    expect(await present(place.owner, place.account)).toEqual(new Set(['row aside']));
  });

  test('commands that a plan shows stay as long as it, then both go with their items', async () => {
    const place = await newOwner();
    const old = (days: number) => sql`now() - ${days}::float8 * interval '1 day'`;
    await asOwner(hub.db, place.owner, async (scope) => {
      const command = { account: place.account, state: 'done', at: old(170) };
      const young = await putCommand(scope, { ...command, item: 'row of the young' });
      const aged = await putCommand(scope, { ...command, item: 'row of the old' });
      await putPlan(scope, 'row young', old(170), [young]);
      for (let nth = 0; nth < 12; nth += 1) await putPlan(scope, 'row old', old(190), [aged]);
    });
    const forgotten = await forgetOwnersOld(hub, place.owner, new AbortController().signal);
    expect(Object.fromEntries(forgotten)).toEqual({ plans: 12, offer_commands: 1 });
    expect(await present(place.owner, place.account)).toEqual(new Set(['row young', 'row of the young']));
    const { rows } = await asOwner(hub.db, place.owner, ({ trx }) =>
      sql`select count(*)::int as items, (select count(*)::int from command_items) as of_commands from plan_items`.execute(
        trx,
      ),
    );
    expect(rows).toEqual([{ items: 2, of_commands: 1 }]);
  });

  test('a newer value stays while an older one that failed may still be opened again', async () => {
    const place = await newOwner();
    const old = (days: number) => sql`now() - ${days}::float8 * interval '1 day'`;
    const filter = { states: ['dead'] } as const;
    await asOwner(hub.db, place.owner, async (scope) => {
      const one = { account: place.account, item: 'row' };
      const failed = await putCommand(scope, { ...one, state: 'dead', at: old(120) });
      await putCommand(scope, { ...one, state: 'done', at: old(100) });
      await putPlan(scope, 'row plan', old(120), [failed]);
    });
    await forgetOwnersOld(hub, place.owner, new AbortController().signal);
    const open = await asOwner(hub.db, place.owner, (scope) => retryCommands(scope, filter, 10));
    expect(open).toEqual([]);
  });

  test('an order that was set aside and never came again is no longer asked for', async () => {
    const place = await newOwner();
    await asOwner(hub.db, place.owner, async (scope) => {
      await put(scope, place, 'row kept', { kind: 'set_asides', ageDays: 30.5, waited: false });
      await put(scope, place, 'row gone', { kind: 'set_asides', ageDays: 100.5, waited: false });
      await sql`
        insert into order_hints (account_id, native_order_id, owner_id, cause, asked_at, due_at)
        select account_id, native_order_id, owner_id, 'set_aside', last_seen_at, now() from set_asides`.execute(
        scope.trx,
      );
    });
    await forgetOwnersOld(hub, place.owner, new AbortController().signal);
    const { rows } = await asOwner(hub.db, place.owner, ({ trx }) =>
      sql`select native_order_id from order_hints`.execute(trx),
    );
    expect(rows).toEqual([{ native_order_id: 'row kept' }]);
  });

  test('works through all owners and the sessions that have ended, and a second night finds nothing', async () => {
    await sql`
      insert into auth_users (id, name, email, email_verified) values ('u', 'U', 'u@example.com', true)`.execute(
      hub.db.root,
    );
    await sql`
      insert into auth_sessions (id, token, user_id, expires_at)
      values ('ended', 'a', 'u', now() - interval '1 minute'), ('open', 'b', 'u', now() + interval '1 hour')`.execute(
      hub.db.root,
    );
    const places = [await newOwner(), await newOwner()];
    for (const place of places) {
      await asOwner(hub.db, place.owner, (scope) =>
        put(scope, place, 'row', { kind: 'events', ageDays: 99.5, waited: false }),
      );
    }
    await forgetOld(hub, new AbortController().signal);
    const { rows: sessions } = await sql`select id from auth_sessions`.execute(hub.db.root);
    expect(sessions).toEqual([{ id: 'open' }]);
    for (const place of places) {
      expect(await present(place.owner, place.account)).toEqual(new Set());
      expect((await forgetOwnersOld(hub, place.owner, new AbortController().signal)).size).toBe(0);
    }
  });
});
