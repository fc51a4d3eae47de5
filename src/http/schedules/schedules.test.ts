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
import type { Hub } from '../../engine/hub.ts';
import type { Account } from '../../store/accounts.ts';

/** As in the guide. */
const GUIDE = {
  interval_minutes: 30,
  sync_types: ['orders', 'inventory'],
  active_hours: { start: 9, end: 18 },
};

describe.each(DATABASE_KINDS)('schedules on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let coupang: Account;
  let as: string;
  let now = new Date('2026-11-22T03:00:00Z');

  beforeAll(async () => {
    hub = { ...(await newHub(await newDatabase(kind))), clock: () => now };
    api = await openTestServer(hub);
  });

  beforeEach(async () => {
    now = new Date('2026-11-22T03:00:00Z');
    business = await openBusiness(hub, 'seller');
    as = business.tokens.owner;
    coupang = await connect(hub, business, 'coupang');
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const create = (body: unknown) => api.ask('POST /api/v1/sync/schedule', { as, body });

  it('takes the body of the guide, and says what waits', async () => {
    const answer = await create(GUIDE);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json()).toMatchObject({
      ...GUIDE,
      account_id: null,
      platform: null,
      active_days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      time_zone: 'Asia/Seoul',
      paused: false,
      shops: 1,
      // Noon in Seoul is inside the hours, and nothing ran yet.
      next_run_at: now.toISOString(),
      waiting_for: [],
    });
    expect(answer.headers.location).toBe(`/api/v1/sync/schedules/${answer.json().id}`);
  });

  it('finds the next opening in the zone of the business', async () => {
    now = new Date('2026-11-22T10:00:00Z');
    const next = Date.parse((await create(GUIDE)).json().next_run_at);
    // 9:00 on the next morning in Seoul, and the five minutes over which shops are spread.
    expect(next).toBeGreaterThanOrEqual(Date.parse('2026-11-23T00:00:00Z'));
    expect(next).toBeLessThan(Date.parse('2026-11-23T00:05:00Z'));
  });

  it.each([
    [
      { start: 22, end: 6 },
      { start: 22, end: 6 },
    ],
    [
      { start: '08:30', end: '17:45' },
      { start: '08:30', end: '17:45' },
    ],
    [
      { start: '9:00', end: 24 },
      { start: 9, end: 24 },
    ],
    [
      { start: 0, end: 24 },
      { start: 0, end: 24 },
    ],
    [
      { start: 22, end: 0 },
      { start: 22, end: 0 },
    ],
    [null, null],
  ])('takes the hours %j', async (given, shown) => {
    const answer = await create({ ...GUIDE, active_hours: given });
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json().active_hours).toEqual(shown);
  });

  it('does not run outside hours across midnight', async () => {
    const made = (await create({ ...GUIDE, active_hours: { start: 22, end: 6 } })).json();
    // 12:00 in Seoul: the next opening is at 22:00.
    expect(Date.parse(made.next_run_at)).toBeGreaterThanOrEqual(Date.parse('2026-11-22T13:00:00Z'));
    now = new Date('2026-11-22T20:30:00Z');
    const night = (await api.ask(`GET /api/v1/sync/schedules/${made.id}`, { as })).json();
    expect(night.next_run_at).toBe(now.toISOString());
  });

  it.each([
    [{ interval_minutes: 0 }, 'interval_minutes too_small'],
    [{ interval_minutes: -5 }, 'interval_minutes too_small'],
    [{ interval_minutes: 1.5 }, 'interval_minutes wrong_type'],
    [{ interval_minutes: 10_081 }, 'interval_minutes too_large'],
    [{ interval_minutes: '30' }, 'interval_minutes wrong_type'],
    [{ sync_types: ['orders', 'coupons'] }, 'sync_types[1] not_a_choice'],
    [{ sync_types: [] }, 'sync_types too_few'],
    [{ active_hours: { start: 9, end: 9 } }, 'active_hours.end same_hours'],
    [{ active_hours: { start: 9 } }, 'active_hours.end missing'],
    [{ active_hours: { start: 24, end: 6 } }, 'active_hours.start bad_time'],
    [{ active_hours: { start: 9, end: 25 } }, 'active_hours.end bad_time'],
    [{ active_hours: { start: 9.5, end: 18 } }, 'active_hours.start bad_time'],
    [{ active_hours: { start: '9:60', end: 18 } }, 'active_hours.start bad_time'],
    [{ active_days: ['funday'] }, 'active_days[0] not_a_choice'],
    [{ account_id: 999_999 }, 'account_id not_found'],
    [{ platform: 'ebay' }, 'platform unknown_platform'],
    [{ every: 5 }, 'every unknown_field'],
  ])('refuses %j with a sentence', async (change, fault) => {
    const answer = await create({ ...GUIDE, ...change });
    expect(answer.statusCode, answer.body).toBe(422);
    const [error] = answer.json().errors;
    expect(`${error.field} ${error.code}`).toBe(fault);
    expect(error.message.length).toBeGreaterThan(10);
  });

  it('lists the known types beside an unknown one', async () => {
    const [error] = (await create({ ...GUIDE, sync_types: ['coupons'] })).json().errors;
    expect(error.choices.map(({ value }: { value: string }) => value)).toEqual([
      'orders',
      'products',
      'inventory',
      'claims',
    ]);
  });

  it('refuses a shop of another marketplace, and shops of others', async () => {
    const other = await connect(hub, await openBusiness(hub, 'other'), 'coupang');
    expect((await create({ ...GUIDE, account_id: other.id })).json().errors[0].code).toBe('not_found');
    const [error] = (await create({ ...GUIDE, account_id: coupang.id, platform: 'naver' })).json().errors;
    expect(error.code).toBe('other_platform');
  });

  it('counts for a shop before its marketplace and the whole business', async () => {
    const all = (await create(GUIDE)).json();
    expect(all.shops).toBe(1);
    const own = (await create({ ...GUIDE, account_id: coupang.id, sync_types: ['orders'] })).json();
    expect(own).toMatchObject({ shops: 1, account_id: coupang.id, waiting_for: [] });
    const { schedules } = (await api.ask('GET /api/v1/sync/schedules', { as })).json();
    expect(schedules.map(({ id }: { id: number }) => id)).toEqual([own.id, all.id]);
    // Only the inventory of the shop is still the wide one's.
    expect(schedules[1]).toMatchObject({ shops: 1 });
  });

  it('is changed, paused, resumed and deleted', async () => {
    const { id } = (await create(GUIDE)).json();
    const path = `/api/v1/sync/schedules/${id}` as const;
    const changed = await api.ask(`PATCH ${path}`, { as, body: { interval_minutes: 5, active_hours: null } });
    expect(changed.json()).toMatchObject({
      interval_minutes: 5,
      active_hours: null,
      sync_types: GUIDE.sync_types,
    });
    const paused = await api.ask(`POST ${path}/pause`, { as });
    expect(paused.json()).toMatchObject({ paused: true, next_run_at: null });
    const again = await api.ask(`POST ${path}/pause`, { as });
    expect(again.json().paused_at).toBe(paused.json().paused_at);
    expect((await api.ask(`POST ${path}/resume`, { as })).json()).toMatchObject({ paused: false });
    expect((await api.ask(`DELETE ${path}`, { as })).statusCode).toBe(204);
    for (const method of ['GET', 'DELETE'] as const) {
      expect((await api.ask(`${method} ${path}`, { as })).json().code).toBe('not_found');
    }
    expect((await api.ask(`PATCH ${path}`, { as, body: { interval_minutes: 0 } })).statusCode).toBe(422);
  });

  it('is for the owner to change and for everybody to read', async () => {
    const { id } = (await create(GUIDE)).json();
    const staff = business.tokens.staff;
    expect((await api.ask('POST /api/v1/sync/schedule', { as: staff, body: GUIDE })).statusCode).toBe(403);
    expect((await api.ask(`POST /api/v1/sync/schedules/${id}/pause`, { as: staff })).statusCode).toBe(403);
    const viewer = business.tokens.viewer;
    expect((await api.ask(`GET /api/v1/sync/schedules/${id}`, { as: viewer })).statusCode).toBe(200);
    const { tokens } = await openBusiness(hub, 'other');
    expect((await api.ask(`GET /api/v1/sync/schedules/${id}`, { as: tokens.owner })).statusCode).toBe(404);
    expect((await api.ask('GET /api/v1/sync/schedules', { as: tokens.owner })).json().schedules).toEqual([]);
  });

  it('pages', async () => {
    for (let n = 1; n <= 3; n++) await create({ ...GUIDE, name: `schedule ${n}` });
    const first = (await api.ask('GET /api/v1/sync/schedules?limit=2', { as })).json();
    expect(first.schedules.map(({ name }: { name: string }) => name)).toEqual(['schedule 3', 'schedule 2']);
    const second = await api.ask(`GET /api/v1/sync/schedules?limit=2&cursor=${first.next_cursor}`, { as });
    expect(second.json()).toMatchObject({ schedules: [{ name: 'schedule 1' }], next_cursor: null });
  });
});
