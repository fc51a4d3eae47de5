/** The unified status of an order line. The marketplace's own status is always kept beside it. */
export const ORDER_STATUSES = [
  'PAID',
  'PREPARING',
  'SHIPPED',
  'DELIVERING',
  'DELIVERED',
  'CONFIRMED',
  'CANCEL_REQUESTED',
  'CANCELED',
  'RETURN_REQUESTED',
  'RETURNED',
  'EXCHANGE_REQUESTED',
  'EXCHANGED',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

export function isOrderStatus(text: string): text is OrderStatus {
  return (ORDER_STATUSES as readonly string[]).includes(text);
}

/** The way of a parcel that meets no claim, from payment to the buyer's confirmation. */
export const FULFILMENT_LADDER = [
  'PAID',
  'PREPARING',
  'SHIPPED',
  'DELIVERING',
  'DELIVERED',
  'CONFIRMED',
] as const satisfies readonly OrderStatus[];

const STEP = new Map<OrderStatus, number>(FULFILMENT_LADDER.map((status, step) => [status, step]));

/** How far along the ladder a status is, or undefined for a claim status, which stands beside the ladder. */
export function ladderStep(status: OrderStatus): number | undefined {
  return STEP.get(status);
}

/** Statuses after which nothing more happens unless the buyer opens a claim, which the feeds tell. */
export const FINAL_STATUSES = [
  'CONFIRMED',
  'CANCELED',
  'RETURNED',
  'EXCHANGED',
] as const satisfies readonly OrderStatus[];

/** Which line status speaks for the whole order: what needs the seller first, then what is least far along. */
export const STATUS_SPEAKING_ORDER: readonly OrderStatus[] = [
  'CANCEL_REQUESTED',
  'RETURN_REQUESTED',
  'EXCHANGE_REQUESTED',
  'PAID',
  'PREPARING',
  'SHIPPED',
  'DELIVERING',
  'DELIVERED',
  'CONFIRMED',
  'EXCHANGED',
  'RETURNED',
  'CANCELED',
];

/**
 * Derives the status of an order from its lines: an open claim first, else the line least far along, and a
 * finished claim only when nothing else is left. Undefined for an order of which no line's status is known.
 */
export function orderStatusOf(lines: Iterable<OrderStatus | null>): OrderStatus | null {
  let best = STATUS_SPEAKING_ORDER.length;
  for (const status of lines) {
    if (status === null) continue;
    best = Math.min(best, STATUS_SPEAKING_ORDER.indexOf(status));
  }
  return STATUS_SPEAKING_ORDER[best] ?? null;
}
