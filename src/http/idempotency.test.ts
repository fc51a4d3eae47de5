import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from '../../test/harness/databases.ts';
import { newHub } from '../../test/harness/hub.ts';
import {
  COUPANG_KEYS,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../test/harness/rest.ts';
import type { Hub } from '../engine/hub.ts';
import { claimKey } from '../store/idempotency.ts';
import { asOwner } from '../store/scope.ts';

describe('Idempotency-Key', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'));
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const body = { platform: 'coupang', name: 'shop', credentials: COUPANG_KEYS };
  const create = (key: string, given: unknown = body, as = business.tokens.owner) =>
    api.ask('POST /api/v1/platform-accounts', { as, body: given, headers: { 'idempotency-key': key } });
  const count = async () =>
    (await api.ask('GET /api/v1/platform-accounts', { as: business.tokens.owner })).json().platform_accounts
      .length;

  it('carries a request out once and gives the first answer again', async () => {
    const first = await create('key-1');
    const second = await create('key-1');
    expect(first.statusCode).toBe(201);
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    expect(second.statusCode).toBe(201);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(second.json()).toEqual(first.json());
    expect(await count()).toBe(1);
  });

  it('refuses the key for other content', async () => {
    const answer = await create('key-1', { ...body, name: 'another' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().code).toBe('idempotency_key_reused');
  });

  it('says so while the first request is at work', async () => {
    const [first, second] = await Promise.all([create('key-2'), create('key-2')]);
    const codes = [first.statusCode, second.statusCode].sort();
    expect([
      [201, 201],
      [201, 409],
    ]).toContainEqual(codes);
    await asOwner(hub.db, business.owner, (scope) => claimKey(scope, 'key-3', 'somebody else is at it'));
    expect((await create('key-3')).json().code).toBe('idempotency_key_reused');
  });

  it('leaves the key free when the request was refused', async () => {
    const wrong = { ...body, edition: 'none' };
    expect((await create('key-4', wrong)).statusCode).toBe(422);
    expect((await create('key-4')).statusCode).toBe(201);
  });

  it('keeps the keys of businesses apart', async () => {
    const other = await openBusiness(hub, 'other');
    const answer = await create('key-1', body, other.tokens.owner);
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['idempotent-replayed']).toBeUndefined();
  });

  it('replays an answer without a body', async () => {
    const { id } = (await create('key-5')).json();
    const remove = () =>
      api.ask(`DELETE /api/v1/platform-accounts/${id}`, {
        as: business.tokens.owner,
        headers: { 'idempotency-key': 'key-6' },
      });
    expect((await remove()).statusCode).toBe(204);
    const again = await remove();
    expect(again.statusCode).toBe(204);
    expect(again.headers['idempotent-replayed']).toBe('true');
  });

  it('refuses a key that is none', async () => {
    const answer = await create('x'.repeat(201));
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors[0].field).toBe('Idempotency-Key');
  });
});
