import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  openBusiness,
  openTestServer,
  TEST_SECRET,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import type { Hub } from '../../engine/hub.ts';
import { issueApiToken } from '../../store/api-tokens.ts';
import { createUser } from './users.ts';

describe.each(DATABASE_KINDS)('authentication on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  const password = 'correct horse battery';

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
    await createUser(hub, TEST_SECRET, {
      email: 'Owner@Moa.example',
      password,
      name: 'Owner',
      owner: business.owner,
      role: 'owner',
    });
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  it.each([
    ['nothing', {}, 'token_missing'],
    ['a scheme that is not bearer', { authorization: 'Basic bW9hOm1vYQ==' }, 'token_missing'],
    [
      'a token nobody issued',
      { authorization: 'Bearer moa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      'token_unknown',
    ],
    ['a session nobody opened', { authorization: 'Bearer abcdefghijklmnop' }, 'token_unknown'],
    ['a forged session cookie', { cookie: 'moa.session_token=abc.def' }, 'session_ended'],
  ])('refuses %s', async (_what, headers, code) => {
    const answer = await api.ask('GET /api/v1/orders', { headers });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="moa"/);
    expect(answer.json()).toMatchObject({ status: 401, code, type: `urn:moa:problem:${code}` });
  });

  it('refuses an expired token with a sentence of its own', async () => {
    const expired = await issueApiToken(hub.db, business.owner, {
      name: 'old',
      role: 'owner',
      expiresAt: new Date(Date.now() - 1000),
    });
    const answer = await api.ask('GET /api/v1/orders', { as: expired });
    expect(answer.statusCode).toBe(401);
    expect(answer.json().code).toBe('token_expired');
    const korean = await api.ask('GET /api/v1/orders', { as: expired, headers: { 'accept-language': '' } });
    expect(korean.json().title).toBe('토큰이 만료되었습니다');
  });

  it('lets each role do what it may', async () => {
    const { owner, staff, viewer } = business.tokens;
    for (const as of [owner, staff, viewer]) {
      expect((await api.ask('GET /api/v1/orders', { as })).statusCode).toBe(200);
      expect((await api.ask('GET /api/v1/platform-accounts', { as })).statusCode).toBe(200);
    }
    const connect = { body: {} };
    expect((await api.ask('POST /api/v1/platform-accounts', { ...connect, as: staff })).statusCode).toBe(403);
    expect((await api.ask('POST /api/v1/platform-accounts', { ...connect, as: viewer })).statusCode).toBe(
      403,
    );
    expect((await api.ask('POST /api/v1/platform-accounts', { ...connect, as: owner })).statusCode).toBe(422);
    const sync = await api.ask('POST /api/v1/sync/orders', { as: viewer });
    expect(sync.statusCode).toBe(403);
    expect(sync.json().code).toBe('role_too_low');
    expect((await api.ask('POST /api/v1/sync/orders', { as: staff })).statusCode).toBe(200);
  });

  it('signs a person in with an HttpOnly cookie, and the session also works as a bearer token', async () => {
    const answer = await signIn(api, 'owner@moa.example', password);
    expect(answer.statusCode).toBe(200);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^moa\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const headers = { cookie: cookie.split(';', 1)[0] ?? '' };
    expect((await api.ask('GET /api/v1/orders', { headers })).statusCode).toBe(200);
    expect((await api.ask('GET /api/v1/orders', { as: answer.json().token })).statusCode).toBe(200);
    expect((await api.ask('GET /api/auth/get-session', { headers })).json().user).toMatchObject({
      email: 'owner@moa.example',
    });
    const signOut = (origin: string) =>
      api.ask('POST /api/auth/sign-out', { headers: { ...headers, host: 'localhost:4000', origin } });
    expect((await signOut('https://evil.example')).json().code).toBe('foreign_origin');
    expect((await signOut('http://localhost:4000')).statusCode).toBe(200);
    const after = await api.ask('GET /api/v1/orders', { headers });
    expect(after.statusCode).toBe(401);
    expect(after.json().code).toBe('session_ended');
  });

  it('takes changes by cookie from its own pages only', async () => {
    const cookie =
      String((await signIn(api, 'owner@moa.example', password)).headers['set-cookie']).split(';', 1)[0] ?? '';
    const sync = (headers: Readonly<Record<string, string>>) =>
      api.ask('POST /api/v1/sync/orders', { headers: { cookie, host: 'localhost:4000', ...headers } });
    expect((await sync({ origin: 'http://localhost:4000' })).statusCode).toBe(200);
    expect((await sync({ origin: 'http://localhost:3000' })).json().code).toBe('foreign_origin');
    expect((await sync({ origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await sync({ origin: 'null' })).statusCode).toBe(403);
    expect((await sync({ 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
    expect((await sync({ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:4000' })).statusCode).toBe(
      403,
    );
    expect((await sync({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
    expect((await sync({})).json().code).toBe('foreign_origin');
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await signIn(api, 'owner@moa.example', 'not this one', '10.0.0.2');
    const unknown = await signIn(api, 'nobody@moa.example', 'not this one', '10.0.0.2');
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json().code).toBe('wrong_password');
    expect(unknown.json().code).toBe('wrong_password');
  });

  it('slows down guessing', async () => {
    const codes: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      codes.push(
        (await signIn(api, 'owner@moa.example', `guess ${attempt}`, `10.0.${kind.length}.3`)).statusCode,
      );
    }
    expect(codes.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(codes.slice(10)).toEqual([429, 429]);
  });

  it('has no sign-up', async () => {
    const body = { email: 'new@moa.example', password, name: 'New' };
    expect((await api.ask('POST /api/auth/sign-up/email', { body })).statusCode).toBe(404);
  });

  it('makes each user once, with a password that is long enough', async () => {
    const user = {
      email: 'owner@moa.example',
      password,
      name: 'Again',
      owner: business.owner,
      role: 'staff',
    } as const;
    await expect(createUser(hub, TEST_SECRET, user)).rejects.toThrow(/already/);
    await expect(
      createUser(hub, TEST_SECRET, { ...user, email: 'b@moa.example', password: 'short' }),
    ).rejects.toThrow(/8 characters/);
  });

  it('lets a person change the password', async () => {
    await createUser(hub, TEST_SECRET, {
      email: 'viewer@moa.example',
      password,
      name: 'Viewer',
      owner: business.owner,
      role: 'viewer',
    });
    const { token } = (await signIn(api, 'viewer@moa.example', password, '10.0.0.4')).json();
    expect((await api.ask('POST /api/v1/sync/orders', { as: token })).statusCode).toBe(403);
    const change = (currentPassword: string) =>
      api.ask('POST /api/auth/change-password', {
        as: token,
        body: { currentPassword, newPassword: 'another long one' },
        from: `10.0.${kind.length}.5`,
      });
    expect((await change('not it')).json().code).toBe('wrong_password');
    expect((await change(password)).statusCode).toBe(200);
    expect((await signIn(api, 'viewer@moa.example', 'another long one', '10.0.0.4')).statusCode).toBe(200);
  });
});

function signIn(api: TestServer, email: string, password: string, from = '10.0.0.1') {
  return api.ask('POST /api/auth/sign-in/email', { body: { email, password }, from });
}
