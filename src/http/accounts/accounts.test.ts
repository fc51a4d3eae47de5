import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  COUPANG_KEYS,
  connect,
  NAVER_KEYS,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import type { Hub } from '../../engine/hub.ts';
import { MARKETPLACES } from '../../marketplaces/registry.ts';
import { readCredentials } from '../../store/accounts.ts';
import { noteHealth } from '../../store/health/note-health.ts';
import { asOwner } from '../../store/scope.ts';

describe('platform accounts', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let as: string;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'), { allowPrivateHosts: false });
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
    as = business.tokens.owner;
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const create = (body: unknown) => api.ask('POST /api/v1/platform-accounts', { as, body });
  const GUIDE = { platform: 'coupang', name: '내 쿠팡 스토어', credentials: COUPANG_KEYS };

  it('connects a Coupang shop with the body of the guide, and wakes its first pull', async () => {
    const nudged: unknown[] = [];
    hub.nudges.once('nudge', (kind) => nudged.push(kind));
    const answer = await create(GUIDE);
    expect(answer.statusCode).toBe(201);
    expect(answer.headers.location).toBe(`/api/v1/platform-accounts/${answer.json().id}`);
    expect(answer.json()).toMatchObject({
      platform: 'coupang',
      edition: 'official',
      name: '내 쿠팡 스토어',
      health: 'unchecked',
      secret_fields: ['access_key', 'secret_key', 'vendor_id'],
      base_url: null,
    });
    const days = (Date.now() - Date.parse(answer.json().orders_from)) / 86_400_000;
    expect(days).toBeCloseTo(30, 1);
    expect(nudged).toEqual(['pull']);
  });

  it('connects a SmartStore under any of its names, with the refresh token of the guide', async () => {
    for (const platform of ['naver', 'smartstore', 'SmartStore']) {
      const credentials = { ...NAVER_KEYS, refresh_token: 'your_refresh_token' };
      const answer = await create({ platform, name: '내 스마트스토어', credentials });
      expect(answer.statusCode).toBe(201);
      expect(answer.json().platform).toBe('naver');
    }
  });

  it('takes the optional fields, dates without offset in the zone of the business', async () => {
    const answer = await create({
      ...GUIDE,
      edition: 'official',
      base_url: 'https://gateway.seller.co.kr/coupang/',
      orders_from: '2026-11-01',
      key_expires_at: '2027-03-01T09:00:00',
    });
    expect(answer.json()).toMatchObject({
      base_url: 'https://gateway.seller.co.kr/coupang',
      orders_from: '2026-10-31T15:00:00.000Z',
      key_expires_at: '2027-03-01T00:00:00.000Z',
    });
  });

  it('never answers with a credential', async () => {
    const { id } = (await create(GUIDE)).json();
    for (const line of [`GET /api/v1/platform-accounts/${id}`, 'GET /api/v1/platform-accounts'] as const) {
      const answer = await api.ask(line, { as });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).not.toContain(COUPANG_KEYS.secret_key);
      expect(answer.body).not.toContain(COUPANG_KEYS.access_key);
    }
    const wrong = await create({ ...GUIDE, credentials: { ...COUPANG_KEYS, vendor_id: 'zzz-vendor' } });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).not.toContain('zzz-vendor');
    expect(wrong.body).not.toContain(COUPANG_KEYS.secret_key);
  });

  it.each([
    ['an empty body', {}, ['platform missing', 'name missing', 'credentials missing']],
    ['a list', [], ['body wrong_type']],
    [
      'missing and unknown credentials',
      { ...GUIDE, credentials: { access_key: 'a', api_key: 'b' } },
      [
        'credentials.secret_key missing',
        'credentials.vendor_id missing',
        'credentials.api_key unknown_field',
      ],
    ],
    [
      'malformed credentials',
      { ...GUIDE, credentials: { access_key: ' ', secret_key: 5, vendor_id: '12345' } },
      [
        'credentials.access_key bad_format',
        'credentials.secret_key wrong_type',
        'credentials.vendor_id bad_format',
      ],
    ],
    ['a blank name', { ...GUIDE, name: '  ' }, ['name empty']],
    ['an unknown field', { ...GUIDE, vendor: 'x' }, ['vendor unknown_field']],
    ['an unknown edition', { ...GUIDE, edition: 'v1' }, ['edition not_a_choice']],
    ['a private address', { ...GUIDE, base_url: 'http://127.0.0.1:4010' }, ['base_url private_address']],
    ['a date that does not exist', { ...GUIDE, orders_from: '2026-02-31' }, ['orders_from bad_date']],
    ['a start in the future', { ...GUIDE, orders_from: '2100-01-01' }, ['orders_from in_the_future']],
  ])('names each field at fault: %s', async (_what, body, faults) => {
    const answer = await create(body);
    expect(answer.statusCode).toBe(422);
    const { code, errors } = answer.json();
    expect(code).toBe('invalid_request');
    expect(errors.map((error: { field: string; code: string }) => `${error.field} ${error.code}`)).toEqual(
      faults,
    );
  });

  it('says where the seller finds a value that is malformed', async () => {
    const answer = await create({ ...GUIDE, credentials: { ...COUPANG_KEYS, vendor_id: 'x' } });
    expect(answer.json().errors[0].message).toContain('A00012345');
  });

  it('lists the known marketplaces for an unknown one', async () => {
    const answer = await create({ ...GUIDE, platform: 'ebay' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().code).toBe('unknown_platform');
    expect(answer.json().errors[0].choices.map(({ value }: { value: string }) => value)).toEqual(
      MARKETPLACES.map(({ id }) => id),
    );
    expect(answer.json().detail).toContain('smartstore');
  });

  it('refuses what is not JSON', async () => {
    const broken = await create('{"platform": ');
    expect(broken.statusCode).toBe(400);
    expect(broken.json().code).toBe('malformed_body');
    const form = await api.ask('POST /api/v1/platform-accounts', {
      as,
      body: 'platform=coupang',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.statusCode).toBe(415);
    const large = await create({ ...GUIDE, name: 'x'.repeat(1024 * 1024) });
    expect(large.statusCode).toBe(413);
    expect(large.headers['content-type']).toBe('application/problem+json');
  });

  it('changes single fields and single credentials', async () => {
    const account = await connect(hub, business, 'coupang');
    const change = (method: 'PATCH' | 'PUT', body: unknown) =>
      api.ask(`${method} /api/v1/platform-accounts/${account.id}`, { as, body });
    const changed = await change('PATCH', {
      name: 'renamed',
      credentials: { secret_key: 'a new one', wing_id: 'wing' },
      closed_intents: ['order-act'],
      enabled: false,
    });
    expect(changed.statusCode).toBe(200);
    expect(changed.json()).toMatchObject({
      name: 'renamed',
      enabled: false,
      closed_intents: ['order-act'],
      secret_fields: ['access_key', 'secret_key', 'vendor_id', 'wing_id'],
    });
    const stored = () =>
      asOwner(hub.db, business.owner, (scope) => readCredentials(scope, hub.vault, account.id));
    expect(await stored()).toEqual({ ...COUPANG_KEYS, secret_key: 'a new one', wing_id: 'wing' });
    await change('PUT', { credentials: { wing_id: null }, key_expires_at: null, base_url: null });
    expect(await stored()).toEqual({ ...COUPANG_KEYS, secret_key: 'a new one' });
    const wrong = await change('PATCH', { credentials: { vendor_id: null, other: 'x' }, platform: 'naver' });
    expect(wrong.json().errors.map(({ field }: { field: string }) => field)).toEqual(['platform']);
    const missing = await change('PATCH', { credentials: { vendor_id: null, other: 'x' } });
    expect(missing.json().errors.map(({ field }: { field: string }) => field)).toEqual([
      'credentials.vendor_id',
      'credentials.other',
    ]);
  });

  it('tells an account trouble in a sentence, in both languages', async () => {
    const account = await connect(hub, business, 'coupang');
    const trouble = {
      reason: 'clock_skew',
      kind: 'auth',
      operation: 'products',
      skew_ms: -600_000,
      native_text: 'x',
    };
    await asOwner(hub.db, business.owner, (scope) => noteHealth(scope, account.id, trouble));
    const line = `GET /api/v1/platform-accounts/${account.id}` as const;
    const english = (await api.ask(line, { as })).json();
    expect(english).toMatchObject({ health: 'troubled', trouble: { code: 'clock_skew', native_text: 'x' } });
    expect(english.trouble.detail).toContain('10 minutes');
    const korean = (await api.ask(line, { as, headers: { 'accept-language': 'ko-KR' } })).json();
    expect(korean.trouble.detail).toContain('약 10분');
    expect(korean.trouble.detail).toContain('쿠팡');
  });

  it('disconnects, and is gone then', async () => {
    const account = await connect(hub, business, 'coupang');
    const line = `/api/v1/platform-accounts/${account.id}` as const;
    expect((await api.ask(`DELETE ${line}`, { as })).statusCode).toBe(204);
    expect((await api.ask(`GET ${line}`, { as })).statusCode).toBe(404);
    expect((await api.ask(`DELETE ${line}`, { as })).statusCode).toBe(404);
  });

  it('tests a connection that does not answer: 200, not ok, and what to do', async () => {
    const account = await connect(hub, business, 'coupang');
    const test = (platform: string, body: unknown) =>
      api.ask(`POST /api/v1/sync/platforms/${platform}/test`, { as, body });
    const answer = await test('coupang', { platform: 'coupang', account_id: account.id });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ ok: false, account_id: account.id, trouble: { code: 'down' } });
    expect(answer.json().trouble.todo).not.toBe('');
    const read = await api.ask(`GET /api/v1/platform-accounts/${account.id}`, { as });
    expect(read.json()).toMatchObject({ health: 'troubled', trouble: { code: 'down' } });
    expect((await test('naver', { account_id: account.id })).json().errors[0].code).toBe('other_platform');
    expect((await test('amazon', { account_id: account.id })).json().code).toBe('unknown_platform');
    expect((await test('coupang', { account_id: 999_999 })).statusCode).toBe(404);
    expect((await test('coupang', {})).json().errors[0]).toMatchObject({
      field: 'account_id',
      code: 'missing',
    });
  });

  it('shows every marketplace with its form, what it offers and what to do instead', async () => {
    const { platforms } = (await api.ask('GET /api/v1/platforms', { as })).json();
    expect(platforms.map(({ id }: { id: string }) => id)).toEqual(MARKETPLACES.map(({ id }) => id));
    const named = (wanted: string) => platforms.find(({ id }: { id: string }) => id === wanted);
    const [coupang, naver] = [named('coupang'), named('naver')];
    expect(coupang.credential_fields[0]).toMatchObject({ name: 'access_key', secret: true, required: true });
    const operations = (platform: typeof coupang) =>
      platform.editions[0].capabilities.map(({ operation }: { operation: string }) => operation);
    expect(operations(coupang)).toEqual(expect.arrayContaining(['orders.ship', 'orders.changeInvoice']));
    expect(operations(naver)).toContain('orders.delay');
    expect(operations(naver)).not.toContain('orders.changeInvoice');
    const ship = naver.editions[0].capabilities.find(
      ({ operation }: { operation: string }) => operation === 'orders.ship',
    );
    expect(ship.promise).toBe('exactly-once by read-back');
    expect(naver.editions[0].unsupported[0].instead.ko).not.toBe('');
  });
});
