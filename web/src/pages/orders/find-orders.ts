import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';

export type FoundOrder = Schema<'NumberedOrder'>;

/** The orders behind the marketplaces' numbers, one question for all of them. */
export async function findOrders(
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly FoundOrder[]>> {
  const found = new Map<string, FoundOrder[]>();
  if (numbers.length === 0) return found;
  const body = { numbers: [...new Set(numbers)] };
  const { orders } = dataOf(await api.POST('/api/v1/orders/find', { body }));
  for (const order of orders) {
    const others = found.get(order.number);
    if (others === undefined) found.set(order.number, [order]);
    else others.push(order);
  }
  return found;
}
