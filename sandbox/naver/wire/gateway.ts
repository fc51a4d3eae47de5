import type { Call, Frame, WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import { OPERATIONS } from '../endpoints/operations.ts';
import type { Shop } from '../seller/shop.ts';
import {
  GATEWAY_TROUBLES,
  type GatewayCode,
  gatewayAnswer,
  type Headers,
  rateHeaders,
  refusalAnswer,
  replyAnswer,
  type Stamp,
} from './answers.ts';
import { Refusal } from './refusal.ts';
import { createRouter, type Route } from './routes.ts';
import { answerToken, TOKEN_OPERATION } from './token-call.ts';

/** The one door in front of every API of the marketplace. */
export interface Gateway {
  operationOf(request: WireRequest): string;
  answer(request: WireRequest, frame: Frame): Call;
}

/** A call whose token belongs to a shop. */
interface Visit {
  readonly shop: Shop;
  readonly token: string;
  readonly route: Route;
  readonly request: WireRequest;
  readonly frame: Frame;
  readonly stamp: Stamp;
  readonly belongsElsewhere: (productOrderId: string) => boolean;
}

const TOKEN_PATH = '/v1/oauth2/token';

/** A gateway to the given shops, which may grow in number while it stands. */
export function createGateway(shops: ReadonlyMap<string, Shop>): Gateway {
  const routeOf = createRouter(OPERATIONS);
  const isToken = ({ method, path }: WireRequest) => method === 'POST' && path === TOKEN_PATH;
  const shopWhere = (matches: (shop: Shop) => boolean) => shops.values().find(matches);
  const belongsElsewhere = (id: string) => shopWhere(({ book }) => book.lines.has(id)) !== undefined;
  let answered = 0;

  const stampAt = (now: number): Stamp => {
    answered += 1;
    const serial = answered.toString(16).padStart(6, '0');
    return { now, traceId: `cr3-000000-${serial}^${now}^${answered}` };
  };

  return {
    operationOf(request) {
      return isToken(request) ? TOKEN_OPERATION : (routeOf(request)?.operation.name ?? 'unknown');
    },
    answer(request, frame) {
      const stamp = stampAt(frame.now());
      if (isToken(request)) {
        const shopOf = (clientId: string) =>
          shopWhere(({ application }) => application.clientId === clientId);
        return answerToken(request, shopOf, frame, stamp);
      }
      const route = routeOf(request);
      if (route === undefined) return { operation: 'unknown', answer: gatewayAnswer('GW.NOT_FOUND', stamp) };
      const token = bearerToken(request);
      const shop = shopWhere(({ application }) => application.tokenState(token, stamp.now) !== undefined);
      if (shop === undefined) {
        return { operation: route.operation.name, answer: gatewayAnswer('GW.AUTHN', stamp) };
      }
      return receive({ shop, token, route, request, frame, stamp, belongsElsewhere });
    },
  };
}

/** The token of a header with exactly one blank (D#3676), else the empty string. */
function bearerToken({ headers }: WireRequest): string {
  return /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
}

function receive(visit: Visit): Call {
  const { shop, route, stamp, frame } = visit;
  const operation = route.operation.name;
  const call = { shop: shop.name, operation, bucket: `app:${shop.application.clientId}:${operation}` };
  const refused = refusalOf(visit);
  if (refused !== undefined) {
    return { ...call, answer: gatewayAnswer(refused, stamp), overLimit: refused === 'GW.QUOTA_LIMIT' };
  }
  const admission = shop.throttle.admit(operation, frame.monotonicMs());
  const headers = rateHeaders(admission);
  if (!admission.isAdmitted) {
    return { ...call, answer: gatewayAnswer('GW.RATE_LIMIT', stamp, headers), overLimit: true };
  }
  const struck = struckCode(visit);
  const answer = struck === undefined ? operate(visit, headers) : gatewayAnswer(struck, stamp, headers);
  return { ...call, answer };
}

function refusalOf({ shop, token, route, request, stamp }: Visit): GatewayCode | undefined {
  const { application } = shop;
  const { now } = stamp;
  if (application.tokenState(token, now) !== 'valid' || !application.isAuthenticated(now)) return 'GW.AUTHN';
  if (!application.mayCallFrom(request.remoteAddress)) return 'GW.IP_NOT_ALLOWED';
  if (!application.passPenalty(now)) return 'GW.QUOTA_LIMIT';
  return application.mayCall(route.operation.group) ? undefined : 'GW.AUTHN';
}

function struckCode({ shop, route, frame }: Visit): GatewayCode | undefined {
  const fault = frame.strike(
    route.operation.name,
    'rate_limited',
    'server_error',
    'token_dies',
    'ip_not_allowed',
  );
  switch (fault?.kind) {
    case 'rate_limited':
      return 'GW.RATE_LIMIT';
    case 'server_error':
      return shop.random.pick(GATEWAY_TROUBLES);
    case 'token_dies':
      shop.application.expireTokens();
      return 'GW.AUTHN';
    case 'ip_not_allowed':
      return 'GW.IP_NOT_ALLOWED';
    default:
      return undefined;
  }
}

function operate(visit: Visit, headers: Headers): WireAnswer {
  const { shop, route, request, frame, stamp, belongsElsewhere } = visit;
  try {
    const reply = route.operation.handle({
      shop,
      now: stamp.now,
      pathId: route.pathId,
      query: new URLSearchParams(request.query),
      body: request.body,
      headers: request.headers,
      strike: (...kinds) => frame.strike(route.operation.name, ...kinds),
      belongsElsewhere,
    });
    return replyAnswer(reply, stamp, headers);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusalAnswer(error, stamp, headers);
  }
}
