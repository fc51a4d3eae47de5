import { guideStatusOf } from './guide-status.ts';
import { type LineStatus, type Order, type OrderLine, statusOf } from './line.ts';

/** The orders of one shop, found by number, by delivery and by status. */
export interface OrderBook {
  get(ordNo: string): Order | undefined;
  line(ordNo: string, seq: string): OrderLine | undefined;
  /** The lines that travel under one `dlvNo`, in their order. */
  ofDelivery(dlvNo: string): readonly OrderLine[];
  /** The lines whose `ordPrdStat` is this one. */
  inStatus(status: LineStatus): Iterable<OrderLine>;
  all(): Iterable<Order>;
  add(order: Order): void;
  /** Notes what a change at this moment has done to a line: its status and its order's. */
  settle(line: OrderLine, at: number): void;
}

/** An empty book. */
export function createOrderBook(): OrderBook {
  const orders = new Map<string, Order>();
  const byDelivery = new Map<string, OrderLine[]>();
  const byStatus = new Map<LineStatus, Set<OrderLine>>();
  const setOf = (status: LineStatus) => {
    let lines = byStatus.get(status);
    if (lines === undefined) {
      lines = new Set();
      byStatus.set(status, lines);
    }
    return lines;
  };
  const settleOrder = (order: Order, at: number) => {
    const status = guideStatusOf(order);
    if (status === order.guideStatus) return;
    order.guideStatus = status;
    order.guideSince = at;
  };

  return {
    get: (ordNo) => orders.get(ordNo),
    line: (ordNo, seq) => orders.get(ordNo)?.lines.find((line) => String(line.seq) === seq),
    ofDelivery: (dlvNo) => byDelivery.get(dlvNo) ?? [],
    inStatus: setOf,
    all: () => orders.values(),
    add(order) {
      orders.set(order.ordNo, order);
      for (const line of order.lines) {
        setOf(line.status).add(line);
        const siblings = byDelivery.get(line.delivery.dlvNo);
        if (siblings === undefined) byDelivery.set(line.delivery.dlvNo, [line]);
        else siblings.push(line);
      }
      order.guideStatus = guideStatusOf(order);
    },
    settle(line, at) {
      line.revision += 1;
      const status = statusOf(line);
      if (status !== line.status) {
        setOf(line.status).delete(line);
        line.status = status;
        line.since = at;
        setOf(status).add(line);
      }
      settleOrder(line.order, at);
    },
  };
}
