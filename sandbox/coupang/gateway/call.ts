import type { Frame, WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import type { Market } from '../market.ts';
import type { Edition, Shop } from '../shop/shop.ts';

/** A call that the gateway let through: signed by a shop that exists, for itself. */
export interface GrantedCall {
  readonly operation: string;
  readonly market: Market;
  readonly shop: Shop;
  readonly frame: Frame;
  readonly request: WireRequest;
  readonly query: URLSearchParams;
  /** What the placeholders of the path stand for, such as `shipmentBoxId`. */
  readonly params: Readonly<Record<string, string>>;
}

/** One entry of Coupang's API specification. */
export interface Operation {
  readonly name: string;
  readonly methods: readonly string[];
  /** The path with `{placeholders}`. */
  readonly path: string;
  /** For paths that several operations share: whether the query asks for this one. */
  readonly asks?: (query: URLSearchParams) => boolean;
  /** True for paths that name no vendor: the key alone says whose option is meant (sheet §3.7). */
  readonly namesNoVendor?: true;
  /** True for a read that is asked with POST. */
  readonly isRead?: true;
  /** The edition that speaks so; Coupang's own where it is absent. */
  readonly edition?: Edition;
  readonly carryOut: (call: GrantedCall) => WireAnswer;
}
