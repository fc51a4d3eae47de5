import type { JsonObject } from '../../frame/json.ts';
import type { WireRequest } from '../../frame/marketplace.ts';
import type { Shop } from '../seller/shop.ts';
import { SECOND_MS } from '../wire/time.ts';
import { GuideRefusal, invalidParameter } from './refusal.ts';

/** The form of a token request (guide 1.2): in the body, and nothing in the address. */
export function tokenForm({ headers, query, body }: WireRequest): URLSearchParams {
  const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/x-www-form-urlencoded') throw invalidParameter('Content-Type');
  if (query !== '') throw invalidParameter('query');
  return new URLSearchParams(body.toString());
}

/** Grants a token to who knows an application's secret. */
export function grantToken(form: URLSearchParams, shop: Shop | undefined, now: number): JsonObject {
  for (const field of ['client_id', 'client_secret', 'grant_type']) {
    if (!form.has(field)) throw invalidParameter(field);
  }
  if (form.get('grant_type') !== 'client_credentials') throw invalidParameter('grant_type');
  const application = shop?.application;
  const isKnown = application?.hasSecret(form.get('client_secret') ?? '') && application.isAuthenticated(now);
  if (application === undefined || !isKnown) throw new GuideRefusal('INVALID_TOKEN');
  const { text, expiresAt } = application.guideTokens.issue(now);
  return {
    access_token: text,
    token_type: 'Bearer',
    expires_in: Math.floor((expiresAt - now) / SECOND_MS),
  };
}
