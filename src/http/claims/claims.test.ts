import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
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
import { claim, contact, line, order } from '../../../test/harness/snapshots.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Account } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';

/** Noon in Seoul. */
const NOW = new Date('2026-11-22T03:00:00.000Z');
const PARCEL = { nativeCarrier: 'CJGLS', invoice: '555566667777', shippedAt: '2026-11-21T03:00:00.000Z' };
const at = (day: number, hour = 3) => new Date(Date.UTC(2026, 10, day, hour)).toISOString();
const returned = (nativeClaimId: string, day: number) =>
  claim({ nativeClaimId, kind: 'return', requestedAt: at(day), nativeOrderId: 'other', lines: [] });

/** Found by these words below, newest request first. */
const CLAIMS = [
  claim({ nativeClaimId: 'cancel', requestedAt: at(22), decidesAt: at(22, 5) }),
  { ...returned('return', 21), decidesAt: at(22, 12) },
  { ...returned('late', 20), decidesAt: at(21, 12) },
  { ...returned('tomorrow', 19), decidesAt: at(23, 1) },
  { ...returned('done', 18), state: 'done' as const, nativeStatus: 'RETURNS_COMPLETED' },
  { ...returned('unknown', 17), state: null, nativeStatus: 'SOMETHING_NEW' },
  claim({ nativeClaimId: 'too late', requestedAt: at(16), nativeOrderId: 'shipped' }),
  claim({ nativeClaimId: 'exchange', kind: 'exchange', requestedAt: at(15), state: 'collected' }),
  claim({ nativeClaimId: 'lost', requestedAt: at(14), nativeOrderId: 'nobody knows it' }),
];

