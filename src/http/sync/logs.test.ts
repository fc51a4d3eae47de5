import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { type RunId, runId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { type Account, changeAccount, disconnectAccount } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';
import { setAside } from '../../store/set-asides.ts';
import { addCounts, beginRun, finishRun, queueRun, type RunCause } from '../../store/sync-runs.ts';

const TROUBLE = { reason: 'unavailable', kind: 'unavailable' };
const NOTHING = { created: 0, updated: 0, unchanged: 0, failed: 0 };
const DAY_MS = 86_400_000;

interface Happened {
  readonly cause?: RunCause;
  readonly trouble?: unknown;
  readonly counts?: Partial<typeof NOTHING>;
  readonly range?: { readonly from: Date; readonly to: Date };
  readonly daysAgo?: number;
}

describe.each(DATABASE_KINDS)('sync logs on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let coupang: Account;
  let naver: Account;
  let as: string;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
  });

  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    as = business.tokens.staff;
    coupang = await connect(hub, business, 'coupang');
    naver = await connect(hub, business, 'naver');
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const queue = (account: Account, { cause = 'request', range }: Happened = {}): Promise<RunId> =>
    asOwner(hub.db, business.owner, (scope) =>
      queueRun(scope, { account: account.id, cause, range: range ?? null }),
    );
  const run = async (account: Account, happened: Happened = {}): Promise<RunId> => {
    const id = await queue(account, happened);
    await asOwner(hub.db, business.owner, async (scope) => {
      await beginRun(scope, id);
      await addCounts(scope, id, { ...NOTHING, ...happened.counts });
      if (happened.daysAgo !== undefined) {
        await sql`
          update sync_runs set queued_at = now() - make_interval(days => ${happened.daysAgo}::integer)
          where id = ${id}`.execute(scope.trx);
      }
      await finishRun(scope, id, happened.trouble ?? null);
    });
    return id;
  };
  const logs = async (query = '') => {
    const answer = await api.ask(`GET /api/v1/sync/logs?${query}`, { as });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const ids = async (query: string): Promise<number[]> =>
    (await logs(query)).logs.map((log: { id: number }) => log.id);
  const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString();

  describe('the list', () => {
    it('is filtered by everything a seller looks for', async () => {
      const old = await run(coupang, { daysAgo: 9, counts: { created: 1 } });
      const good = await run(coupang, { counts: { created: 2 } });
      const failed = await run(coupang, { trouble: TROUBLE });
      const partial = await run(naver, { cause: 'schedule', counts: { updated: 1, failed: 2 } });
      const queued = await queue(naver, { cause: 'first' });
      const all = [queued, partial, failed, good, old];
      for (const [query, expected] of [
        ['', all],
        ['status=failed', [failed]],
        ['status=failed,partial', [partial, failed]],
        ['status=queued&status=failed', [queued, failed]],
        ['platform=coupang', [failed, good, old]],
        ['platform=smartstore&status=partial,success', [partial]],
        [`account_id=${naver.id}`, [queued, partial]],
        ['has_failures=true', [partial, failed]],
        ['has_failures=false', [queued, good, old]],
        ['cause=schedule', [partial]],
        ['cause=first', [queued]],
        ['sync_type=orders', all],
        ['sync_type=products', []],
        [`end_date=${day(5)}`, [old]],
        [`start_date=${day(5)}&status=success`, [good]],
        [`start_date=${day(20)}&end_date=${day(5)}&platform=coupang`, [old]],
      ] as const) {
        expect({ query, ids: await ids(query) }).toEqual({ query, ids: expected });
      }
    });

    it('is paged without gaps or repeats, also where times are equal', async () => {
      const made: number[] = [];
      for (let n = 0; n < 9; n++) {
        made.unshift(await run(n % 2 === 0 ? coupang : naver, n % 3 === 0 ? { trouble: TROUBLE } : {}));
      }
      await sql`update sync_runs set queued_at = '2026-11-01T00:00:00.123456Z' where id = any(${made.slice(2, 7)})`.execute(
        hub.db.root,
      );
      for (const query of ['', 'status=failed,success', 'status=success', 'platform=coupang']) {
        const whole = await ids(`${query}&limit=200`);
        const seen: number[] = [];
        for (let cursor: string | null = ''; cursor !== null; ) {
          const page = await logs(`${query}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
          seen.push(...page.logs.map((log: { id: number }) => log.id));
          cursor = page.next_cursor;
        }
        expect(seen).toEqual(whole);
      }
      expect(await ids('limit=200')).toHaveLength(9);
    });

    it.each([
      ['status=broken', 'status not_a_choice'],
      ['status=failed,', 'status not_a_choice'],
      ['sync_type=stocks', 'sync_type not_a_choice'],
      ['has_failures=1', 'has_failures not_a_choice'],
      ['cursor=WyIyMDI2LTEzLTAxVDAwOjAwOjAwLjAwMDAwMFoiLDFd', 'cursor bad_cursor'],
      ['cursor=WzFd', 'cursor bad_cursor'],
      ['start_date=2026-02-02&end_date=2026-02-01', 'end_date dates_reversed'],
      ['page=2', 'page unknown_field'],
    ])('refuses %s with a sentence', async (query, fault) => {
      const answer = await api.ask(`GET /api/v1/sync/logs?${query}`, { as });
      expect(answer.statusCode).toBe(422);
      const [error] = answer.json().errors;
      expect(`${error.field} ${error.code}`).toBe(fault);
    });
  });

  describe('quiet runs by the clock', () => {
    const quiet = { cause: 'schedule', counts: { unchanged: 3 } } as const;

    it('are one log that counts them', async () => {
      const first = await run(coupang, quiet);
      const [{ queued_at: began }] = (await logs()).logs;
      await run(coupang, quiet);
      await run(naver, quiet);
      const last = await run(coupang, quiet);
      const found = (await logs(`account_id=${coupang.id}`)).logs;
      expect(found).toMatchObject([{ id: last, repeats: 3, first_queued_at: began, status: 'success' }]);
      expect(first).toBeLessThan(last);
      expect((await api.ask(`GET /api/v1/sync/logs/${last}`, { as })).json()).toMatchObject({ repeats: 3 });
    });

    it('are not folded over what somebody asked for, what failed, or what found something', async () => {
      for (const eventful of [
        { cause: 'request' },
        { ...quiet, trouble: TROUBLE },
        { ...quiet, counts: { created: 1 } },
        { ...quiet, counts: { updated: 1 } },
        { ...quiet, counts: { failed: 1 } },
      ] as const) {
        const before = await run(coupang, quiet);
        const between = await run(coupang, eventful);
        const after = await run(coupang, quiet);
        expect(await ids('limit=3')).toEqual([after, between, before]);
      }
    });

    it('are kept apart by the day of the business', async () => {
      const yesterday = await run(coupang, { ...quiet, daysAgo: 1 });
      const today = await run(coupang, quiet);
      expect(await ids('')).toEqual([today, yesterday]);
    });
  });

  describe('a retry', () => {
    const retry = (id: number, query = '') => api.ask(`POST /api/v1/sync/logs/${id}/retry${query}`, { as });
    const finish = (id: number) =>
      asOwner(hub.db, business.owner, async (scope) => {
        await beginRun(scope, runId(id));
        await finishRun(scope, runId(id), null);
      });

    it('reads the same again and says of which log it is', async () => {
      const range = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-11-08T00:00:00Z') };
      const failed = await run(coupang, { trouble: TROUBLE, range });
      const answer = await retry(failed);
      expect(answer.statusCode, answer.body).toBe(202);
      expect(answer.json()).toMatchObject({
        account_id: coupang.id,
        sync_type: 'orders',
        cause: 'request',
        status: 'queued',
        range: { from: '2026-11-01T00:00:00.000Z', to: '2026-11-08T00:00:00.000Z' },
        retry_of: failed,
      });
      // Asking twice is asked once.
      expect((await retry(failed)).json().id).toBe(answer.json().id);
      await finish(answer.json().id);
      const log = (await api.ask(`GET /api/v1/sync/logs/${failed}`, { as })).json();
      expect(log).toMatchObject({ retry_of: null, retries: [answer.json().id] });
      const { rows } = await sql<{ due: boolean }>`
        select due_at <= now() as due from lanes where account_id = ${coupang.id} and kind = 'pull'`.execute(
        hub.db.root,
      );
      expect(rows).toEqual([{ due: true }]);
    });

    it('is repeated by Idempotency-Key, and waited for when asked', async () => {
      const failed = await run(coupang, { trouble: TROUBLE });
      const question = { as, headers: { 'idempotency-key': 'again-1' } };
      const first = await api.ask(`POST /api/v1/sync/logs/${failed}/retry`, question);
      await finish(first.json().id);
      const second = await api.ask(`POST /api/v1/sync/logs/${failed}/retry`, question);
      expect(second.json().id).toBe(first.json().id);
      const waiting = retry(failed, '?wait=20');
      for (;;) {
        const [open] = await ids('status=queued');
        if (open !== undefined) {
          await finish(open);
          break;
        }
      }
      expect(await waiting).toMatchObject({ statusCode: 200 });
    });

    it('of a partial run also reads the orders it could not read by their number', async () => {
      const partial = await run(coupang, { counts: { failed: 1 } });
      await asOwner(hub.db, business.owner, (scope) =>
        setAside(scope, hub.vault, {
          account: coupang.id,
          run: partial,
          rows: [{ nativeOrderId: '77', reason: 'orderedAt: expected text', payload: '{}' }],
        }),
      );
      expect((await retry(partial)).statusCode).toBe(202);
      const { rows } = await asOwner(hub.db, business.owner, ({ trx }) =>
        sql`select native_order_id from order_hints where account_id = ${coupang.id} and due_at <= clock_timestamp()`.execute(
          trx,
        ),
      );
      expect(rows).toEqual([{ native_order_id: '77' }]);
    });

    it('is refused with a sentence where there is nothing to do again', async () => {
      const code = async (id: number) => {
        const answer = await retry(id);
        expect(answer.json().detail.length).toBeGreaterThan(10);
        return `${answer.statusCode} ${answer.json().code}`;
      };
      expect(await code(await run(coupang))).toBe('409 nothing_to_retry');
      expect(await code(await queue(coupang))).toBe('409 still_running');
      const failed = await run(naver, { trouble: TROUBLE });
      await asOwner(hub.db, business.owner, (scope) =>
        changeAccount(scope, hub.vault, naver.id, { enabled: false }),
      );
      expect(await code(failed)).toBe('409 account_disabled');
      await asOwner(hub.db, business.owner, (scope) => disconnectAccount(scope, naver.id));
      expect(await code(failed)).toBe('409 account_disconnected');
      expect(await code(999_999)).toBe('404 not_found');
      const viewer = await api.ask(`POST /api/v1/sync/logs/${failed}/retry`, { as: business.tokens.viewer });
      expect(viewer.json().code).toBe('role_too_low');
      expect(await ids('status=queued')).toHaveLength(1);
    });

    it('of many does each piece of work once, and none that was made good', async () => {
      const range = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-11-08T00:00:00Z') };
      await run(coupang, { trouble: TROUBLE, cause: 'schedule' });
      await run(coupang, { trouble: TROUBLE, cause: 'schedule' });
      await run(coupang, { counts: { created: 1 } });
      await run(coupang, { trouble: TROUBLE, range });
      const newest = await run(coupang, { trouble: TROUBLE, range });
      const feed = await run(naver, { trouble: TROUBLE });
      const third = await connect(hub, business, 'naver');
      await run(third, { trouble: TROUBLE });
      await asOwner(hub.db, business.owner, (scope) => disconnectAccount(scope, third.id));
      const ask = (body?: unknown) =>
        api.ask('POST /api/v1/sync/logs/retry', { as, ...(body === undefined ? {} : { body }) });
      const answer = await ask();
      expect(answer.statusCode, answer.body).toBe(202);
      const { runs, skipped, more } = answer.json();
      expect(runs.map((one: { retry_of: number }) => one.retry_of).sort()).toEqual([newest, feed].sort());
      expect(skipped).toEqual({ made_good: 1, waiting: 0, switched_off: 0, disconnected: 1 });
      expect(more).toBe(false);
      expect((await ask({ platform: 'naver' })).json()).toMatchObject({ runs: [], skipped: { waiting: 1 } });
      expect((await ask({ status: ['success'] })).json().errors[0]).toMatchObject({ field: 'status[0]' });
      expect((await ask({ start_date: '2100-01-01' })).json().runs).toEqual([]);
    });
  });

  describe('the export', () => {
    const file = (query: string, token = as) =>
      api.ask(`GET /api/v1/sync/logs/export?${query}`, { as: token });

    it('has every log, whatever their number, and is written down', async () => {
      await asOwner(hub.db, business.owner, (scope) =>
        sql`
          insert into sync_runs (owner_id, account_id, platform, sync_type, cause, status, queued_at, created)
          select ${business.owner}, ${coupang.id}, 'coupang', 'orders', 'request', 'success', now() - n * interval '1 second', n
          from generate_series(1, 2500) n`.execute(scope.trx),
      );
      const csv = await file('format=csv');
      expect(csv.statusCode, csv.body).toBe(200);
      expect(csv.headers['content-type']).toContain('text/csv');
      expect(csv.headers['content-disposition']).toMatch(
        /^attachment; filename="sync-logs-\d{4}-\d\d-\d\d\.csv"$/,
      );
      const lines = csv.body.split('\r\n');
      expect(lines[0]).toMatch(/^\uFEFFid,account_id,platform,/);
      expect(lines).toHaveLength(2_502);
      const json = await file('format=ndjson&status=success');
      const rows = json.body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(rows.map(({ created }) => created)).toEqual(Array.from({ length: 2_500 }, (_, n) => n + 1));
      const trail = await api.ask('GET /api/v1/audit?action=sync_log.export', { as: business.tokens.owner });
      expect(trail.json().entries).toMatchObject([
        { detail: { format: 'ndjson', filter: { statuses: ['success'] } } },
        { detail: { format: 'csv' } },
      ]);
    });

    it('tells troubles in words and refuses bad filters', async () => {
      await run(coupang, { trouble: { ...TROUBLE, native_text: '=cmd|calc' } });
      expect((await file('')).body).toContain("'=cmd|calc");
      expect((await file('format=xlsx')).json().errors[0].field).toBe('format');
      expect((await file('', business.tokens.viewer)).json().code).toBe('role_too_low');
    });
  });
});
