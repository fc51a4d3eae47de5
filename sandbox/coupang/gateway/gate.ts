import type { Call, Frame, WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import { guideRefusal } from '../guide/answers.ts';
import { isGuidePath, passGuideGate } from '../guide/gate.ts';
import type { Market } from '../market.ts';
import { showDueAcknowledgements } from '../orders/acknowledgement.ts';
import type { Shop } from '../shop/shop.ts';
import { badRequest, CallRefused, emptyAnswer, gatewayError } from './answers.ts';
import { authenticate, isForeignAddress } from './authentication.ts';
import type { GrantedCall } from './call.ts';
import type { Match, Specification } from './specification.ts';

const WARN_FROM_LOAD = 0.9;
const UNKNOWN_PATH = 'No exactly matching API specification';
const TIMED_OUT = 'Request timed out, if the situation continues consider applying timeout extension.';

/** The way of every request to Coupang's own API: specification, signature, source address, limit, vendorId, and only then the operation itself. */
export function passGate(
  market: Market,
  specification: Specification,
  request: WireRequest,
  frame: Frame,
): Call {
  const match = specification(request);
  if (match === undefined) {
    const answer = isGuidePath(request.path)
      ? guideRefusal('NOT_FOUND', UNKNOWN_PATH)
      : gatewayError(404, UNKNOWN_PATH);
    return { operation: 'unknown', answer };
  }
  if (match.operation.edition === 'guide') return passGuideGate(market, match, request, frame);
  const operation = match.operation.name;
  const caller = authenticate(market, request, request, frame.now());
  if (!('shop' in caller)) return { operation, answer: gatewayError(401, caller.problem) };

  const { shop } = caller;
  const bucket = `vendor:${shop.vendorId}`;
  const identity = { shop: shop.name, operation, bucket };
  if (isForeignAddress(shop, request.remoteAddress, operation, frame)) {
    return {
      ...identity,
      answer: gatewayError(403, `Your ip address ${request.remoteAddress} is not allowed`),
    };
  }
  const { admitted, load } = shop.rules.limits
    ? market.judge.admit(bucket, frame.monotonicMs())
    : { admitted: true, load: 0 };
  if (!admitted) return { ...identity, answer: warned(tooManyRequests(), load), overLimit: true };
  if (frame.strike(operation, 'rate_limited') !== undefined) {
    return { ...identity, answer: warned(tooManyRequests(), 1) };
  }
  return { ...identity, answer: warned(answerGranted(market, shop, match, request, frame), load) };
}

// The body of a 429 is not documented (sheet §2); this one has the form of every other gateway error.
function tooManyRequests(): WireAnswer {
  return gatewayError(429, 'Too many requests');
}

function warned(answer: WireAnswer, load: number): WireAnswer {
  if (load < WARN_FROM_LOAD) return answer;
  const warning = `${Math.round(load * 100)}% of the rate limit is used`;
  return { ...answer, headers: { ...answer.headers, 'X-CAG-Warnings': warning } };
}

function answerGranted(
  market: Market,
  shop: Shop,
  match: Match,
  request: WireRequest,
  frame: Frame,
): WireAnswer {
  const { operation, params, query } = match;
  // seller_api has the vendorId in the query, everything else in the path.
  const vendorId = operation.namesNoVendor ? shop.vendorId : (params.vendorId ?? query.get('vendorId'));
  if (vendorId === null) return badRequest('vendorId is required');
  if (!/^[AC]\d+$/.test(vendorId)) return badRequest('Invalid vendor ID');
  if (vendorId !== shop.vendorId) return emptyAnswer(404);

  showDueAcknowledgements(shop, frame.now());
  const call: GrantedCall = { operation: operation.name, market, shop, frame, request, query, params };
  const broken = frame.strike(operation.name, 'server_error');
  return broken === undefined ? carryOut(match, call) : breakDown(match, call);
}

function carryOut({ operation }: Match, call: GrantedCall): WireAnswer {
  try {
    return operation.carryOut(call);
  } catch (error) {
    if (error instanceof CallRefused) return error.answer;
    throw error;
  }
}

// The 504 is the gateway giving up after 3 seconds (sheet §1) while the service carries on: that call IS applied.
function breakDown(match: Match, call: GrantedCall): WireAnswer {
  switch (call.shop.random.int(0, 3)) {
    case 0:
      return gatewayError(500, '[INTERNAL_SERVER_ERROR] unexpected error');
    case 1:
      return emptyAnswer(502);
    case 2:
      return emptyAnswer(503);
    default:
      carryOut(match, call);
      return gatewayError(504, TIMED_OUT);
  }
}
