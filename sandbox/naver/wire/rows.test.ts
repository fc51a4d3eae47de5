import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../frame/marketplace.ts';
import { ORDERS, objectAt, objectsIn, openTestShop, queryDocuments, START } from '../test-shop.ts';
import { DAY_MS, formatKst } from './time.ts';

describe('row faults', () => {
  const shop = openTestShop();
  const ids = shop.caseOf('bundle');
  const query = (kind?: FaultKind) => {
    if (kind !== undefined) shop.fault(kind, 'product-orders.query');
    return queryDocuments(shop, ids);
  };
  const number = (row: Parameters<typeof objectAt>[0]) => objectAt(row, 'productOrder').productOrderId;

  it('gives rows twice', () => {
    expect(query('duplicate_rows').map(number)).toEqual(ids.flatMap((id) => [id, id]));
    expect(query().map(number)).toEqual(ids);
  });

  it('gives rows in another order', () => {
    expect(query('reorder_rows').map(number)).toEqual(ids.toReversed());
  });

  it('gives a status no sheet knows', () => {
    const statuses = query('unknown_status').map((row) => objectAt(row, 'productOrder').productOrderStatus);
    expect(statuses).toEqual(['INSPECTION_WAITING', 'PAYED', 'PAYED']);
  });

  it('gives a row that cannot be read', () => {
    const [broken, ...rest] = query('unreadable_row');
    expect(broken).toMatchObject({ order: null, productOrder: { productOrderId: ids[0], quantity: '둘' } });
    expect(rest.map(number)).toEqual(ids.slice(1));
  });

  it('spoils rows of the feed and of the list alike', () => {
    const feed = { lastChangedFrom: formatKst(START - DAY_MS) };
    shop.fault('unknown_status', 'product-orders.changes');
    const changes = objectAt(shop.get(`${ORDERS}/product-orders/last-changed-statuses`, feed).json, 'data');
    expect(objectsIn(changes.lastChangeStatuses)[0]?.productOrderStatus).toBe('INSPECTION_WAITING');
    shop.fault('unreadable_row', 'product-orders.changes');
    const broken = objectAt(shop.get(`${ORDERS}/product-orders/last-changed-statuses`, feed).json, 'data');
    expect(objectsIn(broken.lastChangeStatuses)[0]).toMatchObject({ orderId: null, lastChangedDate: '어제' });
    shop.fault('unreadable_row', 'product-orders.list');
    const list = objectAt(
      shop.get(`${ORDERS}/product-orders`, { from: formatKst(START - DAY_MS) }).json,
      'data',
    );
    expect(objectsIn(list.contents)[0]).toMatchObject({ content: { order: null } });
  });
});
