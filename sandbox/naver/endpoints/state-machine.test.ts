import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineTruth } from '../control/truth.ts';
import { dispatchItem, ORDERS, objectAt, objectsIn, openTestShop, type TestShop } from '../test-shop.ts';

type Step =
  | {
      readonly kind: 'confirm' | 'dispatch' | 'requestCancel' | 'withdrawClaim' | 'requestReturn';
      readonly line: number;
    }
  | { readonly kind: 'fault'; readonly operation: 'product-orders.confirm' | 'product-orders.dispatch' }
  | { readonly kind: 'tick'; readonly minutes: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('confirm', 'dispatch', 'requestCancel', 'withdrawClaim', 'requestReturn'),
    line: fc.nat(5),
  }),
  fc.record({
    kind: fc.constant('fault' as const),
    operation: fc.constantFrom('product-orders.confirm', 'product-orders.dispatch'),
  }),
  fc.record({ kind: fc.constant('tick' as const), minutes: fc.integer({ min: 1, max: 30 }) }),
);

const ORDER_OF_STATUSES = ['PAYED', 'DELIVERING', 'DELIVERED', 'PURCHASE_DECIDED'];

function take(shop: TestShop, next: Step, ids: readonly string[]): readonly string[] {
  switch (next.kind) {
    case 'fault':
      shop.fault('item_failure', next.operation);
      return [];
    case 'tick':
      shop.passMinutes(next.minutes);
      shop.market.tick(shop.frame);
      return [];
    case 'confirm': {
      const id = ids[next.line % ids.length] ?? '';
      const { json } = shop.post(`${ORDERS}/product-orders/confirm`, { productOrderIds: [id] });
      return objectsIn(objectAt(json, 'data').successProductOrderInfos).map(() => `confirm ${id}`);
    }
    case 'dispatch': {
      const id = ids[next.line % ids.length] ?? '';
      const dispatchProductOrders = [dispatchItem(shop, id)];
      const { json } = shop.post(`${ORDERS}/product-orders/dispatch`, { dispatchProductOrders });
      const done = objectAt(json, 'data').successProductOrderIds;
      return Array.isArray(done) ? done.map(() => `dispatch ${id}`) : [];
    }
    default:
      try {
        shop.act(next.kind, { productOrderId: ids[next.line % ids.length] ?? '' });
      } catch {
        // A buyer cannot always ask for what the dice say.
      }
      return [];
  }
}

function mayFollow(before: LineTruth, after: LineTruth): boolean {
  if (before.productOrderStatus === after.productOrderStatus) return true;
  const from = ORDER_OF_STATUSES.indexOf(before.productOrderStatus);
  const to = ORDER_OF_STATUSES.indexOf(after.productOrderStatus);
  return to < 0 ? ['CANCELED', 'RETURNED'].includes(after.productOrderStatus) : to === from + 1;
}

describe('a line', () => {
  it('goes only forward, and counts exactly the successes it reported', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const shop = openTestShop({ orders: 0, quiet: false });
        shop.market.buy('test', 3, shop.frame);
        const ids = shop.truth().map(({ productOrderId }) => productOrderId);
        const successes: string[] = [];
        let before = shop.truth();
        for (const next of steps) {
          shop.clock.advance(1_000);
          successes.push(...take(shop, next, ids));
          const after = shop.truth();
          for (const [index, line] of after.entries()) {
            const previous = before[index];
            expect(previous !== undefined && mayFollow(previous, line)).toBe(true);
            expect(line.lastChangedDate >= (previous?.lastChangedDate ?? '')).toBe(true);
          }
          before = after;
        }
        for (const { productOrderId, confirmsApplied, invoicesRegistered } of before) {
          const count = (success: string) => successes.filter((one) => one === success).length;
          expect(confirmsApplied).toBe(count(`confirm ${productOrderId}`));
          expect(invoicesRegistered).toBe(count(`dispatch ${productOrderId}`));
          expect(confirmsApplied).toBeLessThanOrEqual(1);
          expect(invoicesRegistered).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
