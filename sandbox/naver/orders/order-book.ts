import { type GoodsClaim, isEnded } from './claim.ts';
import type { LastChangedType } from './codes.ts';
import { type ChangeFeed, createChangeFeed } from './feed.ts';
import { claimStatusOf, orderStatusOf } from './guide-status.ts';
import { createPassages, type Passages } from './passages.ts';
import { goodsClaims, type Order, type Parcel, type ProductOrder } from './product-order.ts';

/** All orders of one shop. Everything that happens to a line goes through `moved` or `announced`. */
export interface OrderBook {
  readonly orders: ReadonlyMap<string, Order>;
  readonly lines: ReadonlyMap<string, ProductOrder>;
  readonly feed: Pick<ChangeFeed, 'page'>;
  /** When lines, and their claims, came into the statuses edition `guide` lists them by. */
  readonly passages: Omit<Passages<ProductOrder>, 'record'>;
  readonly claimPassages: Omit<Passages<ClaimOfLine>, 'record'>;
  /** Lines to which something may happen by itself. */
  readonly restless: Set<ProductOrder>;
  /** Lines with an open claim. */
  readonly claimed: ReadonlySet<ProductOrder>;
  /** Takes in an order whose lines are complete. */
  add(order: Order): void;
  /** Something happened to a line that the feed keeps quiet about. */
  moved(line: ProductOrder, at: number): void;
  /** Something happened to a line that the feed tells. */
  announced(line: ProductOrder, type: LastChangedType, at: number): void;
  /** Whether an invoice is already on another package: lines of one package share theirs (sheet §7, 8). */
  isInvoiceTaken(parcel: Parcel, packageNumber: string): boolean;
  registerInvoice(parcel: Parcel, packageNumber: string): void;
  /** The package an invoice is on, if any. */
  invoiceHolder(parcel: Parcel): string | undefined;
}

export interface ClaimOfLine {
  readonly line: ProductOrder;
  readonly claim: GoodsClaim;
}

/** One step can at most end a claim, bring another back and leave one open. */
const CLAIMS_MOVED_TOGETHER = 3;

const invoiceKey = (parcel: Parcel) =>
  'company' in parcel ? `${parcel.company} ${parcel.trackingNumber}` : undefined;

/** An empty book. */
export function createOrderBook(): OrderBook {
  const orders = new Map<string, Order>();
  const lines = new Map<string, ProductOrder>();
  const feed = createChangeFeed();
  const restless = new Set<ProductOrder>();
  const claimed = new Set<ProductOrder>();
  const packageByInvoice = new Map<string, string>();
  const passages = createPassages<ProductOrder>((line) => line);
  const claimPassages = createPassages<ClaimOfLine>(({ claim }) => claim);

  const notePassages = (line: ProductOrder, at: number) => {
    const status = orderStatusOf(line);
    if (status !== undefined) passages.record(status, line, at);
    for (const claim of goodsClaims(line).slice(-CLAIMS_MOVED_TOGETHER)) {
      claimPassages.record(claimStatusOf(claim), { line, claim }, at);
    }
  };

  const moved = (line: ProductOrder, at: number) => {
    line.movedAt = at;
    line.revision += 1;
    restless.add(line);
    notePassages(line, at);
    if (line.claim === undefined || isEnded(line.claim)) claimed.delete(line);
    else claimed.add(line);
  };

  const holderOf = (parcel: Parcel) => {
    const key = invoiceKey(parcel);
    return key === undefined ? undefined : packageByInvoice.get(key);
  };

  return {
    orders,
    lines,
    feed,
    restless,
    claimed,
    passages,
    claimPassages,
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
      const holder = holderOf(parcel);
      return holder !== undefined && holder !== packageNumber;
    },
    invoiceHolder: holderOf,
    registerInvoice(parcel, packageNumber) {
      const key = invoiceKey(parcel);
      if (key !== undefined) packageByInvoice.set(key, packageNumber);
    },
  };
}
