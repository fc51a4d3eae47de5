import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandId, runId } from '../../src/domain/ids.ts';
import type { OrderSnapshot } from '../../src/domain/order.ts';
import { ORDER_STATUSES, type OrderStatus, orderStatusOf } from '../../src/domain/status.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { applyAccepted } from '../../src/store/orders/accepted.ts';
import { readContacts } from '../../src/store/orders/contacts.ts';
import { type IngestCount, ingestOrders } from '../../src/store/orders/ingest.ts';
import { listOrders, type OrderFilter } from '../../src/store/orders/list.ts';
import { findOrders, readHistory, readLines } from '../../src/store/orders/read.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { contact, line, order, pack } from '../harness/snapshots.ts';

const EVERYTHING: OrderFilter = {
  platform: null,
  account: null,
  status: null,
  orderedFrom: null,
  orderedTo: null,
  text: null,
  orderIds: [],
  lineNamers: [],
  contactTokens: [],
  sort: 'newest',
  limit: 200,
  after: null,
};

describe.each(DATABASE_KINDS)('orders on %s', (kind) => {
  let hub: Hub;
  let shop: SellerShop;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  async function newShop(): Promise<void> {
    shop = await connectShop(hub, {
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:1',
      credentials: { a: 'b' },
    });
  }
  const inside = <Result>(work: (scope: OwnerScope) => Promise<Result>) => asOwner(hub.db, shop.owner, work);
  const take = (...orders: OrderSnapshot[]): Promise<IngestCount> =>
    inside((scope) =>
      ingestOrders(
        scope,
        hub.vault,
        { account: shop.account.id, platform: 'coupang', carrierIdOf: () => 'cj' },
        orders,
        { run: runId(1), command: null },
      ),
    );
  async function theOrder() {
    const [summary] = await inside((scope) => listOrders(scope, EVERYTHING));
    if (summary === undefined) throw new Error('no order');
    const lines = (await inside((scope) => readLines(scope, [summary.id]))).get(summary.id) ?? [];
    const history = await inside((scope) => readHistory(scope, summary.id));
    return { summary, lines, history };
  }

  test('a new order is created, the same again changes nothing, a difference is an update', async () => {
    await newShop();
    expect(await take(order())).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(await take(order(), order())).toEqual({ created: 0, updated: 0, unchanged: 1 });
    const moved = order({ lines: [line({ status: 'PREPARING', nativeStatus: 'INSTRUCT' })] });
    expect(await take(moved)).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const { summary, history } = await theOrder();
    expect(summary.status).toBe('PREPARING');
    expect(history.map(({ fromNative, toNative }) => [fromNative, toNative])).toEqual([
      [null, 'ACCEPT'],
      ['ACCEPT', 'INSTRUCT'],
    ]);
  });

  test('boxes of one order may come one by one and make one order', async () => {
    await newShop();
    const second = order({
      packages: [pack({ key: 'box-2', shippingFee: 0 })],
      lines: [
        line({
          nativeLineId: 'box-2:9',
          packageKey: 'box-2',
          nativeItemId: '9',
          status: 'SHIPPED',
          nativeStatus: 'DEPARTURE',
        }),
      ],
    });
    expect(await take(order())).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(await take(second)).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const { summary, lines } = await theOrder();
    expect(lines.map(({ packageKey }) => packageKey)).toEqual(['box-1', 'box-2']);
    expect(summary.status).toBe('PAID');
  });

  test('an unknown status keeps the last unified one, shows the native one and is flagged', async () => {
    await newShop();
    await take(order());
    await take(order({ lines: [line({ status: null, nativeStatus: 'HELD_BY_CUSTOMS' })] }));
    const { summary, lines } = await theOrder();
    expect(lines[0]).toMatchObject({ status: 'PAID', nativeStatus: 'HELD_BY_CUSTOMS', statusKnown: false });
    expect(summary).toMatchObject({ status: 'PAID', statusUnknown: true });
  });

  test('an accepted write is not taken back by an older answer, but by a claim', async () => {
    await newShop();
    await take(order());
    const { summary, lines } = await theOrder();
    const [first] = lines;
    if (first === undefined) throw new Error('no line');
    await inside((scope) =>
      applyAccepted(
        scope,
        [
          {
            command: commandId(1),
            order: summary.id,
            line: first.id,
            status: 'SHIPPED',
            nativeStatus: 'DEPARTURE',
            packageKey: null,
            parcel: {
              carrierId: 'cj',
              nativeCarrier: 'CJGLS',
              invoice: '640012345678',
              shippedAt: '2026-11-21T00:00:00.000Z',
            },
            shipBy: null,
            parts: null,
            held: null,
            canceled: null,
          },
        ],
        60_000,
      ),
    );
    await take(order({ lines: [line({ status: 'PREPARING', nativeStatus: 'INSTRUCT' })] }));
    expect((await theOrder()).lines[0]).toMatchObject({ status: 'SHIPPED', invoice: '640012345678' });
    await take(order({ lines: [line({ status: 'CANCELED', nativeStatus: 'CANCELED' })] }));
    expect((await theOrder()).lines[0]).toMatchObject({ status: 'CANCELED' });
  });

  test('a line that moved to another package keeps its history when the whole order is read', async () => {
    await newShop();
    await take(order({ lines: [line(), line({ nativeLineId: 'box-1:8', nativeItemId: '8' })] }));
    const before = (await theOrder()).lines;
    const whole = order({
      complete: true,
      packages: [pack(), pack({ key: 'box-9' })],
      lines: [line(), line({ nativeLineId: 'box-9:8', nativeItemId: '8', packageKey: 'box-9' })],
    });
    await take(whole);
    const after = (await theOrder()).lines;
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[1]).toMatchObject({ nativeLineId: 'box-9:8', packageKey: 'box-9' });
  });

  test('contacts are sealed, found by name and by phone, and change with the address', async () => {
    await newShop();
    await take(order());
    const { summary } = await theOrder();
    const [known] = await inside((scope) => readContacts(scope, hub.vault, summary.id));
    expect(known?.contact).toEqual(contact());
    const raw = await sql<{ text: string }>`select c::text as text from contacts c`.execute(hub.db.root);
    for (const { text } of raw.rows) expect(text).not.toContain('김하늘');
    const changed = order({ packages: [pack({ contact: contact({ addressDetail: '505호' }) })] });
    expect(await take(changed)).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const [moved] = await inside((scope) => readContacts(scope, hub.vault, summary.id));
    expect(moved?.contact.addressDetail).toBe('505호');
  });

  test('a customs code that the marketplace stops telling is kept', async () => {
    await newShop();
    await take(order({ packages: [pack({ contact: contact({ customsCode: 'P123456789012' }) })] }));
    await take(order({ packages: [pack({ contact: contact({ deliveryNote: '경비실' }) })] }));
    const { summary } = await theOrder();
    const [known] = await inside((scope) => readContacts(scope, hub.vault, summary.id));
    expect(known?.contact).toMatchObject({ customsCode: 'P123456789012', deliveryNote: '경비실' });
  });

  test('any order of arrival, repeated at will, ends in what was said last; the order status follows its lines', async () => {
    const status = fc.constantFrom<OrderStatus>(...ORDER_STATUSES);
    const event = fc.record({ box: fc.integer({ min: 1, max: 3 }), status });
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (events, size) => {
          await newShop();
          const told = events.map(({ box, status: next }) =>
            order({
              packages: [pack({ key: `box-${box}` })],
              lines: [
                line({
                  nativeLineId: `box-${box}:1`,
                  packageKey: `box-${box}`,
                  status: next,
                  nativeStatus: `N_${next}`,
                }),
              ],
            }),
          );
          for (let at = 0; at < told.length; at += size) {
            await take(...told.slice(at, at + size));
            await take(...told.slice(at, at + size));
          }
          const last = new Map(events.map(({ box, status: next }) => [`box-${box}:1`, next]));
          const { summary, lines } = await theOrder();
          expect(new Map(lines.map((l) => [l.nativeLineId, l.status]))).toEqual(last);
          expect(summary.status).toBe(orderStatusOf(last.values()));
          const [head] = await inside((scope) => findOrders(scope, [summary.id]));
          expect(head?.status).toBe(summary.status);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('pages by keyset give every order once, also when orders share a moment', async () => {
    await newShop();
    const many = Array.from({ length: 57 }, (_, n) =>
      order({
        nativeOrderId: `o-${String(n).padStart(3, '0')}`,
        orderedAt: `2026-11-20T01:00:${String(n % 3).padStart(2, '0')}.000Z`,
      }),
    );
    await take(...many);
    const seen: string[] = [];
    let after: OrderFilter['after'] = null;
    for (;;) {
      const page = await inside((scope) => listOrders(scope, { ...EVERYTHING, limit: 10, after }));
      seen.push(...page.map(({ nativeOrderId }) => nativeOrderId));
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.position;
    }
    expect(seen.length).toBe(57);
    expect(new Set(seen).size).toBe(57);
  });
});
