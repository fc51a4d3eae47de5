import type { Call, FaultKind, Frame, WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import { passDeadlines } from '../claims/deadlines.ts';
import type { Market } from '../market.ts';
import type { Shop } from '../shop/shop.ts';
import type { Site } from '../sites.ts';
import { BadRequest, ItemRefusal, json, NotThere, noAccess, Refusal } from './answers.ts';
import { readBody } from './body.ts';
import type { OfficialCall, Operation } from './call.ts';
import { OPERATIONS } from './operations.ts';
import { isGenuine, readToken, sitesOf } from './token.ts';

const TOO_MANY = 'Too Many Requests';
const ONCE_PER_FIVE_SECONDS = '주문 조회는 5초당 1회 호출 가능합니다.';

const ENTRIES = OPERATIONS.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`, 'i'),
}));

interface Match {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

/** The call of the official API that a request asks for; undefined if there is none. */
export function findOperation({ method, path }: WireRequest): Match | undefined {
  for (const { operation, pattern } of ENTRIES) {
    const match = operation.method === method ? pattern.exec(path) : null;
    if (match !== null) return { operation, params: match.groups ?? {} };
  }
  return undefined;
}

/** The way of every request: path, token, address, permission, limit, and only then the call itself. */
export function passGate(market: Market, request: WireRequest, frame: Frame): Call {
  const match = findOperation(request);
  if (match === undefined) {
    const Message = `No HTTP resource was found that matches the request URI '${request.path}'.`;
    return { operation: 'unknown', answer: json(404, { Message }) };
  }
  const { operation, params } = match;
  const { name } = operation;
  const caller = authenticate(market, request);
  if (caller === undefined) return { operation: name, answer: noAccess() };
  const { shop, sites } = caller;
  const identity = { shop: shop.name, operation: name };
  const isShutOut = shop.rules.allowedIps?.includes(request.remoteAddress) === false;
  const isUngranted = operation.restricted === true && !shop.rules.restrictedGranted;
  const isStruck = frame.strike(name, 'ip_not_allowed', 'token_dies') !== undefined;
  if (isShutOut || isUngranted || isStruck) return { ...identity, answer: noAccess() };

  passDeadlines(shop, frame.now());
  return answering(identity, () => {
    const call: OfficialCall = {
      operation: name,
      shop,
      sites,
      frame,
      now: frame.now(),
      body: readBody(request),
      params,
    };
    const counted = operation.counts?.(call);
    const bucket = counted === undefined ? {} : { bucket: `orders:${shop.sellerIds[counted]}` };
    if (isOverLimit(market, shop, counted, frame))
      return {
        ...identity,
        ...bucket,
        answer: new Refusal(3000, ONCE_PER_FIVE_SECONDS).answer(),
        overLimit: true,
      };
    if (operation.searches === true && isSearchedTooOften(market, shop, frame))
      return { ...identity, answer: json(429, { Message: TOO_MANY }), overLimit: true };
    return { ...identity, ...bucket, answer: answerGranted(operation, call, counted !== undefined) };
  });
}

function authenticate(
  market: Market,
  request: WireRequest,
): { readonly shop: Shop; readonly sites: readonly Site[] } | undefined {
  const token = readToken(request.headers.authorization);
  const shop = market.shops.values().find(({ masterId }) => masterId === token?.masterId);
  if (token === undefined || shop === undefined || !isGenuine(token, shop.rules.secretKey)) return undefined;
  const sites = sitesOf(token, shop.sellerIds);
  return sites === undefined ? undefined : { shop, sites };
}

function isOverLimit({ orderLists }: Market, shop: Shop, site: Site | undefined, frame: Frame): boolean {
  if (site === undefined || !shop.rules.limits) return false;
  return !orderLists.admit(`${shop.name} ${site}`, frame.monotonicMs()).admitted;
}

function isSearchedTooOften({ productSearches }: Market, shop: Shop, frame: Frame): boolean {
  return shop.rules.limits && !productSearches.admit(shop.name, frame.monotonicMs()).admitted;
}

function answering(identity: Omit<Call, 'answer'>, answer: () => Call): Call {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refusal) return { ...identity, answer: error.answer() };
    if (error instanceof NotThere) return { ...identity, answer: json(404, { message: error.message }) };
    if (error instanceof BadRequest) return { ...identity, answer: json(400, { Message: error.message }) };
    throw error;
  }
}

function answerGranted(operation: Operation, call: OfficialCall, isOrderList: boolean): WireAnswer {
  const struck = (kind: FaultKind) => call.frame.strike(operation.name, kind) !== undefined;
  if (struck('rate_limited')) {
    if (isOrderList) throw new Refusal(3000, ONCE_PER_FIVE_SECONDS);
    return json(429, { Message: TOO_MANY });
  }
  if (operation.changes === true && operation.failsByItem !== true && struck('item_failure')) {
    if (operation.path.startsWith('/item')) throw new ItemRefusal(1000, '[Z001000]처리에 실패하였습니다.');
    throw new Refusal(operation.path.startsWith('/claim') ? 8000 : 3000, '처리에 실패하였습니다.');
  }
  return struck('server_error') ? breakDown(operation, call) : operation.carryOut(call);
}

// The 504 is a gateway that gave up while the service carried on: that call is applied.
function breakDown(operation: Operation, call: OfficialCall): WireAnswer {
  const Message = 'An error has occurred.';
  switch (call.shop.random.int(0, 3)) {
    case 0:
      return json(500, {
        Message,
        ExceptionMessage: 'Timeout expired.',
        ExceptionType: 'System.Exception',
        StackTrace: '',
      });
    case 1:
      return json(502, { Message });
    case 2:
      return json(503, { Message });
    default:
      operation.carryOut(call);
      return json(504, { Message });
  }
}
