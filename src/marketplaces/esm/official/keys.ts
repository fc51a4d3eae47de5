import { SITES, type Site } from '../site.ts';

/** One master ID with its secret, and the seller IDs below it: one per site at most (sheet, vocabulary). */
export interface Keys {
  readonly masterId: string;
  readonly secretKey: string;
  readonly sellerIds: Readonly<Partial<Record<Site, string>>>;
}

/** Puts the fields of the credential form together. */
export function keysOf(credentials: Readonly<Record<string, string>>): Keys {
  const { master_id: masterId, secret_key: secretKey, gmarket_seller_id, auction_seller_id } = credentials;
  if (masterId === undefined || secretKey === undefined) {
    throw new Error('an ESM account needs master_id and secret_key');
  }
  return {
    masterId,
    secretKey,
    sellerIds: {
      ...(gmarket_seller_id === undefined ? {} : { G: gmarket_seller_id }),
      ...(auction_seller_id === undefined ? {} : { A: auction_seller_id }),
    },
  };
}

/** The sites on which the account sells. */
export function sitesOf({ sellerIds }: Keys): readonly Site[] {
  return SITES.filter((site) => sellerIds[site] !== undefined);
}
