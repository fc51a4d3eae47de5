/** The statuses a box can be listed by (sheet §4.1). There is none for cancels or returns. */
export const BOX_STATUSES = [
  'ACCEPT',
  'INSTRUCT',
  'DEPARTURE',
  'DELIVERING',
  'FINAL_DELIVERY',
  'NONE_TRACKING',
] as const;

export type BoxStatus = (typeof BOX_STATUSES)[number];

/** The Korean name of each status. */
export const STATUS_NAMES: Readonly<Record<BoxStatus, string>> = {
  ACCEPT: '결제완료',
  INSTRUCT: '상품준비중',
  DEPARTURE: '배송지시',
  DELIVERING: '배송중',
  FINAL_DELIVERY: '배송완료',
  NONE_TRACKING: '업체 직접 배송',
};

/** A product option as it was sold. */
export interface SoldOption {
  readonly vendorItemId: string;
  readonly productId: string;
  readonly sellerProductId: string;
  readonly productName: string;
  readonly sellerProductName: string;
  /** The option's own text, such as `블랙 1개`. */
  readonly itemName: string;
  /** What the buyer sees: product and option. */
  readonly shownName: string;
  readonly price: number;
  /** The seller's code; Coupang sends null or an empty text where the seller gave none. */
  readonly sku: string | null;
  readonly taxType: 'TAX' | 'FREE';
  /** For an option that is a bundle of another option: that option and how many of it. */
  readonly bundleOf: { readonly vendorItemId: string; readonly name: string; readonly size: number } | null;
}

export interface BoxItem {
  readonly option: SoldOption;
  /** The quantity ordered; cancels do not lower it. */
  readonly shippingCount: number;
  readonly cancelCount: number;
  readonly holdCountForCancel: number;
  /** How many came back and were refunded; no read tells. */
  readonly returnCount: number;
  /** The parcels of this item where it left in parcels of its own, as only the guide's edition can ship it. */
  readonly parcels: readonly Parcel[];
  readonly instantCouponDiscount: number;
  readonly downloadableCouponDiscount: number;
  readonly coupangDiscount: number;
  /** Days are `yyyy-MM-dd` in Korea, or the empty text. */
  readonly estimatedShippingDate: string;
  readonly plannedShippingDate: string;
  readonly invoiceUploadedAt: number | null;
  /** When the buyer confirmed the purchase. */
  readonly confirmedAt: number | null;
  /** What the buyer wants written on a made-to-order item. */
  readonly madeToOrder: { readonly header: string; readonly values: readonly string[] } | null;
}

export interface Invoice {
  /** Null for a courier that is not on Coupang's list. */
  readonly courierCode: string | null;
  readonly courierName: string;
  readonly number: string;
}

/** Some units of an item under one invoice. */
export interface Parcel {
  readonly quantity: number;
  readonly invoice: Invoice;
}

/** How an invoice came to a box: through one of the two calls, or typed in by the seller in WING. */
export type InvoiceRoute = 'invoices' | 'updateInvoices' | 'wing';

/** A bundle box: the unit that Coupang acknowledges, ships and lists. An order has one or more. Never changed, only replaced. */
export interface Box {
  readonly shipmentBoxId: string;
  readonly orderId: string;
  readonly orderedAt: number;
  readonly paidAt: number;
  /** From when on lists show it; single reads always do. */
  readonly listedFrom: number;
  readonly status: BoxStatus;
  readonly orderer: { readonly name: string; readonly safeNumber: string };
  readonly receiver: {
    readonly name: string;
    readonly safeNumber: string | null;
    readonly addr1: string;
    readonly addr2: string;
    readonly postCode: string;
  };
  readonly parcelPrintMessage: string | null;
  readonly shippingPrice: number;
  readonly remotePrice: number | null;
  readonly remoteArea: boolean;
  readonly splitShipping: boolean;
  readonly items: readonly BoxItem[];
  readonly invoice: Invoice | null;
  readonly inTransitAt: number | null;
  readonly deliveredAt: number | null;
  readonly refer: string;
  readonly customsCode: string;
  readonly isCod: boolean;
  /** Oldest first. */
  readonly history: readonly { readonly status: BoxStatus; readonly at: number }[];
  readonly acknowledgement: { readonly attempts: number; readonly applied: number };
  readonly registrations: readonly {
    readonly at: number;
    readonly through: InvoiceRoute;
    readonly invoice: Invoice;
  }[];
  /** Why this box is worth a test's attention. */
  readonly oddCases: readonly string[];
}

/** How many of an item are still to be shipped (sheet §3.2). */
export function shippableCount({ shippingCount, cancelCount, holdCountForCancel }: BoxItem): number {
  return shippingCount - (cancelCount + holdCountForCancel);
}

/** Whether every unit of an item is cancelled. */
export function isItemCanceled({ shippingCount, cancelCount }: BoxItem): boolean {
  return cancelCount >= shippingCount;
}

/** Whether every item is cancelled. */
export function isCanceled(box: Box): boolean {
  return box.items.every(isItemCanceled);
}

/** How many of an item the buyer still has, or is to get. */
export function keptCount({ shippingCount, cancelCount, returnCount }: BoxItem): number {
  return shippingCount - cancelCount - returnCount;
}

/** Whether everything is cancelled or returned; such a box vanishes from every read (sheet §4.1). */
export function isGone(box: Box): boolean {
  return box.items.every((item) => keptCount(item) <= 0);
}

/** The parcels in which an item left: its own, or that of its box. */
export function parcelsOf({ invoice }: Box, item: BoxItem): readonly Parcel[] {
  if (item.parcels.length > 0) return item.parcels;
  const quantity = item.shippingCount - item.cancelCount;
  return invoice === null || quantity <= 0 ? [] : [{ quantity, invoice }];
}

/** The box in its next status. */
export function inStatus(box: Box, status: BoxStatus, at: number): Box {
  return {
    ...box,
    status,
    history: [...box.history, { status, at }],
    deliveredAt: status === 'FINAL_DELIVERY' ? at : null,
  };
}

/** The box with its items changed one by one. */
export function withItems(box: Box, change: (item: BoxItem) => BoxItem): Box {
  return { ...box, items: box.items.map(change) };
}

/** The box on its way with this invoice: untracked if the seller brings it, otherwise waiting for the courier's first scan. */
export function withInvoice(box: Box, invoice: Invoice, through: InvoiceRoute, at: number): Box {
  const status = invoice.courierCode === 'DIRECT' ? 'NONE_TRACKING' : 'DEPARTURE';
  return {
    ...withItems(inStatus(box, status, at), (item) => ({
      ...item,
      invoiceUploadedAt: at,
      parcels: [],
    })),
    invoice,
    inTransitAt: box.inTransitAt ?? at,
    registrations: [...box.registrations, { at, through, invoice }],
  };
}
