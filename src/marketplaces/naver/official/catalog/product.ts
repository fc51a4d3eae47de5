import {
  asFields,
  type Fields,
  fieldsAt,
  optionalFieldsAt,
  optionalIdAt,
  optionalTextAt,
  textAt,
} from '../../../kit/decode.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Client } from '../client.ts';
import { listingState, type NativeState } from './states.ts';

/** A product as Naver keeps it: what all channels share, and how it stands in each of them. */
export interface Product {
  readonly origin: Fields;
  /** Null for a product that is not in the SmartStore. */
  readonly store: Fields | null;
  /** Null for a product that is in no shopping window. */
  readonly window: Fields | null;
}

export function decodeProduct(json: unknown): Product {
  const answer = asFields(json, 'product');
  return {
    origin: fieldsAt(answer, 'originProduct'),
    store: optionalFieldsAt(answer, 'smartstoreChannelProduct') ?? null,
    window: optionalFieldsAt(answer, 'windowChannelProduct') ?? null,
  };
}

/** Reads a product by its origin number (sheet §3.5). */
export function readProduct(client: Client, originProductNo: string): Promise<Product> {
  return client.ask({ operation: 'product', params: { originProductNo }, decode: decodeProduct });
}

/** Like `readProduct`; undefined for one that Naver says it does not have. */
export async function findProduct(
  client: Client,
  originProductNo: string,
): Promise<{ readonly product: Product } | { readonly missing: string }> {
  try {
    return { product: await readProduct(client, originProductNo) };
  } catch (error) {
    if (!(error instanceof MarketplaceError) || error.kind !== 'not_found') throw error;
    const { nativeCode = '', nativeText = '' } = error.trouble;
    return { missing: `${nativeCode} ${nativeText}`.trim() };
  }
}

export function stateOf({ origin, store }: Product): NativeState {
  const display = store === null ? null : optionalTextAt(store, 'channelProductDisplayStatusType');
  return listingState(textAt(origin, 'statusType'), display);
}

/** A status that a write may carry: only these two, and what a person stopped stays stopped (sheet §3.6). */
export function writableStatus(origin: Fields): 'SALE' | 'SUSPENSION' {
  return optionalTextAt(origin, 'statusType') === 'SUSPENSION' ? 'SUSPENSION' : 'SALE';
}

/** The body of a PUT that leaves everything as it was read, since what is not sent is erased (sheet §3.7). */
export function writtenBack({ store, window }: Product, origin: Fields): Fields {
  return {
    originProduct: { ...origin, statusType: writableStatus(origin) },
    ...(store === null ? {} : { smartstoreChannelProduct: store }),
    ...(window === null ? {} : { windowChannelProduct: window }),
  };
}

/** The product in the answer of a write, as far as it tells it. */
export function decodeWritten(json: unknown): {
  readonly origin: Fields | null;
  readonly no: string | null;
} {
  const answer = asFields(json, 'product');
  return {
    origin: optionalFieldsAt(answer, 'originProduct') ?? null,
    no: optionalIdAt(answer, 'originProductNo'),
  };
}

/** An id as Naver's numbers go over the wire. */
export function wireId(id: string): number | string {
  const number = Number(id);
  return Number.isSafeInteger(number) ? number : id;
}
