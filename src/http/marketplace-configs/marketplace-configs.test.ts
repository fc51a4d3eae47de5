import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import type { Hub } from '../../engine/hub.ts';

const CREDENTIALS = { access_key: 'a'.repeat(36), secret_key: 'b'.repeat(40), vendor_id: 'A00012345' };
const withId = z.object({ id: z.int() });

describe.each(DATABASE_KINDS)('how the API of a marketplace is used, on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const ask = (line: `${string} /${string}`, body?: unknown, as = business.tokens.owner) =>
    api.ask(line, { as, ...(body === undefined ? {} : { body }) });
  const configOf = async (marketplace: string, as = business.tokens.viewer) => {
    const { marketplace_configs } = (await ask('GET /api/v1/marketplace-configs', undefined, as)).json();
    return marketplace_configs.find((one: { marketplace: string }) => one.marketplace === marketplace);
  };
  const connect = async (name: string, further: object = {}) => {
    const body = { platform: 'coupang', name, credentials: CREDENTIALS, ...further };
    const answer = await ask('POST /api/v1/platform-accounts', body);
    expect(answer.statusCode).toBe(201);
    return { ...withId.parse(answer.json()), base_url: answer.json().base_url };
  };
  const marginOf = async (id: number) =>
    (await ask(`GET /api/v1/platform-accounts/${id}/budget`)).json().buckets[0].margin;

  it('is told for every marketplace, as its connector has it', async () => {
    expect(await configOf('coupang')).toMatchObject({
      api_endpoint: 'https://api-gateway.coupang.com',
      auth_type: 'api_key',
      rate_limit: 240,
      rate_percent: 100,
      documentation: 'https://developers.coupangcorp.com',
      changed: [],
    });
    expect(await configOf('naver')).toMatchObject({ auth_type: 'oauth2' });
    expect(await configOf('esm')).toMatchObject({ auth_type: 'bearer' });
  });

  it('slows every shop of the marketplace down, and lets it go at full pace again', async () => {
    const { id } = await connect('slow');
    const before = await marginOf(id);
    const answer = await ask('PUT /api/v1/marketplace-configs/coupang', { rate_percent: 50 });
    expect(answer.json()).toMatchObject({ rate_percent: 50, rate_limit: 120, changed: ['rate_percent'] });
    expect(await marginOf(id)).toBeCloseTo(before / 2);
    await ask('PUT /api/v1/marketplace-configs/coupang', { rate_percent: 100 });
    expect(await marginOf(id)).toBe(before);
    expect(await configOf('coupang')).toMatchObject({ rate_percent: 100, changed: [] });
  });

  it('never goes beyond the limits, and not to a standstill', async () => {
    for (const rate_percent of [101, 9, 0])
      expect((await ask('PUT /api/v1/marketplace-configs/coupang', { rate_percent })).statusCode).toBe(422);
    const signing = await ask('PUT /api/v1/marketplace-configs/coupang', { auth_type: 'bearer' });
    expect(signing.json().errors).toMatchObject([{ field: 'auth_type', code: 'unknown_field' }]);
  });

  it('gives shops that name no address the one that was set; those connected before keep theirs', async () => {
    const before = await connect('before');
    const api_endpoint = 'https://gateway.example.com/coupang';
    await ask('PUT /api/v1/marketplace-configs/coupang', { api_endpoint, documentation: 'Ask 물류팀' });
    expect(await configOf('coupang')).toMatchObject({ api_endpoint, documentation: 'Ask 물류팀' });
    expect((await connect('after')).base_url).toBe(api_endpoint);
    const own = 'https://own.example.com';
    expect((await connect('own', { base_url: own })).base_url).toBe(own);
    const read = (await ask(`GET /api/v1/platform-accounts/${before.id}`)).json();
    expect(read.base_url).toBeNull();
    const inward = await ask('PUT /api/v1/marketplace-configs/coupang', {
      api_endpoint: 'ftp://gateway.example.com',
    });
    expect(inward.json().errors).toMatchObject([{ field: 'api_endpoint', code: 'bad_address' }]);
    await ask('PUT /api/v1/marketplace-configs/coupang', { api_endpoint: null });
    expect(await configOf('coupang')).toMatchObject({ changed: ['documentation'] });
  });

  it('is changed by the owner only, and for the own business', async () => {
    const body = { rate_percent: 20 };
    const staff = await ask('PUT /api/v1/marketplace-configs/naver', body, business.tokens.staff);
    expect(staff.json().code).toBe('role_too_low');
    const other = await openBusiness(hub, 'other');
    await ask('PUT /api/v1/marketplace-configs/naver', body, other.tokens.owner);
    expect(await configOf('naver', other.tokens.viewer)).toMatchObject({ rate_percent: 20 });
    expect(await configOf('naver')).toMatchObject({ rate_percent: 100 });
  });
});
