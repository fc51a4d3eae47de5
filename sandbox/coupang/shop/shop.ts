import type { Random } from '../../frame/random.ts';
import type { ClaimBook } from '../claims/claim-book.ts';
import type { ClaimIds } from '../claims/claim-ids.ts';
import type { OfferBook } from '../offers/offer-book.ts';
import type { BoxBook } from '../orders/box-book.ts';
import type { InvoiceUses } from '../orders/invoice-uses.ts';
import type { ProductBook } from '../products/product-book.ts';
import type { ShopIds } from './ids.ts';
import type { OptionPools } from './option-pools.ts';

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

/** The two ways of speaking with Coupang: its own API, and the one a guide text describes. Every shop answers in both. */
export type Edition = 'official' | 'guide';

/** How Coupang treats claims where its pages leave it open. */
export interface ClaimRules {
  /** How long a replacement's new box takes to show after the goods were received (sheet §3.5). */
  readonly exchangeBoxLagMs: number;
  /** Whether a seller may cancel a vendor item only whole while it is ACCEPT, as in 2017 (sheet §3.3). */
  readonly acceptCancelsWhole: boolean;
  /** Whether `cancelType=CANCEL` is listed by minute only, as the parameter table has it (sheet §3.4). */
  readonly cancelsByMinuteOnly: boolean;
}

/** A shop of the stand-in Coupang. */
export interface Shop {
  readonly name: string;
  readonly vendorId: string;
  readonly rules: ShopRules;
  /** The edition it was opened for: a guide has no acknowledgement, so such a shop prepares its orders by itself. */
  readonly edition: Edition;
  readonly claimRules: ClaimRules;
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
  /** What its seller has listed, approved or not. */
  readonly productBook: ProductBook;
  /** Products that wait for Coupang's approval. */
  readonly waiting: Set<string>;
  /** How long Coupang looks at a product; null where only an act decides. */
  readonly reviewMs: number | null;
  /** How long a new product takes to show in reads: up to 10 minutes in real life (sheet §3.6). */
  readonly productLagMs: number;
  /** Products that buyers who come by chance leave alone. */
  readonly keptBack: Set<string>;
  /** What buyers may find. */
  readonly options: OptionPools;
  /** What the options cost now and how many are left. */
  readonly offers: OfferBook;
  readonly boxes: BoxBook;
  readonly invoiceUses: InvoiceUses;
  readonly claims: ClaimBook;
  readonly claimIds: ClaimIds;
  /** Chances around claims come from a stream of their own, so that they move no other choice. */
  readonly claimRandom: Random;
  /** In the order in which they will show. */
  readonly lagging: LaggingAcknowledgement[];
}
