import { createHmac } from 'node:crypto';
import type { WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import type { Market } from '../market.ts';
import type { Shop } from '../shop/shop.ts';
import { HOUR_MS } from '../time.ts';
import { json, refuse } from './answers.ts';

const LIFETIME_MS = HOUR_MS;

/** The shop with this client id. */
export function shopOfClient({ shops }: Market, clientId: string): Shop | undefined {
  return shops.values().find((shop) => shop.clientId === clientId);
}

/** The client id in the form of a token request. */
export function clientIdOf({ body }: WireRequest): string {
  return new URLSearchParams(body.toString()).get('client_id') ?? '';
}

/** `POST /oauth/token` (guide §4.2). */
export function issueToken(shop: Shop | undefined, { body, headers }: WireRequest, now: number): WireAnswer {
  const form = new URLSearchParams(body.toString());
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  if (!isForm || form.get('grant_type') !== 'client_credentials')
    refuse('INVALID_PARAMETER', 'grant_type must be client_credentials in a form');
  if (shop === undefined || form.get('client_secret') !== shop.rules.clientSecret)
    return refuse('INVALID_TOKEN', 'client_id or client_secret is wrong');
  return json(200, {
    access_token: tokenOf(shop, now),
    token_type: 'Bearer',
    expires_in: LIFETIME_MS / 1_000,
  });
}

// A token carries its own moment and a seal, so that none has to be remembered.
function tokenOf(shop: Shop, issuedAt: number): string {
  return [
    Buffer.from(shop.clientId).toString('base64url'),
    issuedAt.toString(36),
    sealOf(shop, issuedAt),
  ].join('.');
}

function sealOf({ rules }: Shop, issuedAt: number): string {
  return createHmac('sha256', rules.clientSecret)
    .update(`${rules.tokenRound} ${issuedAt}`)
    .digest('base64url');
}

/** The shop whose valid token a request carries; undefined if there is none. */
export function bearer(market: Market, authorization: string | undefined, now: number): Shop | undefined {
  const match = /^Bearer ([\w-]+)\.([0-9a-z]+)\.([\w-]+)$/.exec(authorization ?? '');
  if (match === null) return undefined;
  const [, client = '', moment = '', seal = ''] = match;
  const shop = shopOfClient(market, Buffer.from(client, 'base64url').toString());
  const issuedAt = Number.parseInt(moment, 36);
  const isValid = shop !== undefined && sealOf(shop, issuedAt) === seal && now < issuedAt + LIFETIME_MS;
  return isValid ? shop : undefined;
}
