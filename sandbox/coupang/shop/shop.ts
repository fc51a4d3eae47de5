import type { Random } from '../../frame/random.ts';
import type { OfferBook } from '../offers/offer-book.ts';
import type { SoldOption } from '../orders/box.ts';
import type { BoxBook } from '../orders/box-book.ts';
import type { InvoiceUses } from '../orders/invoice-uses.ts';
import type { Product } from './catalogue.ts';
import type { ShopIds } from './ids.ts';

/** The key pair a seller gets from WING; it dies after 180 days. */
export interface ApiKey {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly expiresAt: number;
}

/** An acknowledgement that has been accepted but does not show yet. */
export interface LaggingAcknowledgement {
  readonly shipmentBoxId: string;
  readonly acknowledgedAt: number;
  readonly showsAt: number;
}

/** How Coupang treats a shop; acts may change it at any time. */
export interface ShopRules {
  key: ApiKey;
  /** Source addresses registered in WING; null lets any address in. */
  allowedIps: readonly string[] | null;
  /** Whether the limit of 5 calls a second is enforced. */
  limits: boolean;
}

/** What a shop sells, sorted by what makes an option special. */
export interface OptionPools {
  readonly all: readonly SoldOption[];
  readonly bundles: readonly SoldOption[];
  readonly taxFree: readonly SoldOption[];
  readonly withoutSku: readonly SoldOption[];
}

/** A shop of the stand-in Coupang. */
export interface Shop {
  readonly name: string;
  readonly vendorId: string;
  readonly rules: ShopRules;
  /** How long an acknowledgement takes to show: up to 30 minutes in real life (sheet §3.2). */
  readonly ackLagMs: number;
  /** How long a new order takes to show in lists: about 10 minutes in real life (sheet §7). */
  readonly listLagMs: number;
  /** Whether the day `createdAtTo` itself is listed; the sheet says that nobody knows (§7). */
  readonly toDayIncluded: boolean;
  /** A quiet shop changes only when it is told to. */
  readonly quiet: boolean;
  readonly openedAt: number;
  readonly random: Random;
  readonly ids: ShopIds;
  readonly products: readonly Product[];
  readonly options: OptionPools;
  /** What the options cost now and how many are left. */
  readonly offers: OfferBook;
  readonly boxes: BoxBook;
  readonly invoiceUses: InvoiceUses;
  /** In the order in which they will show. */
  readonly lagging: LaggingAcknowledgement[];
}
