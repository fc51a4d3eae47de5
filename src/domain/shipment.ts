import type { Instant } from './order.ts';

/** A parcel handed to a carrier, in the marketplace's codes. */
export interface Shipment {
  /** The hub's carrier, or null for one that only this marketplace knows. */
  readonly carrierId: string | null;
  /** The marketplace's own carrier code. */
  readonly carrierCode: string;
  readonly invoice: string;
  readonly shippedAt: Instant;
}
