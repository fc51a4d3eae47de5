/** One request of a seller's program, as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path as sent, still percent-encoded, without the query. */
  readonly path: string;
  /** Query as sent, without `?`; the empty string if there is none. */
  readonly query: string;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly remoteAddress: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/**
 * Faults the frame plays by itself on the connection or the bytes. Except `down`, they strike the answer of a call that
 * the marketplace has already applied.
 */
export const WIRE_FAULTS = [
  'reset',
  'slow',
  'truncated',
  'malformed',
  'html',
  'lost_answer',
  'down',
] as const;

/** Faults only the marketplace can play, because they need its shapes or its state. */
export const MARKET_FAULTS = [
  'rate_limited',
  'server_error',
  'item_failure',
  'duplicate_rows',
  'reorder_rows',
  'token_dies',
  'feed_skips',
  'ip_not_allowed',
  'unknown_status',
  'unreadable_row',
] as const;

export type FaultKind = (typeof WIRE_FAULTS)[number] | (typeof MARKET_FAULTS)[number];

export interface Fault {
  readonly id: number;
  readonly kind: FaultKind;
  /** The marketplace's operation name it strikes (see `Call.operation`); absent strikes every operation. */
  readonly operation?: string;
  /** Chance in 0..1 that a matching call is struck. */
  readonly probability: number;
  /** How many strikes are left; absent means until it is removed. */
  readonly times?: number;
  /** For `slow`: how long the answer waits. */
  readonly delayMs?: number;
}

/** What the marketplace made of one request. */
export interface Call {
  /** Which shop's credentials the call carried, if any were recognised. */
  readonly shop?: string;
  /** Stable name of the operation, such as `ordersheets.list`; `unknown` for a path that does not exist. */
  readonly operation: string;
  /** What the real marketplace counts together when it limits calls, such as `vendor:A00012345`. */
  readonly bucket?: string;
  readonly answer: WireAnswer;
  /** True when the answer is a refusal because the caller went over its limit by itself, not by an injected fault. */
  readonly overLimit?: boolean;
}

/** What a marketplace needs from the frame while it answers. */
export interface Frame {
  /** The sandbox clock, milliseconds since the epoch; tests move it. */
  now(): number;
  /** A clock that only runs forward, for limits: the sandbox clock may be frozen or moved. */
  monotonicMs(): number;
  /** Seed of this sandbox, for a shop that is opened without a seed of its own. */
  readonly seed: number;
  /** The fault to play on this operation now, if one is set; taking it uses up one strike. */
  strike(operation: string, ...kinds: FaultKind[]): Fault | undefined;
}

/** A stand-in marketplace. It holds state in memory and answers synchronously, so one call sees one consistent state. */
export interface Marketplace {
  readonly id: string;
  /** Width of the window in which the journal looks for the worst burst of calls on one bucket; 1,000 ms if absent. */
  readonly limitWindowMs?: number;
  /** The name of the operation a request asks for, exactly as `answer` will report it in `Call.operation`; touches no state. */
  operationOf(request: WireRequest): string;
  answer(request: WireRequest, frame: Frame): Call;
  /** True for an operation whose calls leave a trace in the marketplace's state. */
  changesState(operation: string): boolean;
  /**
   * Opens a shop; the body's shape is the marketplace's own. Answers what a seller would need to connect it.
   * Throws a `ControlError` on a body it cannot use, as `buy` and the acts do.
   */
  openShop(
    body: unknown,
    frame: Frame,
  ): { readonly shop: string; readonly credentials: Readonly<Record<string, string>> };
  /** Shops by name. */
  shops(): readonly string[];
  /** The marketplace's own truth about every order of a shop, or about the one order asked for, in its words, for comparison with the hub. */
  orders(shop: string, orderId?: string): readonly unknown[];
  /** The marketplace's own truth about every claim of a shop, or of the one order asked for, in its words. */
  claims?(shop: string, orderId?: string): readonly unknown[];
  /** The marketplace's own truth about stock and prices, in its words; absent where the stand-in keeps none. */
  offers?(shop: string): readonly unknown[];
  /** The marketplace's own truth about everything a shop has listed, or about the one listing asked for, in its words. */
  listings?(shop: string, listingId?: string): readonly unknown[];
  /** Buyers place this many new orders now. Answers their native order ids. */
  buy(shop: string, count: number, frame: Frame): readonly string[];
  /** Named things that a test or the demo can make happen, such as `moveBox` or `expireKey`. */
  readonly acts: Readonly<Record<string, (shop: string, body: unknown, frame: Frame) => unknown>>;
  /** Carriers move parcels, buyers confirm: everything that happens by itself as time passes. */
  tick(frame: Frame): void;
}
