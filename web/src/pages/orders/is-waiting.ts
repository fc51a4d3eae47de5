import type { Schema } from '../../api/types.ts';

const WAITING: readonly Schema<'Order'>['status'][] = ['PAID', 'PREPARING'];

/** Whether an order or a line has yet to leave. */
export function isWaiting({ status }: Pick<Schema<'Order'>, 'status'>): boolean {
  return WAITING.includes(status);
}
