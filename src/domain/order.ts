import type { Currency, Minor } from './money.ts';
import type { OrderStatus } from './status.ts';

/** An instant in UTC, ISO 8601 with milliseconds and `Z`, as `Date.prototype.toISOString` prints it. */
export type Instant = string;

/** What a marketplace says about one order at one moment, in the hub's words. */
export interface OrderSnapshot {
  readonly nativeOrderId: string;
  readonly orderedAt: Instant;
  readonly paidAt: Instant | null;
  readonly currency: Currency;
  readonly packages: readonly PackageSnapshot[];
  readonly lines: readonly OrderLineSnapshot[];
  /** True when this names every line the order has; false when other lines may exist that were not read. */
  readonly complete: boolean;
}

/** What the marketplace ships together: a Coupang box, a Naver bundle. */
export interface PackageSnapshot {
  readonly key: string;
  /**
   * What the buyer pays for shipping this package, without the surcharge for islands and mountains. Null where not all
   * of the package was read and what was does not tell.
   */
  readonly shippingFee: Minor | null;
  readonly remoteAreaFee: Minor;
  /** Whether the address is in an area with a surcharge, if the marketplace says so. */
  readonly remoteArea: boolean | null;
  readonly contact: Contact;
  /** The marketplace's own document of the order and package, without its lines and without personal data. */
  readonly native: Readonly<Record<string, unknown>>;
}

/** Personal data of one package. It lives in its own encrypted room and never in an order row (law 7). */
export interface Contact {
  readonly orderer: Person;
  readonly receiver: Person;
  readonly postalCode: string | null;
  readonly address: string | null;
  readonly addressDetail: string | null;
  /** What the buyer wrote for the courier; often holds a door code. */
  readonly deliveryNote: string | null;
  /** Personal customs clearance code of an overseas order. */
  readonly customsCode: string | null;
  /** The personal subtrees cut out of the marketplace's documents, by their path in them. */
  readonly native: Readonly<Record<string, unknown>>;
}

export interface Person {
  readonly name: string | null;
  readonly phone: string | null;
  /** A temporary number that forwards to the person (050x in Korea). */
  readonly safePhone: string | null;
  readonly email: string | null;
}

export interface OrderLineSnapshot {
  /** Unique within the order. */
  readonly nativeLineId: string;
  readonly packageKey: string;
  /** The option sold, in the marketplace's numbering; stays the same when a line moves to another package. */
  readonly nativeItemId: string;
  readonly nativeProductId: string | null;
  /** Null when the marketplace's status is one nobody has mapped (law 11). */
  readonly status: OrderStatus | null;
  readonly nativeStatus: string;
  readonly productName: string;
  readonly optionText: string | null;
  /** The seller's own code for what was sold. */
  readonly sellerSku: string | null;
  readonly quantity: number;
  /** What is still to be shipped of it: ordered minus cancelled minus held. */
  readonly shippableQuantity: number;
  readonly taxFree: boolean | null;
  readonly unitPrice: Minor;
  /** Before discounts. */
  readonly amount: Minor;
  readonly discount: Minor;
  /** The part of `discount` that the seller bears, if the marketplace says. */
  readonly sellerDiscount: Minor | null;
  /** After discounts, without shipping. */
  readonly paidAmount: Minor;
  readonly commission: Minor | null;
  readonly expectedSettlement: Minor | null;
  readonly shipBy: Instant | null;
  readonly parcel: ParcelSnapshot | null;
  /** The parcels of a line whose quantity left in parts; absent where the marketplace does not tell them apart. */
  readonly parts?: readonly PartSnapshot[];
  /** True when the seller has put the dispatch on hold at the marketplace, where that exists. */
  readonly held?: boolean;
  readonly deliveredAt: Instant | null;
  readonly confirmedAt: Instant | null;
  /** Why the seller may not act on this line, in the marketplace's words, such as goods its own warehouse ships. */
  readonly lockedBecause: string | null;
  /** The marketplace's own document of the line, without personal data. */
  readonly native: Readonly<Record<string, unknown>>;
}

/**
 * What a list says that names an order line and little else: where it has come to, its parcel. The rest of the line
 * stays as it was known; an order that is not known yet is read by its number.
 */
export interface LineNews {
  readonly nativeOrderId: string;
  readonly nativeLineId: string;
  readonly status: OrderStatus | null;
  readonly nativeStatus: string;
  /** Null where the list tells no parcel; the known one stays. */
  readonly parcel: ParcelSnapshot | null;
  readonly deliveredAt: Instant | null;
  readonly confirmedAt: Instant | null;
}

/** A part of a line's quantity in a parcel of its own. */
export interface PartSnapshot extends ParcelSnapshot {
  readonly quantity: number;
}

export interface ParcelSnapshot {
  /** The carrier as the marketplace names it: a code, or only a display name. */
  readonly nativeCarrier: string;
  readonly invoice: string;
  readonly shippedAt: Instant | null;
}
