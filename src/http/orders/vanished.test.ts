import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putOrders,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { order } from '../../../test/harness/snapshots.ts';
import type { Hub } from '../../engine/hub.ts';
import { noteNotShown } from '../../store/orders/vanished.ts';
import { asOwner } from '../../store/scope.ts';

const PLAN = {
  seenWithinMs: 3_600_000,
  seenWithinMsByStatus: {},
  reachMs: 86_400_000,
  followedForMs: 10 * 365 * 86_400_000,
};

describe.each(DATABASE_KINDS)('orders that are not shown any more, on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let mine: TestBusiness;
  let account: Awaited<ReturnType<typeof connect>>;
  let ids: ReadonlyMap<string, number>;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
    mine = await openBusiness(hub, 'mine');
    account = await connect(hub, mine, 'coupang');
    ids = await putOrders(
      hub,
      mine,
      account,
      ['1', '2', '3', '4'].map((nativeOrderId) => order({ nativeOrderId })),
    );
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const notShown = (nativeOrderId: string, ended: boolean) =>
    asOwner(hub.db, mine.owner, (scope) =>
      noteNotShown(
        scope,
        account.id,
        [{ nativeOrderId, nativeText: ended ? '취소 되었습니다.' : '', ended }],
        PLAN,
      ),
    );
  const list = async (query: string): Promise<readonly string[]> => {
    const answer = await api.ask(`GET /api/v1/orders?${query}`, { as: mine.tokens.viewer });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer
      .json()
      .orders.map((one: { native_order_id: string }) => one.native_order_id)
      .sort();
  };
  const read = async (native: string, language = 'en') =>
    (
      await api.ask(`GET /api/v1/orders/${ids.get(native)}`, {
        as: mine.tokens.viewer,
        headers: { 'accept-language': language },
      })
    ).json();

  test('what the marketplace says counts at once; mere absence only when it was missed before', async () => {
    await notShown('1', true);
    await notShown('2', false);
    expect(await list('vanished=true')).toEqual(['1']);
    await notShown('2', false);
    expect(await list('vanished=true')).toEqual(['1', '2']);
    await sql`update orders set check_at = now() - interval '1 second' where id = ${ids.get('3')}`.execute(
      hub.db.root,
    );
    await notShown('3', false);
    expect(await list('vanished=true')).toEqual(['1', '2', '3']);
    expect(await list('vanished=false')).toEqual(['4']);
    expect(await list('')).toEqual(['1', '2', '3', '4']);
    expect((await api.ask('GET /api/v1/orders?vanished=x', { as: mine.tokens.viewer })).statusCode).toBe(422);
  });

  test('the order keeps its status and says what is known, in the language asked for', async () => {
    const [one, two] = [await read('1'), await read('2', 'ko')];
    expect(one).toMatchObject({
      status: 'PAID',
      vanished: { because: 'ended', native_text: '취소 되었습니다.' },
    });
    expect(one.vanished.message).toMatch(/cancelled or returned/);
    expect(two).toMatchObject({ status: 'PAID', vanished: { because: 'not_shown', native_text: null } });
    expect(two.vanished.message).toMatch(/[가-힣]/);
    expect((await read('4')).vanished).toBeNull();
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from events where owner_id = ${mine.owner} and type = 'order.vanished'`.execute(
      hub.db.root,
    );
    expect(rows[0]?.n).toBe(3);
  });
});
