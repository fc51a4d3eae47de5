import { createHmac, timingSafeEqual } from 'node:crypto';
import { isObject, type JsonObject } from '../../frame/json.ts';
import { SITE_CODES, SITES, type Site } from '../sites.ts';

/** What a signed token says before anybody has checked the signature. */
export interface Token {
  readonly masterId: string;
  readonly claims: JsonObject;
  readonly signingInput: string;
  readonly signature: Buffer;
}

const AUDIENCE = 'sa.esmplus.com';

/** Reads `Bearer <header>.<payload>.<signature>` (sheet §1); undefined if it is not such a token. */
export function readToken(authorization: string | undefined): Token | undefined {
  const match = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization ?? '');
  if (match === null) return undefined;
  const [, head = '', body = '', signature = ''] = match;
  const header = decode(head);
  const claims = decode(body);
  if (
    header?.alg !== 'HS256' ||
    header.typ !== 'JWT' ||
    typeof header.kid !== 'string' ||
    claims === undefined
  )
    return undefined;
  return {
    masterId: header.kid,
    claims,
    signingInput: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

function decode(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the token was signed with the raw bytes of this secret and is meant for ESM. */
export function isGenuine({ claims, signingInput, signature }: Token, secret: string): boolean {
  const { sub, aud, iat, iss } = claims;
  const isMeant = sub === 'sell' && aud === AUDIENCE && typeof iss === 'string';
  if (!isMeant || (iat !== undefined && typeof iat !== 'number')) return false;
  const expected = createHmac('sha256', secret).update(signingInput).digest();
  return expected.length === signature.length && timingSafeEqual(expected, signature);
}

/** The sites for which a token's `ssi` names the seller ids of the shop; undefined if it names a foreign one or none. */
export function sitesOf(
  { claims }: Token,
  sellerIds: Readonly<Record<Site, string>>,
): readonly Site[] | undefined {
  if (typeof claims.ssi !== 'string') return undefined;
  const named = claims.ssi.split(',');
  const sites = named.flatMap((entry) =>
    SITES.filter((site) => entry === `${SITE_CODES[site].prefix}:${sellerIds[site]}`),
  );
  return sites.length === named.length && new Set(sites).size === sites.length ? sites : undefined;
}