describe.each(DATABASE_KINDS)('claims by REST on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let coupang: Account;
  let naver: Account;
  let ids: ReadonlyMap<string, number>;
  let orders: ReadonlyMap<string, number>;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind), { clock: () => NOW });
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
    coupang = await connect(hub, business, 'coupang');
    naver = await connect(hub, business, 'naver');
    orders = await putOrders(hub, business, coupang, [
      order({ lines: [line({ status: 'PREPARING', nativeStatus: 'INSTRUCT' })] }),
      order({ nativeOrderId: 'other' }),
      order({
        nativeOrderId: 'shipped',
        lines: [line({ status: 'SHIPPED', nativeStatus: 'DEPARTURE', parcel: PARCEL })],
      }),
    ]);
    ids = await putClaims(hub, business, coupang, CLAIMS);
    await putClaims(hub, business, naver, [
      claim({ nativeClaimId: 'of naver', requestedAt: at(1), contact: contact() }),
    ]);
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const list = async (query: string) =>
    (await api.ask(`GET /api/v1/claims${query}`, { as: business.tokens.viewer })).json();
  const named = async (query: string): Promise<readonly string[]> =>
    (await list(query)).claims.map((one: { native_claim_id: string }) => one.native_claim_id);
  const idOf = (native: string) => ids.get(native) ?? 999_999;
  const read = async (native: string, role: 'staff' | 'viewer' = 'viewer', query = '') =>
    api.ask(`GET /api/v1/claims/${idOf(native)}${query}`, { as: business.tokens[role] });

  it('are listed newest first, page by page, without a gap', async () => {
    const everything = [...CLAIMS.map(({ nativeClaimId }) => nativeClaimId), 'of naver'];
    expect(await named('')).toEqual(everything);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { claims: { native_claim_id: string }[]; next_cursor: string | null } = await list(
        `?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...page.claims.map((one) => one.native_claim_id));
      cursor = page.next_cursor;
    }
    expect(seen).toEqual(everything);
  });

  it('are found by what they are', async () => {
    expect(await named('?type=exchange')).toEqual(['exchange']);
    expect(await named('?type=cancel,exchange&platform=coupang')).toEqual([
      'cancel',
      'too late',
      'exchange',
      'lost',
    ]);
    expect(await named('?state=done,collected')).toEqual(['done', 'exchange']);
    expect(await named('?open=false')).toEqual(['done']);
    // Nobody knows what an unknown state means: it counts as going on.
    expect(await named('?open=true&type=return')).toEqual(['return', 'late', 'tomorrow', 'unknown']);
    expect(await named('?platform=smartstore')).toEqual(['of naver']);
    expect(await named(`?account_id=${naver.id}`)).toEqual(['of naver']);
    expect(await named(`?order_id=${orders.get('shipped')}`)).toEqual(['too late']);
    expect(await named('?start_date=2026-11-21')).toEqual(['cancel', 'return']);
    expect(await named(`?end_date=2026-11-14&account_id=${coupang.id}`)).toEqual(['lost']);
    expect(await named('?to_resolve=true')).toEqual(['too late']);
    expect((await named('?to_resolve=false')).length).toBe(9);
  });

  it('are sorted by their deadline where that is asked for, in the days of the business', async () => {
    expect(await named('?due=overdue')).toEqual(['late']);
    expect(await named('?due=soon')).toEqual(['cancel']);
    expect(await named('?due=today')).toEqual(['cancel', 'return']);
    expect(await named('?due=tomorrow')).toEqual(['tomorrow']);
    expect(await named('?due=2026-11-21')).toEqual(['late']);
    const { claims } = await list('?due=2026-11-22&limit=1');
    expect(claims[0]).toMatchObject({ due_at: at(22, 5), due_for: 'answer', decides_at: at(22, 5) });
    const { next_cursor } = await list('?due=2026-11-22&limit=1');
    expect(await named(`?due=2026-11-22&limit=1&cursor=${next_cursor}`)).toEqual(['return']);
  });

  it('are asked for with filters that make sense', async () => {
    for (const [query, field] of [
      ['?type=refund', 'type'],
      ['?state=nearly', 'state'],
      ['?open=perhaps', 'open'],
      ['?due=someday', 'due'],
      ['?platform=ebay', 'platform'],
      ['?account_id=x', 'account_id'],
      ['?limit=0', 'limit'],
      ['?cursor=x', 'cursor'],
      ['?start_date=2026-02-01&end_date=2026-01-01', 'end_date'],
      ['?kind=cancel', 'kind'],
    ] as const) {
      const answer = await api.ask(`GET /api/v1/claims${query}`, { as: business.tokens.viewer });
      expect(answer.statusCode, query).toBe(422);
      expect(JSON.stringify(answer.json()), query).toContain(field);
    }
  });

  it('tell what they are about, what can be done now, and what never can', async () => {
    const one = (await read('cancel')).json();
    expect(one).toMatchObject({
      id: idOf('cancel'),
      account_name: 'coupang shop',
      order_id: orders.get(order().nativeOrderId),
      kind: 'cancel',
      state: 'requested',
      fault: 'buyer',
      reason: 'changed_mind',
      lines: [{ line_id: expect.any(Number), quantity: 3, product_name: '면 양말' }],
      hold: null,
      conflict: null,
      history: [{ from_state: null, to_state: 'requested' }],
      commands: [],
      contact: null,
      native: { receiptId: '365469801' },
    });
    expect(one.actions.map(({ action }: { action: string }) => action)).toEqual([
      'cancel.approve',
      'cancel.reject',
    ]);
    const listed: { native_claim_id: string; can: string[] }[] = (await list('')).claims;
    for (const [native, can] of [
      ['cancel', ['cancel.approve', 'cancel.reject']],
      ['done', []],
      ['unknown', []],
    ] as const)
      expect(listed.find((two) => two.native_claim_id === native)?.can).toEqual(can);
    const refund = (await read('return')).json();
    expect(refund.not_offered.map(({ action }: { action: string }) => action)).toContain('return.hold');
    for (const { action, detail } of refund.not_offered) expect(detail, action).not.toBe('');
    expect((await read('done')).json()).toMatchObject({ actions: [], due_at: null });
    const unknown = (await read('unknown')).json();
    expect(unknown).toMatchObject({ state: null, state_known: false, native_status: 'SOMETHING_NEW' });
    expect(unknown.actions).toEqual([]);
  });

  it('are told in the language of the reader', async () => {
    const { actions } = (await read('cancel')).json();
    const korean = (
      await api.ask(`GET /api/v1/claims/${idOf('cancel')}`, {
        as: business.tokens.viewer,
        headers: { 'accept-language': 'ko' },
      })
    ).json();
    const means = (all: readonly { action: string; means: string | null }[]) =>
      all.find(({ action }) => action === 'cancel.reject')?.means;
    expect(means(korean.actions)).toMatch(/[가-힣]/);
    expect(means(actions)).not.toMatch(/[가-힣]/);
  });

  it('stand with their order, whose list counts the open ones', async () => {
    const as = business.tokens.viewer;
    const whole = (await api.ask(`GET /api/v1/orders/${orders.get('other')}`, { as })).json();
    expect(whole.claims.map((one: { native_claim_id: string }) => one.native_claim_id)).toEqual([
      'return',
      'late',
      'tomorrow',
      'done',
      'unknown',
    ]);
    const { orders: listed } = (await api.ask('GET /api/v1/orders?q=other', { as })).json();
    expect(listed).toMatchObject([{ native_order_id: 'other', open_claims: 4 }]);
  });

  it('that contradict the warehouse wait for a person, who settles them once', async () => {
    const late = (await read('too late')).json();
    expect(late.conflict).toMatchObject({ code: 'canceled_after_shipping', resolved_at: null });
    expect((await read('lost')).json()).toMatchObject({ order_id: null, conflict: null });
    const settle = (native: string, body: unknown = { note: 'the courier brings it back' }) =>
      api.ask(`PUT /api/v1/claims/${idOf(native)}/resolution`, { as: business.tokens.staff, body });
    for (const body of [{}, { note: ' ' }, { note: 'x'.repeat(1001) }, { note: 'x', more: 1 }]) {
      expect((await settle('too late', body)).statusCode).toBe(422);
    }
    const settled = await settle('too late');
    expect(settled.statusCode, settled.body).toBe(200);
    expect(settled.json().conflict).toMatchObject({
      resolution: 'the courier brings it back',
      resolved_by: expect.stringMatching(/^token:/),
      resolved_at: expect.any(String),
    });
    expect((await settle('too late')).json()).toMatchObject({ status: 409, code: 'nothing_to_resolve' });
    expect((await settle('cancel')).json().code).toBe('nothing_to_resolve');
    expect(await named('?to_resolve=true')).toEqual([]);
    const { rows } = await asOwner(hub.db, business.owner, ({ trx }) =>
      sql<{ detail: unknown }>`select detail from audit_entries where action = 'claim.resolve'`.execute(trx),
    );
    expect(rows).toEqual([{ detail: { conflict: 'canceled_after_shipping' } }]);
  });

  describe('the contact of one', () => {
    const about = async () =>
      (await list(`?account_id=${naver.id}`)).claims.map((one: { id: number }) => one.id)[0];
    const ask = async (role: 'staff' | 'viewer', query = '') =>
      api.ask(`GET /api/v1/claims/${await about()}${query}`, { as: business.tokens[role] });
    const reveals = async () =>
      (
        await asOwner(hub.db, business.owner, ({ trx }) =>
          sql<{ target_kind: string; result: string }>`
            select target_kind, result from audit_entries where action = 'contact.reveal' order by id`.execute(
            trx,
          ),
        )
      ).rows;

    it('is masked, and shown to staff who ask for it, which is written down', async () => {
      const masked = (await ask('staff')).json();
      expect(masked.contact).toMatchObject({ masked: true, receiver: { name: '이*다' }, native: {} });
      expect(JSON.stringify(masked)).not.toContain('9876-5432');
      expect(await reveals()).toEqual([]);
      const shown = (await ask('staff', '?reveal=contact')).json();
      expect(shown.contact).toMatchObject({
        masked: false,
        receiver: { name: '이바다', phone: '010-9876-5432' },
      });
      expect(await reveals()).toEqual([{ target_kind: 'claim', result: 'done' }]);
    });

    it('is refused to viewers, which is written down too', async () => {
      const refused = await ask('viewer', '?reveal=contact');
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'role_too_low']);
      expect(refused.body).not.toContain('이바다');
      expect((await reveals()).at(-1)).toEqual({ target_kind: 'claim', result: 'refused' });
      expect((await ask('viewer', '?reveal=everything')).statusCode).toBe(422);
    });

    it('lies sealed in the database', async () => {
      const { rows } = await asOwner(hub.db, business.owner, ({ trx }) =>
        sql<{ sealed: Uint8Array }>`select sealed from claim_contacts`.execute(trx),
      );
      expect(rows).toHaveLength(1);
      expect(Buffer.from(rows[0]?.sealed ?? []).includes('9876')).toBe(false);
    });
  });

  it('that nobody knows are not found', async () => {
    expect((await read('nobody')).json()).toMatchObject({ status: 404, code: 'not_found' });
    const text = await api.ask('GET /api/v1/claims/abc', { as: business.tokens.viewer });
    expect(text.statusCode).toBe(422);
  });
});
