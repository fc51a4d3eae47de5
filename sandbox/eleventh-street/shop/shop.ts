import type { Random } from '../../frame/random.ts';
import type { ClaimBook } from '../claims/claim-book.ts';
import type { ListingBook } from '../listings/listing-book.ts';
import type { InvoiceUses } from '../orders/invoice-uses.ts';
import type { OrderBook } from '../orders/order-book.ts';
import type { ShopIds } from './ids.ts';

/** How 11st treats a shop; acts may change it at any time. */
export interface ShopRules {
  apiKey: string;
  /** Keys may end after 180 days (sheet §1); a dead one answers like a wrong one. */
  keyExpiresAt: number;
  /** Source addresses registered with the key; null lets any address in. */
  allowedIps: readonly string[] | null;
  /** Whether limits are enforced. */
  limits: boolean;
  /** What this shop's official calls are limited to, since 11st publishes no figure (sheet §2). */
  readonly callsPerSecond: number;
  /** Lists are cut silently at this many rows. */
  readonly rowCap: number;
  /** What bad business has cost the seller so far. */
  creditPoints: number;
}

/** A shop of the stand-in 11st. */
export interface Shop {
  readonly name: string;
  readonly sellerId: string;
  /** Which edition's seller opened it: in the guide nobody confirms, so paid orders prepare themselves there. */
  readonly edition: 'official' | 'guide';
  readonly rules: ShopRules;
  /** A quiet shop changes only when it is told to, and where a claim's time runs out. */
  readonly quiet: boolean;
  readonly openedAt: number;
  readonly random: Random;
  readonly ids: ShopIds;
  readonly listings: ListingBook;
  /** Products that buyers who come by chance leave alone. */
  readonly keptBack: Set<string>;
  readonly book: OrderBook;
  readonly claims: ClaimBook;
  readonly invoices: InvoiceUses;
}
