import type { Fault, FaultKind } from '../../frame/marketplace.ts';
import type { ApiGroup } from '../seller/application.ts';
import type { Shop } from '../seller/shop.ts';

/** A call that has passed the gateway. */
export interface OperationCall {
  readonly shop: Shop;
  readonly now: number;
  /** The id in the path, or the empty string. */
  readonly pathId: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  strike(...kinds: FaultKind[]): Fault | undefined;
  /** Whether a product order belongs to another seller of this marketplace. */
  belongsElsewhere(productOrderId: string): boolean;
}

/** What an operation answers, as JSON; order APIs wrap theirs as `data`, and an empty feed has none. */
export type Reply =
  | { readonly document: string }
  /** In pieces, so that a page of documents is copied only once on its way out. */
  | { readonly data: readonly Buffer[] | string | undefined };

/** One API of the marketplace. */
export interface Operation {
  /** The name in the journal, and the bucket the limits count. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** `{id}` stands for one path segment. */
  readonly path: string;
  readonly group: ApiGroup;
  /** Whether its calls leave a trace in the shop. */
  readonly changesState?: boolean;
  readonly handle: (call: OperationCall) => Reply;
}
