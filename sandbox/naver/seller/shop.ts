import type { Random } from '../../frame/random.ts';
import type { DocumentCache } from '../documents/document-cache.ts';
import type { SellerIdentity } from '../documents/line-document.ts';
import type { Ids } from '../orders/ids.ts';
import type { OrderBook } from '../orders/order-book.ts';
import type { ProductBook } from '../products/product-book.ts';
import type { Application } from './application.ts';
import type { GuideThrottle, Throttle } from './throttle.ts';

/** `GET /v1/seller/account`. */
export interface Account {
  readonly accountId: string;
  readonly accountUid: string;
  readonly grade: string;
}

/** One item of `GET /v1/seller/channels`. */
export interface Channel {
  readonly channelNo: number;
  readonly channelType: 'STOREFARM' | 'WINDOW';
  readonly name: string;
  readonly url: string;
  readonly representativeImageUrl: string;
  readonly talkTalkAccountId: string;
}

export const EDITIONS = ['official', 'guide'] as const;
export type Edition = (typeof EDITIONS)[number];

export interface ShopRules {
  /** How long a change stays out of the feed (sheet §3.2). */
  readonly publicationDelayMs: number;
  /** Nothing happens by itself. */
  readonly isQuiet: boolean;
  /** Whether a line must be confirmed before it can be dispatched; the sheet leaves it open (§4.3). */
  readonly dispatchNeedsConfirm: boolean;
  /** Whether a return can only be approved once its goods are back; the sheet leaves it open (§7 27). */
  readonly returnNeedsCollection: boolean;
  /** Whether the seller must say that an exchange's goods are back before sending again; only inferred (§4.3). */
  readonly exchangeNeedsCollectionApproval: boolean;
  /** The edition the shop was opened for, which decides what happens by itself; both are served (see `guide`). */
  readonly edition: Edition;
}

/** One seller's store with its application. */
export interface Shop {
  readonly name: string;
  /** How many shops there were before it: keeps its numbers apart from theirs. */
  readonly shopNumber: number;
  readonly openedAt: number;
  readonly rules: ShopRules;
  readonly application: Application;
  readonly throttle: Throttle;
  /** The allowance of edition `guide`, all its calls together. */
  readonly guideThrottle: GuideThrottle;
  readonly account: Account;
  readonly channels: readonly Channel[];
  readonly identity: SellerIdentity;
  readonly products: ProductBook;
  /** Products that buyers who come by chance leave alone. */
  readonly keptBack: Set<string>;
  readonly book: OrderBook;
  readonly documents: DocumentCache;
  readonly ids: Ids;
  readonly random: Random;
  /** Lines of each special case the shop was opened with, so that tests can find them. */
  readonly cases: ReadonlyMap<string, readonly string[]>;
}
