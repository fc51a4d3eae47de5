import type { ClaimKind } from '../../src/domain/claim.ts';
import type { ClaimAction } from '../../src/domain/claim-action.ts';
import type { OrderStatus } from '../../src/domain/status.ts';
import type { TroubleReason } from '../../src/marketplaces/kit/trouble.ts';
import type { SandboxControl, SandboxShop } from '../harness/sandbox-control.ts';
import type { CatalogMarket } from './catalog-world.ts';

/** One order line as its marketplace holds it, in the hub's words. */
export interface TrueLine {
  readonly id: string;
  readonly packageKey: string;
  readonly status: OrderStatus | null;
  /** The marketplace's own word for the status. */
  readonly native: string;
  readonly quantity: number;
  readonly shippable: number;
  readonly unitPrice: number;
  readonly amount: number;
  readonly discount: number;
  readonly paid: number;
  /** Null where the marketplace does not tell. */
  readonly taxFree: boolean | null;
  /** The carrier as the marketplace names it. */
  readonly carrier: string | null;
  /** The hub's carrier; null for one that is on nobody's list. */
  readonly carrierId: string | null;
  readonly invoice: string | null;
}

export interface TruePackage {
  readonly key: string;
  readonly shippingFee: number;
  readonly remoteAreaFee: number;
}

export interface TrueOrder {
  readonly id: string;
  readonly packages: readonly TruePackage[];
  readonly lines: readonly TrueLine[];
}

export interface TruePerson {
  readonly name: string | null;
  readonly phone: string | null;
  readonly safePhone: string | null;
}

export interface TrueContact {
  readonly orderer: TruePerson;
  readonly receiver: TruePerson;
  readonly postalCode: string | null;
  readonly address: string | null;
  readonly addressDetail: string | null;
  readonly deliveryNote: string | null;
}

/** What a seller's programs have done to one line, counted by the marketplace. */
export interface TrueWrites {
  readonly line: string;
  /** How often an acknowledgement took effect; not looked at where there is no such call. */
  readonly acknowledged: number;
  /** How often a first invoice was registered through the API. */
  readonly registered: number;
  readonly carrierCode: string | null;
  readonly invoice: string | null;
}

/** What trips programs up; a realistic shop has orders of each. */
export const ODDITIES = [
  'several_packages',
  'several_units',
  'no_phone',
  'unlisted_carrier',
  'tax_free',
  'island',
] as const;
export type Oddity = (typeof ODDITIES)[number];

/** One shop at a stand-in marketplace, as its buyers and the marketplace itself see it. */
export interface Market {
  readonly shop: SandboxShop;
  /** Every order the seller must see. Sorted, and so are lines and packages. */
  orders(): Promise<readonly TrueOrder[]>;
  /** Orders the seller must not see: unpaid, or gone before anybody could read them. Absent where there are none. */
  hidden?(): Promise<readonly string[]>;
  /** The contacts a package may show, by its key; more than one where its lines differ. */
  contacts(): Promise<ReadonlyMap<string, readonly TrueContact[]>>;
  /** The hub's id of an order that a story act has named. Absent where they are the same. */
  idOf?(order: string): string;
  /** Buyers place so many orders; answers the hub's ids of them. Absent where the stand-in's own numbers are these. */
  buy?(count: number): Promise<readonly string[]>;
  writes(order: string): Promise<readonly TrueWrites[]>;
  /** Orders of a kind, among those that the seller sees. */
  odd(oddity: Oddity): Promise<readonly string[]>;
  /** The line's parcel reaches the buyer, with or without the seller. */
  deliver(line: string, order: string): Promise<void>;
  /** The buyer asks to cancel a line that is being prepared. */
  requestCancel(line: string, order: string): Promise<void>;
  /** The line is cancelled for good. */
  cancel(line: string, order: string): Promise<void>;
  reissueKey(): Promise<void>;
  /** What it has listed. Absent where the edition has no catalog desk. */
  readonly catalog?: CatalogMarket;
}

