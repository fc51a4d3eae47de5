import type { Random } from '../../frame/random.ts';
import type { OrderBook } from '../orders/order-book.ts';
import type { Catalogue } from '../products/catalogue.ts';
import type { Settings } from '../products/settings.ts';
import type { Site } from '../sites.ts';
import type { ShopIds } from './ids.ts';

export type Edition = 'official' | 'guide';

/** How ESM treats a shop; acts may change it at any time. */
export interface ShopRules {
  secretKey: string;
  clientSecret: string;
  /** Calling addresses that ESM registered; null lets any address in. */
  allowedIps: readonly string[] | null;
  /** Whether the limits of calls are enforced. */
  limits: boolean;
  /** Whether the calls that ESM grants on request only are granted (sheet §1). */
  restrictedGranted: boolean;
  /** The site type under which return and exchange lists show Gmarket's rows: sources disagree (sheet §2). */
  returnsSiteType: number;
  /** Numbers all issued tokens of the guide edition; raising it makes them invalid. */
  tokenRound: number;
}

/** How long things take to show or to settle. */
export interface Lags {
  /** A confirmation is in progress for this long; shipping is refused meanwhile (sheet §7.10). */
  readonly confirmMs: number;
  /** Virtual numbers come this long after the payment (sheet §7.5). */
  readonly phoneMs: number;
  /** The dispatch deadline shows after this long, and for half of the orders after twice as long (sheet §7.5). */
  readonly dueDateMs: number;
  /** For this long after a product is made, its price, stock and status cannot be changed (sheet §2). */
  readonly productMs: number;
}

/** A seller on both sites under one ESM account. */
export interface Shop {
  readonly name: string;
  readonly edition: Edition;
  readonly masterId: string;
  readonly sellerIds: Readonly<Record<Site, string>>;
  readonly clientId: string;
  readonly rules: ShopRules;
  readonly lags: Lags;
  /** A quiet shop changes only when it is told to, or by the deadlines of claims. */
  readonly quiet: boolean;
  readonly openedAt: number;
  readonly random: Random;
  readonly ids: ShopIds;
  readonly catalogue: Catalogue;
  /** Products that buyers who come by chance leave alone. */
  readonly keptBack: Set<string>;
  readonly settings: Settings;
  readonly book: OrderBook;
}
