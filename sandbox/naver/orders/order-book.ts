import type { LastChangedType } from './codes.ts';
import { type ChangeFeed, createChangeFeed } from './feed.ts';
import type { Order, Parcel, ProductOrder } from './product-order.ts';

/** All orders of one shop. Everything that happens to a line goes through `moved` or `announced`. */
export interface OrderBook {
  readonly orders: ReadonlyMap<string, Order>;
  readonly lines: ReadonlyMap<string, ProductOrder>;
  readonly feed: Pick<ChangeFeed, 'page'>;
  /** Lines to which something may happen by itself. */
  readonly restless: Set<ProductOrder>;
  /** Takes in an order whose lines are complete. */
  add(order: Order): void;
  /** Something happened to a line that the feed keeps quiet about. */
  moved(line: ProductOrder, at: number): void;
  /** Something happened to a line that the feed tells. */
  announced(line: ProductOrder, type: LastChangedType, at: number): void;
  /** Whether an invoice is already on another package: lines of one package share theirs (sheet §7, 8). */
  isInvoiceTaken(parcel: Parcel, packageNumber: string): boolean;
  registerInvoice(parcel: Parcel, packageNumber: string): void;
}

const invoiceKey = (parcel: Parcel) =>
  'company' in parcel ? `${parcel.company} ${parcel.trackingNumber}` : undefined;

/** An empty book. */
export function createOrderBook(): OrderBook {
  const orders = new Map<string, Order>();
  const lines = new Map<string, ProductOrder>();
  const feed = createChangeFeed();
  const restless = new Set<ProductOrder>();
  const packageByInvoice = new Map<string, string>();

  const moved = (line: ProductOrder, at: number) => {
    line.movedAt = at;
    line.revision += 1;
    restless.add(line);
  };

  return {
    orders,
    lines,
    feed,
    restless,
    moved,
    add(order) {
      orders.set(order.orderId, order);
      for (const line of order.productOrders) {
        lines.set(line.productOrderId, line);
        restless.add(line);
        feed.record(line);
      }
    },
    announced(line, type, at) {
      line.lastChange = { type, at };
      moved(line, at);
      feed.record(line);
    },
    isInvoiceTaken(parcel, packageNumber) {
      const key = invoiceKey(parcel);
      const holder = key === undefined ? undefined : packageByInvoice.get(key);
      return holder !== undefined && holder !== packageNumber;
    },
    registerInvoice(parcel, packageNumber) {
      const key = invoiceKey(parcel);
      if (key !== undefined) packageByInvoice.set(key, packageNumber);
    },
  };
}
