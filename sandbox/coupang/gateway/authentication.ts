import type { Frame, WireRequest } from '../../frame/marketplace.ts';
import { type Market, shopOfKey } from '../market.ts';
import type { Shop } from '../shop/shop.ts';
import { isCurrent, isSignedBy, readAuthorization, type SignedParts } from './signature.ts';

/** Whose call it is, or why nobody's. */
export type Caller = { readonly shop: Shop } | { readonly problem: string };

/** Finds the shop that signed these parts of a request. */
export function authenticate(
  market: Market,
  { headers }: Pick<WireRequest, 'headers'>,
  signed: SignedParts,
  now: number,
): Caller {
  const header = headers.authorization;
  if (header === undefined) return { problem: 'Request is not authorized.' };
  const credentials = readAuthorization(header);
  if (credentials === undefined) return { problem: 'HMAC format is invalid.' };
  const shop = shopOfKey(market, credentials.accessKey);
  if (shop === undefined || shop.rules.key.expiresAt <= now) return { problem: 'Request is not authorized.' };
  if (!isCurrent(credentials.signedDate, now)) return { problem: 'Specified signature is expired.' };
  return isSignedBy(shop.rules.key.secretKey, credentials, signed)
    ? { shop }
    : { problem: 'Invalid signature' };
}

/** Whether a call may come from this address: struck by a fault, or not registered in WING. */
export function isForeignAddress({ rules }: Shop, address: string, operation: string, frame: Frame): boolean {
  return (
    frame.strike(operation, 'ip_not_allowed') !== undefined || rules.allowedIps?.includes(address) === false
  );
}
