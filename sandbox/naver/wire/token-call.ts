import type { Call, Frame, WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import type { Shop } from '../seller/shop.ts';
import { bareAnswer, GATEWAY_TROUBLES, gatewayAnswer, type Stamp } from './answers.ts';
import { formatKst, SECOND_MS } from './time.ts';
import { flawIn, readTokenRequest, type TokenFlaw, unknownClient } from './token-request.ts';

/** The token's operation name in the journal. */
export const TOKEN_OPERATION = 'token';

const CODES = { 400: 'BAD_REQUEST', 403: 'FORBIDDEN', 415: 'UNSUPPORTED_MEDIA_TYPE' } as const;

/** `POST /v1/oauth2/token` (sheet §1.3). It answers from any address, and no per-second limit is known for it. */
export function answerToken(
  request: WireRequest,
  shopOf: (clientId: string) => Shop | undefined,
  frame: Frame,
  stamp: Stamp,
): Call {
  const { clientId, form, formFlaw } = readTokenRequest(request);
  const shop = shopOf(clientId);
  const call = { operation: TOKEN_OPERATION, ...(shop === undefined ? {} : { shop: shop.name }) };
  const struck = playFault(frame, stamp);
  if (struck !== undefined) return { ...call, answer: struck };
  if (shop === undefined) return { ...call, answer: flawAnswer(formFlaw ?? unknownClient(), stamp) };

  const { application } = shop;
  const bucket = `app:${clientId}:${TOKEN_OPERATION}`;
  if (!application.passPenalty(stamp.now)) {
    return { ...call, bucket, answer: gatewayAnswer('GW.QUOTA_LIMIT', stamp), overLimit: true };
  }
  const flaw = formFlaw ?? flawIn(form, application, stamp.now);
  if (flaw?.isViolation) application.penalise(stamp.now);
  const answer = flaw === undefined ? grant(shop, stamp) : flawAnswer(flaw, stamp);
  return { ...call, bucket, answer };
}

function grant({ application }: Shop, { now }: Stamp): WireAnswer {
  const { text, expiresAt } = application.issueToken(now);
  return bareAnswer(200, {
    access_token: text,
    expires_in: Math.floor((expiresAt - now) / SECOND_MS),
    token_type: 'Bearer',
  });
}

function flawAnswer({ status, input }: TokenFlaw, { now }: Stamp): WireAnswer {
  return bareAnswer(status, {
    code: CODES[status],
    message: input.message,
    timestamp: formatKst(now),
    invalidInputs: [input],
    data: null,
  });
}

function playFault(frame: Frame, stamp: Stamp): WireAnswer | undefined {
  const fault = frame.strike(TOKEN_OPERATION, 'rate_limited', 'server_error', 'ip_not_allowed');
  switch (fault?.kind) {
    case 'rate_limited':
      return gatewayAnswer('GW.RATE_LIMIT', stamp);
    case 'server_error':
      return gatewayAnswer(GATEWAY_TROUBLES[0], stamp);
    case 'ip_not_allowed':
      return gatewayAnswer('GW.IP_NOT_ALLOWED', stamp);
    default:
      return undefined;
  }
}
