import type { Call, Frame, WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import { judgeOf, type Market, shopOfKey } from '../market.ts';
import type { Shop } from '../shop/shop.ts';
import { CallRefused, type GrantedCall } from './call.ts';
import { guideError } from './guide-answers.ts';
import { maintenance, wrongKey } from './refusals.ts';
import type { Match, Routes } from './routes.ts';
import { authMessage } from './xml.ts';

const KEY_HEADER = 'openapikey';

/** The way of every request: key, source address, path, limit, and only then the operation itself. */
export function passGate(market: Market, routes: Routes, request: WireRequest, frame: Frame): Call {
  const shop = shopOfKey(market, request.headers[KEY_HEADER] ?? '', frame.now());
  const match = routes(request);
  const isGuide = match?.operation.shape === 'guide' || request.path.startsWith('/rest/sellershop/');
  const operation = match?.operation.name ?? 'unknown';
  const caller = shop === undefined ? {} : { shop: shop.name, bucket: bucketOf(shop, isGuide) };
  const answered = (answer: WireAnswer): Call => ({ ...caller, operation, answer });

  if (shop !== undefined && isForeign(shop, operation, request, frame)) {
    return answered(
      isGuide
        ? guideError(403, 'FORBIDDEN', '등록되지 않은 IP 입니다')
        : authMessage(-500, '[IP]인증된 IP가 아닙니다.'),
    );
  }
  if (match === undefined) {
    return answered(
      isGuide
        ? guideError(404, 'NOT_FOUND', '없는 경로입니다')
        : authMessage(-997, '등록된 API 정보가 존재하지 않습니다.'),
    );
  }
  const open = match.operation.keyless;
  if (shop === undefined) return answered(open?.(match.params) ?? wrongKey(match.operation.shape));
  if (!isAdmitted(market, shop, isGuide, frame))
    return { ...answered(tooManyRequests(isGuide)), overLimit: true };
  if (frame.strike(operation, 'rate_limited') !== undefined) return answered(tooManyRequests(isGuide));
  const query = new URLSearchParams(request.query);
  const call: GrantedCall = { ...match, shop, frame, now: frame.now(), request, query };
  const isBroken = frame.strike(operation, 'server_error') !== undefined;
  return answered(isBroken ? breakDown(match, call) : carryOut(match, call));
}

const bucketOf = ({ name }: Shop, isGuide: boolean) => `${isGuide ? 'guide' : 'key'}:${name}`;

function isForeign({ rules }: Shop, operation: string, request: WireRequest, frame: Frame): boolean {
  if (frame.strike(operation, 'ip_not_allowed') !== undefined) return true;
  return rules.allowedIps !== null && !rules.allowedIps.includes(request.remoteAddress);
}

function isAdmitted(market: Market, shop: Shop, isGuide: boolean, frame: Frame): boolean {
  if (!shop.rules.limits) return true;
  const judge = isGuide ? market.guideJudge : judgeOf(market, shop.rules.callsPerSecond);
  return judge.admit(bucketOf(shop, isGuide), frame.monotonicMs()).admitted;
}

// 11st documents no answer for this; clients that run in production see 429 with Retry-After (sheet §2).
function tooManyRequests(isGuide: boolean): WireAnswer {
  if (isGuide) return guideError(429, 'TOO_MANY_REQUESTS', '호출 한도를 초과했습니다');
  return { status: 429, headers: { 'content-type': 'text/html', 'retry-after': '1' }, body: '' };
}

function carryOut({ operation }: Match, call: GrantedCall): WireAnswer {
  try {
    return operation.carryOut(call);
  } catch (error) {
    if (error instanceof CallRefused) return error.answer;
    throw error;
  }
}

// The 504 is a gateway giving up while the service carries on: that call IS applied. Which way a call breaks depends on
// nothing but itself and its moment, so that a diary lived again breaks it in the same way.
function breakDown(match: Match, call: GrantedCall): WireAnswer {
  const { shape } = match.operation;
  switch (checksum(`${call.request.path}${call.now}`) % 4) {
    case 0:
      return { status: 503, headers: { 'content-type': 'text/html' }, body: 'Service Unavailable' };
    case 1:
      carryOut(match, call);
      return { status: 504, headers: { 'content-type': 'text/html' }, body: 'Gateway Timeout' };
    case 2:
      return { status: 500, headers: { 'content-type': 'text/html' }, body: 'Internal Server Error' };
    default:
      return maintenance(shape);
  }
}

function checksum(text: string): number {
  let sum = 7;
  for (const sign of text) sum = (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) >>> 0;
  return sum >>> 3;
}
