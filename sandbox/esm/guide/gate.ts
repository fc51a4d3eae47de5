import type { Call, FaultKind, Frame, WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import { passDeadlines } from '../claims/deadlines.ts';
import type { Market } from '../market.ts';
import type { Shop } from '../shop/shop.ts';
import { GuideRefusal, json, refuse } from './answers.ts';
import type { GuideCall, GuideOperation } from './call.ts';
import { GUIDE_OPERATIONS, TOKEN_OPERATION } from './operations.ts';
import { bearer, clientIdOf, issueToken, shopOfClient } from './token.ts';

const TOKEN_PATH = '/oauth/token';

const ENTRIES = GUIDE_OPERATIONS.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

interface Match {
  readonly operation: GuideOperation;
  readonly params: Readonly<Record<string, string>>;
}

/** Whether a path belongs to the guide's API. */
export function isGuidePath(path: string): boolean {
  return path === TOKEN_PATH || path.startsWith('/v1/');
}

function match({ method, path }: WireRequest): Match | undefined {
  for (const { operation, pattern } of ENTRIES) {
    const found = operation.method === method ? pattern.exec(path) : null;
    if (found !== null) return { operation, params: found.groups ?? {} };
  }
  return undefined;
}

/** The name of the call that a request of the guide's API asks for. */
export function guideOperationOf(request: WireRequest): string {
  if (request.path === TOKEN_PATH && request.method === 'POST') return TOKEN_OPERATION;
  return match(request)?.operation.name ?? 'unknown';
}

/** The way of every request of the guide's API: path, token, limit, and only then the call itself. */
export function passGuideGate(market: Market, request: WireRequest, frame: Frame): Call {
  const operation = guideOperationOf(request);
  if (operation === TOKEN_OPERATION) return answerToken(market, request, frame);
  const found = match(request);
  if (found === undefined)
    return { operation, answer: new GuideRefusal('NOT_FOUND', 'there is no such call').answer() };
  const shop = bearer(market, request.headers.authorization, frame.now());
  const denied = new GuideRefusal('INVALID_TOKEN', 'the token is missing, wrong or expired').answer();
  if (shop === undefined) return { operation, answer: denied };
  const identity = { shop: shop.name, operation, bucket: `account:${shop.clientId}` };
  if (frame.strike(operation, 'token_dies') !== undefined) {
    shop.rules.tokenRound += 1;
    return { ...identity, answer: denied };
  }
  passDeadlines(shop, frame.now());
  if (isOverLimit(market, shop, frame)) {
    const answer = new GuideRefusal('TOO_MANY_REQUESTS', '분당 500회를 초과했습니다').answer();
    return { ...identity, answer, overLimit: true };
  }
  const { params } = found;
  const query = new URLSearchParams(request.query);
  const call: GuideCall = { operation, shop, frame, now: frame.now(), query, params, request };
  return { ...identity, answer: answering(() => answerGranted(found.operation, call)) };
}

function answerToken(market: Market, request: WireRequest, frame: Frame): Call {
  const shop = shopOfClient(market, clientIdOf(request));
  const identity = { operation: TOKEN_OPERATION, ...(shop === undefined ? {} : { shop: shop.name }) };
  return {
    ...identity,
    answer: answering(() => {
      playCommonFaults(TOKEN_OPERATION, frame);
      if (shop?.rules.allowedIps?.includes(request.remoteAddress) === false)
        refuse('FORBIDDEN', '허용되지 않은 IP입니다');
      return issueToken(shop, request, frame.now());
    }),
  };
}

function isOverLimit({ guideCalls }: Market, shop: Shop, frame: Frame): boolean {
  return shop.rules.limits && !guideCalls.admit(shop.name, frame.monotonicMs()).admitted;
}

function answering(answer: () => WireAnswer): WireAnswer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof GuideRefusal) return error.answer();
    throw error;
  }
}

function playCommonFaults(operation: string, frame: Frame): void {
  const struck = (kind: FaultKind) => frame.strike(operation, kind) !== undefined;
  if (struck('ip_not_allowed')) refuse('FORBIDDEN', '허용되지 않은 IP입니다');
  if (struck('rate_limited')) refuse('TOO_MANY_REQUESTS', '호출 한도를 초과했습니다');
}

function answerGranted(operation: GuideOperation, call: GuideCall): WireAnswer {
  const { frame, shop, request } = call;
  playCommonFaults(operation.name, frame);
  if (shop.rules.allowedIps?.includes(request.remoteAddress) === false)
    refuse('FORBIDDEN', '허용되지 않은 IP입니다');
  const isWrite = operation.method !== 'GET';
  if (isWrite && frame.strike(operation.name, 'item_failure') !== undefined)
    refuse('INVALID_PARAMETER', '처리에 실패하였습니다');
  return frame.strike(operation.name, 'server_error') === undefined
    ? operation.carryOut(call)
    : breakDown(operation, call);
}

// The 504 is a gateway that gave up while the service carried on: that call is applied.
function breakDown(operation: GuideOperation, call: GuideCall): WireAnswer {
  const status = call.shop.random.pick([500, 502, 503, 504]);
  if (status === 504) operation.carryOut(call);
  return json(status, { resultCode: 1000, message: '[INTERNAL_ERROR] 잠시 후 다시 시도해 주세요' });
}
