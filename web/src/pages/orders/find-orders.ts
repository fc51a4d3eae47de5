import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';

type Order = Schema<'OrderSummary'>;

/** Questions under way at once: a browser sends no more to one server. */
const AT_ONCE = 5;

/** Orders by the marketplaces' numbers: those at hand, and the others by asking. A number that two shops use is left out. */
export async function findOrders(
  numbers: readonly string[],
  atHand: readonly Order[],
): Promise<ReadonlyMap<string, Order>> {
  const found = new Map<string, Order>();
  for (const order of atHand)
    if (numbers.includes(order.native_order_id)) found.set(order.native_order_id, order);
  const missing = [...new Set(numbers)].filter((number) => !found.has(number));
  const ask = async () => {
    for (let number = missing.pop(); number !== undefined; number = missing.pop()) {
      const query = { q: number, limit: 2 };
      const { orders } = dataOf(await api.GET('/api/v1/orders', { params: { query } }));
      const [order, ...others] = orders.filter(({ native_order_id }) => native_order_id === number);
      if (order !== undefined && others.length === 0) found.set(number, order);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return found;
}
