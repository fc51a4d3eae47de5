import type { Call, Frame, WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import { CallRefused } from '../gateway/answers.ts';
import { authenticate, isForeignAddress } from '../gateway/authentication.ts';
import type { GrantedCall } from '../gateway/call.ts';
import type { SignedParts } from '../gateway/signature.ts';
import type { Match } from '../gateway/specification.ts';
import type { Market } from '../market.ts';
import { showDueAcknowledgements } from '../orders/acknowledgement.ts';
import { guideRefusal } from './answers.ts';
import { GUIDE_ROOT } from './root.ts';

/** Whether a path belongs to the guide's edition, served or not. */
export function isGuidePath(path: string): boolean {
  return path.startsWith(GUIDE_ROOT);
}

/** The way of every request of the guide's edition: signature, source address, limit, vendorId, and only then the operation itself. */
export function passGuideGate(market: Market, match: Match, request: WireRequest, frame: Frame): Call {
  const operation = match.operation.name;
  const caller = authenticate(market, request, signedParts(request), frame.now());
  if (!('shop' in caller)) return { operation, answer: guideRefusal('INVALID_TOKEN', caller.problem) };
  const { shop } = caller;
  const bucket = `guide:${shop.vendorId}`;
  const identity = { shop: shop.name, operation, bucket };
  if (isForeignAddress(shop, request.remoteAddress, operation, frame)) {
    const message = `Your ip address ${request.remoteAddress} is not allowed`;
    return { ...identity, answer: guideRefusal('FORBIDDEN', message) };
  }
  const isAdmitted = !shop.rules.limits || market.guideJudge.admit(bucket, frame.monotonicMs()).admitted;
  const tooMany = guideRefusal('TOO_MANY_REQUESTS', 'more than 100 calls within a minute');
  if (!isAdmitted) return { ...identity, answer: tooMany, overLimit: true };
  if (frame.strike(operation, 'rate_limited') !== undefined) return { ...identity, answer: tooMany };

  const { params, query } = match;
  const call: GrantedCall = { operation, market, shop, frame, request, query, params };
  const vendorId = query.get('vendorId') ?? shop.vendorId;
  if (vendorId !== shop.vendorId) {
    return { ...identity, answer: guideRefusal('FORBIDDEN', `vendorId ${vendorId} is not yours`) };
  }
  showDueAcknowledgements(shop, frame.now());
  return { ...identity, answer: answerGranted(match, call) };
}

// The guide's sample signs the uri as it is sent, with the question mark before its query.
function signedParts({ method, path, query }: WireRequest): SignedParts {
  return { method, path: query === '' ? path : `${path}?${query}`, query: '' };
}

function answerGranted(match: Match, call: GrantedCall): WireAnswer {
  const isBroken = call.frame.strike(call.operation, 'server_error') !== undefined;
  if (!isBroken) return carryOut(match, call);
  // Half of the failures come after the work is done: whether a call counted is not to be seen from its answer.
  if (call.shop.random.chance(0.5)) carryOut(match, call);
  return guideRefusal('INTERNAL_ERROR', 'unexpected error');
}

function carryOut({ operation }: Match, call: GrantedCall): WireAnswer {
  try {
    return operation.carryOut(call);
  } catch (error) {
    if (error instanceof CallRefused) return error.answer;
    throw error;
  }
}
