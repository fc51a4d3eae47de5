import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { RETENTION, RETENTION_KINDS } from '../../domain/retention.ts';
import type { Hub } from '../../engine/hub.ts';

describe.each(DATABASE_KINDS)('retention settings on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
  });

  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const read = async (token = business.tokens.viewer) =>
    (await api.ask('GET /api/v1/settings/retention', { as: token })).json();
  const change = (days: unknown, token = business.tokens.owner) =>
    api.ask('PUT /api/v1/settings/retention', { as: token, body: { days } });

  it('start with the defaults and say what each means', async () => {
    const { days, kinds } = await read();
    expect(days).toEqual(Object.fromEntries(RETENTION_KINDS.map((name) => [name, RETENTION[name].usual])));
    expect(kinds.map((one: { kind: string }) => one.kind)).toEqual(RETENTION_KINDS);
    for (const { meaning, default_days, least_days, most_days } of kinds) {
      expect(meaning.length).toBeGreaterThan(8);
      expect(least_days).toBeLessThanOrEqual(default_days);
      expect(default_days).toBeLessThanOrEqual(most_days);
    }
  });

  it('change only what is given, for this owner only, and null goes back', async () => {
    expect((await change({ sync_logs: 30, audit: 730 })).json().days).toMatchObject({
      sync_logs: 30,
      audit: 730,
      events: RETENTION.events.usual,
    });
    expect((await change({ sync_logs: null, events: 60 })).json().days).toMatchObject({
      sync_logs: RETENTION.sync_logs.usual,
      audit: 730,
      events: 60,
    });
    const other = await openBusiness(hub, 'other');
    expect((await read(other.tokens.owner)).days.audit).toBe(RETENTION.audit.usual);
    const [entry] = (await api.ask('GET /api/v1/audit?limit=1', { as: business.tokens.owner })).json()
      .entries;
    expect(entry).toMatchObject({
      action: 'retention.change',
      detail: { before: { events: 30 }, after: { events: 60 } },
    });
  });

  it.each([
    [{ audit: 729 }, 'days.audit too_small'],
    [{ contacts: 1_826 }, 'days.contacts too_large'],
    [{ contacts: 0 }, 'days.contacts too_small'],
    [{ events: 7.5 }, 'days.events wrong_type'],
    [{ orders: 30 }, 'days.orders unknown_field'],
    [7, 'days wrong_type'],
  ])('refuse %j', async (days, fault) => {
    const answer = await change(days);
    expect(answer.statusCode).toBe(422);
    const [error] = answer.json().errors;
    expect(`${error.field} ${error.code}`).toBe(fault);
  });

  it('are changed by the owner only', async () => {
    expect((await change({ events: 60 }, business.tokens.staff)).json().code).toBe('role_too_low');
  });
});
