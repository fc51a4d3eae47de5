import type { Order } from './answers.ts';

/** Where an order stands, as far as it matters to a story: marketplaces tell the way of a parcel in more or fewer steps. */
export function isToShip({ status }: Order): boolean {
  return status === 'PAID' || status === 'PREPARING';
}

export function isOnItsWay({ status }: Order): boolean {
  return status === 'SHIPPED' || status === 'DELIVERING';
}

export function isDelivered({ status }: Order): boolean {
  return status === 'DELIVERED';
}
