import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putClaims,
  putOrders,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { claim, line, order } from '../../../test/harness/snapshots.ts';
import type { Hub } from '../../engine/hub.ts';
import { type Account, disconnectAccount } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';

const PARCEL = { deliveryCompanyCode: 'CJ대한통운', trackingNumber: '640012345678' };
const ofKind = (kind: 'return' | 'exchange', nativeClaimId: string, state: 'requested' | 'collected') =>
  claim({ nativeClaimId, kind, state, nativeOrderId: `order of ${nativeClaimId}`, lines: [] });

describe('deciding on claims', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let coupang: Account;
  let ids: ReadonlyMap<string, number>;
  let naverIds: ReadonlyMap<string, number>;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'));
    api = await openTestServer(hub);
  });
  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    coupang = await connect(hub, business, 'coupang');
    await putOrders(hub, business, coupang, [
      order({ lines: [line({ status: 'PREPARING', nativeStatus: 'INSTRUCT' })] }),
    ]);
    ids = await putClaims(hub, business, coupang, [
      claim({ nativeClaimId: 'cancel' }),
      claim({ nativeClaimId: 'done', state: 'done', nativeOrderId: 'x' }),
      ofKind('return', 'return', 'requested'),
      ofKind('exchange', 'exchange', 'collected'),
      ofKind('exchange', 'to reject', 'requested'),
    ]);
    const naver = await connect(hub, business, 'naver', 'guide');
    naverIds = await putClaims(hub, business, naver, [ofKind('return', 'naver return', 'requested')]);
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const idOf = (native: string) => ids.get(native) ?? naverIds.get(native) ?? 999_999;
  const act = (native: string, verb: string, body?: unknown, headers = {}) =>
    api.ask(`POST /api/v1/claims/${idOf(native)}/${verb}`, { as: business.tokens.staff, body, headers });
  const actMany = (body: unknown, headers = {}) =>
    api.ask('POST /api/v1/claims/actions', { as: business.tokens.staff, body, headers });
  const commandCount = async () => {
    const { rows } = await asOwner(hub.db, business.owner, ({ trx }) =>
      sql<{ count: number }>`select count(*)::integer as count from commands`.execute(trx),
    );
    return rows[0]?.count;
  };

  it('becomes one command, however often it is asked for', async () => {
    const first = await act('cancel', 'approve');
    expect(first.statusCode, first.body).toBe(202);
    const { claim_id, commands } = first.json();
    expect(claim_id).toBe(idOf('cancel'));
    expect(commands).toMatchObject([
      {
        kind: 'cancel.approve',
        claim_id,
        order_id: expect.any(Number),
        state: 'pending',
        lane: 'click',
        actor: expect.stringMatching(/^token:/),
        claim: { text: null, reason: null, fee: null, fault: null },
        lines: [{ line_id: null, state: 'pending' }],
      },
    ]);
    expect((await act('cancel', 'approve')).json().commands[0].id).toBe(commands[0].id);
    expect(await commandCount()).toBe(1);
    const shown = await api.ask(`GET /api/v1/claims/${claim_id}`, { as: business.tokens.viewer });
    expect(shown.json().commands).toMatchObject([{ id: commands[0].id }]);
    const { rows } = await asOwner(hub.db, business.owner, ({ trx }) =>
      sql<{ action: string; target_id: number; detail: { command_id: number } }>`
        select action, target_id, detail from audit_entries where action like 'claim.%'`.execute(trx),
    );
    expect(rows[0]).toMatchObject({
      action: 'claim.cancel.approve',
      target_id: claim_id,
      detail: { command_id: commands[0].id },
    });
  });

  it('is answered the same again under the same key', async () => {
    const key = { 'idempotency-key': 'approve-it' };
    const first = await act('cancel', 'approve', undefined, key);
    const again = await act('cancel', 'approve', undefined, key);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.json()).toEqual(first.json());
    const other = await act('cancel', 'reject', PARCEL, key);
    expect(other.json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    const many = { action: 'approve', claims: [{ claim_id: idOf('cancel') }] };
    const bulk = await actMany(many, { 'idempotency-key': 'many' });
    expect((await actMany(many, { 'idempotency-key': 'many' })).json()).toEqual(bulk.json());
  });

  it('takes a parcel where one is needed, with the carrier in anybody’s words', async () => {
    const missing = await act('exchange', 'ship');
    expect(missing.json()).toMatchObject({
      status: 422,
      code: 'claim_input_missing',
      errors: [{ field: 'trackingNumber', code: 'missing' }],
    });
    expect(missing.json().detail).toContain('trackingNumber');
    const shipped = await act('exchange', 'ship', { ...PARCEL, sendDate: '2026-11-21' });
    expect(shipped.statusCode, shipped.body).toBe(202);
    expect(shipped.json().commands[0]).toMatchObject({
      kind: 'exchange.ship',
      order_id: null,
      shipment: { carrier_id: 'cj', carrier_code: 'CJGLS', invoice: '640012345678' },
    });
    const unknown = await act('exchange', 'ship', { ...PARCEL, deliveryCompanyCode: 'Pony Express' });
    expect(unknown.json()).toMatchObject({
      code: 'carrier_unknown',
      errors: [{ field: 'deliveryCompanyCode', choices: expect.any(Array) }],
    });
    const half = await act('exchange', 'ship', { trackingNumber: '640012345678' });
    expect(half.json()).toMatchObject({ status: 422, errors: [{ field: 'deliveryCompanyCode' }] });
  });

  it('takes a reason from the marketplace’s own list', async () => {
    const none = (await act('to reject', 'reject')).json();
    expect(none).toMatchObject({ status: 422, code: 'reason_unknown', errors: [{ field: 'reason' }] });
    expect(none.errors[0].choices.map(({ value }: { value: string }) => value)).toEqual([
      'SOLDOUT',
      'WITHDRAW',
    ]);
    expect((await act('to reject', 'reject', { reason: 'BECAUSE' })).json().code).toBe('reason_unknown');
    const taken = await act('to reject', 'reject', { reason: 'SOLDOUT' });
    expect(taken.json().commands[0]).toMatchObject({ kind: 'exchange.reject', claim: { reason: 'SOLDOUT' } });
  });

  it('takes money and fault, and leaves out what an act does not take', async () => {
    const missing = (await act('naver return', 'charge_fee')).json();
    expect(missing.errors.map(({ field }: { field: string }) => field)).toEqual(['fee', 'fault']);
    const charged = await act('naver return', 'charge_fee', { fee: 6000, fault: 'buyer', ...PARCEL });
    expect(charged.statusCode, charged.body).toBe(202);
    expect(charged.json().commands[0]).toMatchObject({
      kind: 'return.charge_fee',
      shipment: null,
      claim: { fee: 6000, fault: 'buyer', text: null, reason: null },
    });
  });

  it('is declined with what can be done instead', async () => {
    const late = (await act('done', 'approve')).json();
    expect(late).toMatchObject({ status: 409, code: 'claim_not_now' });
    expect(late.detail).toContain('done');
    expect((await act('exchange', 'reject', { reason: 'SOLDOUT' })).statusCode).toBe(202);
    const early = (await act('return', 'complete')).json();
    expect(early.detail).toContain('return.collect');
    expect((await act('cancel', 'ship', PARCEL)).json()).toMatchObject({
      status: 422,
      code: 'claim_kind_wrong',
    });
    const never = (await act('return', 'hold', { text: 'x' })).json();
    expect(never).toMatchObject({ status: 422, code: 'not_offered' });
    expect(never.detail.length).toBeGreaterThan(40);
    expect((await act('nobody', 'approve')).json()).toMatchObject({ status: 404, code: 'not_found' });
    await asOwner(hub.db, business.owner, (scope) => disconnectAccount(scope, coupang.id));
    expect((await act('cancel', 'approve')).json()).toMatchObject({
      status: 409,
      code: 'account_disconnected',
    });
    expect(await commandCount()).toBe(1);
  });

  it('names the fields that make no sense', async () => {
    const cases: readonly (readonly [unknown, string])[] = [
      [{ fee: -1 }, 'fee'],
      [{ fee: 1.5 }, 'fee'],
      [{ fee: 100_000_001 }, 'fee'],
      [{ fault: 'nobody' }, 'fault'],
      [{ text: ' ' }, 'text'],
      [{ reason: 'x'.repeat(51) }, 'reason'],
      [{ ...PARCEL, trackingNumber: 'no digits!' }, 'trackingNumber'],
      [{ ...PARCEL, sendDate: 'yesterday' }, 'sendDate'],
      [{ everything: true }, 'everything'],
    ];
    for (const [body, field] of cases) {
      const answer = await act('cancel', 'approve', body);
      expect([answer.statusCode, answer.json().errors?.[0]?.field], answer.body).toEqual([422, field]);
    }
    expect((await act('cancel', 'approve', '{')).json()).toMatchObject({ status: 400 });
    const verb = await act('cancel', 'forget');
    expect([verb.statusCode, verb.json().errors[0].field]).toEqual([422, 'verb']);
    expect(await commandCount()).toBe(0);
  });

  it('is not for viewers', async () => {
    const as = business.tokens.viewer;
    for (const line of [
      `POST /api/v1/claims/${idOf('cancel')}/approve`,
      'POST /api/v1/claims/actions',
      `PUT /api/v1/claims/${idOf('cancel')}/resolution`,
    ] as const) {
      const answer = await api.ask(line, { as, body: { note: 'x' } });
      expect([answer.statusCode, answer.json().code], line).toEqual([403, 'role_too_low']);
    }
    expect(await commandCount()).toBe(0);
  });

  describe('of many', () => {
    it('answers for each by itself, and keeps the last of repeats', async () => {
      const answer = await actMany({
        action: 'reject',
        claims: [
          { claim_id: idOf('to reject'), reason: 'WITHDRAW' },
          { claim_id: idOf('cancel') },
          { claim_id: idOf('done'), ...PARCEL },
          { claim_id: idOf('return'), text: 'x' },
          { claim_id: 999_999 },
          { claim_id: idOf('to reject'), reason: 'SOLDOUT' },
        ],
      });
      expect(answer.statusCode, answer.body).toBe(202);
      const { results, accepted, declined } = answer.json();
      expect([accepted, declined]).toEqual([1, 4]);
      const codes = new Map(
        results.map((one: { claim_id: number; code: string | null }) => [one.claim_id, one.code]),
      );
      expect(codes.get(idOf('to reject'))).toBeNull();
      expect(codes.get(idOf('cancel'))).toBe('claim_input_missing');
      expect(codes.get(idOf('done'))).toBe('claim_not_now');
      expect(codes.get(idOf('return'))).toBe('not_offered');
      expect(codes.get(999_999)).toBe('not_found');
      for (const one of results) if (!one.accepted) expect(one.detail, one.code).toMatch(/\w/);
      const { command_id } = results.find((one: { accepted: boolean }) => one.accepted);
      const command = await api.ask(`GET /api/v1/commands/${command_id}`, { as: business.tokens.viewer });
      expect(command.json()).toMatchObject({ lane: 'click', cause: 'bulk', claim: { reason: 'SOLDOUT' } });
    });

    it('is bulk work when they are more than a person picks by hand', async () => {
      const native = Array.from({ length: 21 }, (_, nth) => ofKind('exchange', `e${nth}`, 'requested'));
      const many = await putClaims(hub, business, coupang, native);
      const claims = native.map(({ nativeClaimId }) => ({ claim_id: many.get(nativeClaimId) }));
      const { results, accepted } = (await actMany({ action: 'collect', claims })).json();
      expect(accepted).toBe(21);
      const { rows } = await asOwner(hub.db, business.owner, ({ trx }) =>
        sql<{ lane: string }>`select distinct lane from commands where id = any(${results.map(
          (one: { command_id: number }) => one.command_id,
        )}::bigint[])`.execute(trx),
      );
      expect(rows).toEqual([{ lane: 'bulk' }]);
    });

    it('names what makes no sense, and refuses more than a thousand', async () => {
      const field = async (body: unknown) => (await actMany(body)).json().errors?.[0]?.field;
      expect(await field({ claims: [{ claim_id: 1 }] })).toBe('action');
      expect(await field({ action: 'forget', claims: [{ claim_id: 1 }] })).toBe('action');
      expect(await field({ action: 'approve', claims: [] })).toBe('claims');
      expect(await field({ action: 'approve', claims: [{ claim_id: 'x' }] })).toBe('claims[0].claim_id');
      expect(await field({ action: 'ship', claims: [{ claim_id: 1, trackingNumber: '123456789' }] })).toBe(
        'claims[0].deliveryCompanyCode',
      );
      const many = Array.from({ length: 1_001 }, (_, nth) => ({ claim_id: nth + 1_000_000 }));
      expect(await field({ action: 'approve', claims: many })).toBe('claims');
      expect((await actMany({ action: 'approve', claims: many.slice(1) })).json().declined).toBe(1_000);
    });
  });
});
