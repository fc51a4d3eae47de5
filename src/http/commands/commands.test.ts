import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../../../test/commands/desk.ts';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import { openTestServer, type TestServer } from '../../../test/harness/rest.ts';
import type { CommandId } from '../../domain/ids.ts';
import { LANGUAGES } from '../../domain/language.ts';
import type { Hub } from '../../engine/hub.ts';
import { reportTrouble } from '../../engine/trouble-report.ts';
import { ownRefusal } from '../../marketplaces/kit/own-refusal.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { disconnectAccount } from '../../store/accounts.ts';
import type { NewCommand } from '../../store/commands/command.ts';
import { writeResults } from '../../store/commands/results.ts';

describe.each(DATABASE_KINDS)('the commands of a business on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
  });
  beforeEach(async () => {
    desk = await openDesk(hub);
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const as = () => ({ as: desk.business.tokens.staff });
  const get = async (path: string) => (await api.ask(`GET /api/v1/commands${path}`, as())).json();
  const post = (path: string, body?: unknown) =>
    api.ask(`POST /api/v1/commands${path}`, body === undefined ? as() : { ...as(), body });
  const idsOf = (list: { commands: { id: number }[] }) => list.commands.map(({ id }) => id);
  const one = async (command: NewCommand): Promise<CommandId> => {
    const [id] = await desk.store(command);
    if (id === undefined) throw new Error('not stored');
    return id;
  };
  const ended = async (command: NewCommand, state: 'done' | 'refused') => {
    const id = await one(command);
    await desk.settle(await desk.take(), state);
    return id;
  };
  const audited = async () => {
    const { rows } = await desk.as(({ trx }) =>
      sql<{ action: string; target_id: number; actor: string }>`
        select action, target_id, actor from audit_entries where action like 'command.%' order by id`.execute(
        trx,
      ),
    );
    return rows;
  };

  test('that a person may try again are those that Today counts, not those that a newer wish replaced', async () => {
    const count = async () => (await api.ask('GET /api/v1/today', as())).json().commands.failed;
    const replaced = await ended(desk.stock('1', 5), 'refused');
    const newer = await ended(desk.stock('1', 7), 'refused');
    const other = await ended(desk.stock('2', 1), 'refused');
    await ended(desk.stock('3', 1), 'done');
    expect(idsOf(await get('?state=partial,refused,dead'))).toEqual([other, newer, replaced]);
    expect(idsOf(await get('?retryable=true'))).toEqual([other, newer]);
    expect(await count()).toBe(2);
    expect((await api.ask('GET /api/v1/commands?retryable=maybe', as())).statusCode).toBe(422);
  });

  test('are listed newest first, page by page, without a gap though many were stored at once', async () => {
    const ids = await desk.store(...Array.from({ length: 7 }, (_, n) => desk.stock(String(n), n)));
    const seen: number[] = [];
    let cursor = '';
    do {
      const page = await get(`?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...idsOf(page));
      cursor = page.next_cursor ?? '';
    } while (cursor !== '');
    expect(seen).toEqual(ids.toReversed());
  });

  test('are found by what they are', async () => {
    const order = await desk.order();
    const acknowledge = await ended(desk.act(order, { kind: 'acknowledge' }), 'done');
    const refused = await ended(desk.stock('1', 5), 'refused');
    const waiting = await one(desk.stock('2', 5, 'bulk'));
    expect(idsOf(await get('?state=done'))).toEqual([acknowledge]);
    expect(idsOf(await get('?state=refused,pending'))).toEqual([waiting, refused]);
    expect(idsOf(await get('?kind=set_stock&lane=bulk'))).toEqual([waiting]);
    expect(idsOf(await get(`?order_id=${order.id}`))).toEqual([acknowledge]);
    expect(idsOf(await get(`?command_ids=${acknowledge},${waiting},999999999`))).toEqual([
      waiting,
      acknowledge,
    ]);
    expect((await api.ask('GET /api/v1/commands?command_ids=1,x', as())).statusCode).toBe(422);
    expect(idsOf(await get(`?account_id=${desk.account.id}&platform=coupang&actor=test`))).toHaveLength(3);
    expect(idsOf(await get('?platform=naver'))).toEqual([]);
    expect(idsOf(await get('?actor=nobody'))).toEqual([]);
    expect(idsOf(await get('?end_date=2020-01-01'))).toEqual([]);
    expect(idsOf(await get('?start_date=2020-01-01'))).toHaveLength(3);
  });

  test('tell in sentences what they are and which buttons make sense', async () => {
    const refused = await ended(desk.stock('1', 5), 'refused');
    const older = await one(desk.stock('2', 5));
    const waiting = await one(desk.stock('2', 6));
    expect(await get(`/${refused}`)).toMatchObject({
      kind: 'set_stock',
      order_id: null,
      offer: { native_item_id: '1', quantity: 5, price: null },
      state: 'refused',
      state_text: expect.stringMatching(/refused/),
      may: ['retry'],
      lines: [{ line_id: null, state: 'refused' }],
    });
    expect(await get(`/${waiting}`)).toMatchObject({ state: 'pending', may: ['cancel'], lane: 'stock' });
    expect(await get(`/${older}`)).toMatchObject({ state: 'superseded', may: [], superseded_by: waiting });
  });

  test('say what the marketplace’s own code means, where its table knows it', async () => {
    const order = await desk.order(3);
    const id = await one(desk.act(order, { kind: 'acknowledge' }));
    const [command] = (await desk.take())?.commands ?? [];
    const refusals = [
      { reason: 'refused', nativeCode: 'DUPLICATE_INVOICE_NUMBER', nativeText: '중복 송장' },
      { reason: 'refused', nativeCode: '400', nativeText: '이미 저장된 송장번호가 있어 변경할 수 없습니다' },
      { reason: 'refused', nativeCode: 'NOBODY_KNOWS', nativeText: '?' },
    ];
    await desk.as((scope) =>
      writeResults(scope, [
        {
          command: id,
          state: 'refused',
          notBefore: null,
          trouble: {
            reason: 'wrong_shop',
            native_code: '400',
            native_text: 'Invalid vendor ID: A0001',
            http_status: 400,
          },
          items: (command?.items ?? []).map((item, nth) => ({
            item: item.id,
            state: 'refused' as const,
            ...(refusals[nth] ?? { reason: null, nativeCode: null, nativeText: null }),
          })),
        },
      ]),
    );
    const { lines, trouble } = await get(`/${id}`);
    expect(lines[0]).toMatchObject({ code: 'refused', native_code: 'DUPLICATE_INVOICE_NUMBER' });
    expect(lines[0].detail).toContain('six months');
    expect(lines[1].detail).toContain('entered before');
    expect(lines[2].detail).not.toBe(lines[0].detail);
    expect(lines[2].title).toBe(lines[0].title);
    expect(trouble).toMatchObject({ code: 'wrong_shop', detail: expect.stringContaining('vendor ID') });
    const korean = await api.ask(`GET /api/v1/commands/${id}`, {
      ...as(),
      headers: { 'accept-language': 'ko' },
    });
    expect(korean.json().lines[0].detail).toMatch(/6개월|여섯 달/);
  });

  test('say to every reader what was found before anything was sent', async () => {
    const order = await desk.order(1);
    const id = await one(desk.act(order, { kind: 'acknowledge' }));
    const [command] = (await desk.take())?.commands ?? [];
    const says = { ko: '번호가 없습니다.', en: 'No number.', ru: 'Нет номера.', uz: 'Raqam yo‘q.' };
    const trouble = reportTrouble(
      new MarketplaceError({ reason: 'refused', operation: 'acknowledge', says }),
    );
    const items = (command?.items ?? []).map((item) => ({
      ...ownRefusal('refused', says, 'number'),
      item: item.id,
      state: 'refused' as const,
    }));
    await desk.as((scope) =>
      writeResults(scope, [{ command: id, state: 'refused', notBefore: null, trouble, items }]),
    );
    for (const language of LANGUAGES) {
      const answer = await api.ask(`GET /api/v1/commands/${id}`, {
        ...as(),
        headers: { 'accept-language': language },
      });
      const { lines, trouble: told } = answer.json();
      expect(lines).toMatchObject([{ code: 'refused', detail: says[language], native_code: 'number' }]);
      expect(told).toMatchObject({ code: 'refused', detail: says[language], native_text: null });
    }
  });

  test('a bad filter is named', async () => {
    for (const [query, field] of [
      ['?state=nearly', 'state'],
      ['?kind=fly', 'kind'],
      ['?limit=0', 'limit'],
      ['?cursor=x', 'cursor'],
      ['?start_date=2026-02-01&end_date=2026-01-01', 'end_date'],
    ] as const) {
      const answer = await api.ask(`GET /api/v1/commands${query}`, as());
      expect(answer.statusCode, query).toBe(422);
      expect(JSON.stringify(answer.json()), query).toContain(field);
    }
  });

  test('a failed one is tried again, once, and it is written down who asked', async () => {
    const id = await ended(desk.stock('1', 5), 'refused');
    const answer = await post(`/${id}/retry`);
    expect(answer.statusCode, answer.body).toBe(202);
    expect(answer.json()).toMatchObject({ id, state: 'pending', retried: 1, may: ['cancel'] });
    const again = await post(`/${id}/retry`);
    expect([again.statusCode, again.json().code]).toEqual([409, 'command_open']);
    expect(await audited()).toEqual([
      { action: 'command.retry', target_id: id, actor: expect.stringMatching(/^token:/) },
    ]);
  });

  test('what cannot be tried again is said, with the reason', async () => {
    const code = async (id: number) => {
      const answer = await post(`/${id}/retry`);
      return `${answer.statusCode} ${answer.json().code}`;
    };
    const done = await ended(desk.stock('1', 5), 'done');
    expect(await code(done)).toBe('409 nothing_to_retry');
    const replaced = await ended(desk.stock('2', 5), 'refused');
    const later = await one(desk.stock('2', 6));
    expect(await code(replaced)).toBe('409 command_replaced');
    expect((await post(`/${later}/cancel`)).statusCode).toBe(200);
    expect(await code(later)).toBe('409 command_canceled');
    // The later wish was called off, so that the older one counts again.
    expect(await code(replaced)).toBe('202 undefined');
    const first = await one(desk.stock('3', 1));
    await one(desk.stock('3', 2));
    expect(await code(first)).toBe('409 command_replaced');
    expect(await code(999_999)).toBe('404 not_found');
  });

  test('nothing is tried again for a shop that is no longer connected', async () => {
    const id = await ended(desk.stock('1', 5), 'refused');
    await desk.as((scope) => disconnectAccount(scope, desk.account.id));
    const answer = await post(`/${id}/retry`);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'account_disconnected']);
    expect((await post('/retry')).json()).toEqual({ retried: 0, more: false });
    expect(await get(`/${id}`)).toMatchObject({ may: [] });
  });

  test('one that waits is called off; one that left is not', async () => {
    const waiting = await one(desk.stock('1', 5));
    const answer = await post(`/${waiting}/cancel`);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toMatchObject({ state: 'canceled', may: [] });
    expect((await post(`/${waiting}/cancel`)).json().code).toBe('command_finished');
    const sent = await one(desk.stock('2', 5));
    const taken = await desk.take();
    expect((await post(`/${sent}/cancel`)).json().code).toBe('command_on_its_way');
    await desk.settle(taken, 'done');
    expect((await post('/999999/cancel')).statusCode).toBe(404);
    expect((await audited()).map(({ action }) => action)).toEqual(['command.cancel']);
  });

  test('many are tried again or called off by a filter', async () => {
    for (const item of ['1', '2', '3']) await ended(desk.stock(item, 5), 'refused');
    const order = await desk.order();
    const act = await ended(desk.act(order, { kind: 'acknowledge' }), 'refused');
    const some = await post('/retry', { kind: ['acknowledge'] });
    expect([some.statusCode, some.json()]).toEqual([202, { retried: 1, more: false }]);
    expect(await desk.states(act)).toEqual(['pending']);
    expect((await post('/retry')).json()).toEqual({ retried: 3, more: false });
    expect((await post('/retry')).json()).toEqual({ retried: 0, more: false });
    expect((await post('/cancel', { kind: ['set_stock'] })).json()).toEqual({ canceled: 3, more: false });
    expect((await post('/cancel', {})).json()).toEqual({ canceled: 1, more: false });
    expect((await post('/retry', { state: ['done'] })).statusCode).toBe(422);
    expect((await post('/cancel', { everything: true })).statusCode).toBe(422);
  });

  test('calling off the rest of one that was done in part leaves what was done', async () => {
    const order = await desk.order(2);
    const id = await one(desk.act(order, { kind: 'acknowledge' }));
    const [command] = (await desk.take())?.commands ?? [];
    const said = { reason: null, nativeCode: null, nativeText: null };
    await desk.as((scope) =>
      writeResults(scope, [
        {
          command: id,
          state: 'pending',
          notBefore: null,
          trouble: null,
          items: (command?.items ?? []).map((item, nth) => ({
            item: item.id,
            state: nth === 0 ? ('done' as const) : ('pending' as const),
            ...said,
          })),
        },
      ]),
    );
    const answer = await post(`/${id}/cancel`);
    expect(answer.json()).toMatchObject({
      state: 'partial',
      lines: [{ state: 'done' }, { state: 'canceled' }],
    });
  });

  test('a viewer may look and not touch', async () => {
    const id = await one(desk.stock('1', 5));
    const viewer = { as: desk.business.tokens.viewer };
    expect((await api.ask(`GET /api/v1/commands/${id}`, viewer)).statusCode).toBe(200);
    for (const path of [`/${id}/retry`, `/${id}/cancel`, '/retry', '/cancel'] as const) {
      expect((await api.ask(`POST /api/v1/commands${path}`, viewer)).statusCode, path).toBe(403);
    }
  });
});