/** The sandbox's names of the calls that write, by the name they are promised under; what is lacking is left out. */
export interface WriteCalls {
  readonly acknowledge?: string;
  readonly ship: string;
  readonly changeInvoice?: string;
  readonly delay?: string;
  readonly split?: string;
  readonly hold?: string;
  readonly release?: string;
  readonly cancel?: string;
}

/**
 * What the suite must know of one edition of a marketplace to judge its connector. An edition joins with one of these.
 * What the edition itself tells as data, such as which writes there are, is not repeated here.
 */
export interface World {
  readonly platform: string;
  readonly edition: string;
  /** The sandbox's names of its calls, to break them one by one. */
  readonly calls: WriteCalls & {
    /** Asked by the connection test. */
    readonly connect: string;
    /** Lists what is new or has changed. */
    readonly feed: string;
    /** Tell of orders that are minutes old. */
    readonly freshFeeds: readonly string[];
    /** Brings the rows that orders are read from. */
    readonly rows: string;
    /** Reads an order by its id. */
    readonly read: string;
    /** Carries out an action on a claim; one for every action the edition offers. */
    readonly claims: Readonly<Partial<Record<ClaimAction, string>>>;
  };
  /** The status that the fault `unknown_status` shows. */
  readonly unknownStatus: string;
  /** The call that brings claims, on which `unknown_status` shows this; absent where claims are read from order rows. */
  readonly unknownClaim?: { readonly operation: string; readonly status: string };
  /** Codes that the fault `item_failure` may end with. */
  readonly itemFailures: readonly string[];
  /** The code with which an impossible invoice number is refused, where it is. */
  readonly badInvoice?: string;
  /** The code of CJ Logistics in writes. */
  readonly cj: string;
  /** What a line has come to as soon as its invoice is taken. */
  readonly shipped: OrderStatus;
  /** What a line that was shipped is read as, where that is something else. */
  readonly shippedAsRead?: OrderStatus;
  /** True where buyers claim whole lines only. */
  readonly claimsWholeLines?: true;
  /** True where no order has more lines than one. */
  readonly oneLinePerOrder?: true;
  /** True where one call of shipping takes many lines, but all of one parcel. */
  readonly oneParcelPerCall?: true;
  /** An order id of the right form that nobody has. */
  readonly noOrder: string;
  /** Whether ids are too long for a double. */
  readonly longIds: boolean;
  /** Whether orders tell which goods are tax-free. */
  readonly tellsTax: boolean;
  /** Whether orders tell the day that a delay was announced for. */
  readonly tellsDelay: boolean;
  /** Whether the connection test can tell the name of the shop. */
  readonly namesShop: boolean;
  /** Kinds of claims that tell whose fault it is. */
  readonly tellsFaultOf: readonly ClaimKind[];
  /** Kinds of claims whose withdrawal is told apart from a refusal; all of them when absent. */
  readonly tellsWithdrawalOf?: readonly ClaimKind[];
  /** True where what is cancelled or returned for good is shown no more, so that a claim may name a line nobody saw. */
  readonly linesVanish?: true;
  /** False where nothing tells that a buyer has confirmed his purchase. */
  readonly tellsConfirmation?: false;
  /** Kinds of claims that are in no list once they were rejected: only who knew of them before can tell. */
  readonly hidesRejectedOf?: readonly ClaimKind[];
  /** What a call from an address that is not allowed is told as, where the marketplace does not name it. */
  readonly ipNotAllowed?: TroubleReason;
  /** Whether calls carry a token that can die before its time. */
  readonly tokens: boolean;
  /** What trips programs up here. */
  readonly oddities: readonly Oddity[];
  /** Opens a shop in which nothing happens by itself, without limits of calls. */
  open(sandbox: SandboxControl, options: { readonly orders: number }): Promise<Market>;
}
