import { ControlError } from './control-error.ts';
import { countInput, objectInput } from './input.ts';
import type { Call, Marketplace, WireRequest } from './marketplace.ts';

/** The smallest marketplace there is, for the tests of the frame: every POST to `/count` adds one order to its only shop. */
export function counterMarketplace(): Marketplace {
  const orders: { readonly orderId: string }[] = [];
  const add = (count: number) => {
    const placed = Array.from({ length: count }, (_, index) => ({
      orderId: String(orders.length + index + 1),
    }));
    orders.push(...placed);
    return placed.map(({ orderId }) => orderId);
  };
  const operationOf = ({ method, path }: WireRequest) =>
    path === '/count' ? (method === 'POST' ? 'count.add' : 'count.read') : 'unknown';
  return {
    id: 'counter',
    operationOf,
    changesState: (operation) => operation === 'count.add',
    answer(request, frame): Call {
      const operation = operationOf(request);
      if (operation === 'unknown') return { operation, answer: { status: 404, body: '{}' } };
      const failing = frame.strike(operation, 'server_error') !== undefined;
      if (operation === 'count.add' && !failing) add(1);
      const body = JSON.stringify({ count: orders.length, path: request.path, query: request.query });
      return {
        shop: 'only',
        operation,
        bucket: 'all',
        answer: { status: failing ? 500 : 200, headers: { 'content-type': 'application/json' }, body },
      };
    },
    openShop: () => ({ shop: 'only', credentials: { key: 'secret' } }),
    shops: () => ['only'],
    orders: (_shop, orderId) => orders.filter((order) => orderId === undefined || order.orderId === orderId),
    buy: (_shop, count) => add(count),
    acts: {
      forget(_shop, body) {
        if (countInput(objectInput(body), 'keep', 0) > orders.length)
          throw new ControlError('there are fewer');
        orders.length = 0;
        return { forgotten: true };
      },
    },
    tick: () => {
      add(1_000);
    },
  };
}
