import type { JsonObject } from '../../frame/json.ts';
import type { Call, Frame, WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import type { Shop } from '../seller/shop.ts';
import type { Gateway } from '../wire/gateway.ts';
import { createRouter, type Route } from '../wire/routes.ts';
import type { GuideOperation } from './operation.ts';
import { GUIDE_OPERATIONS } from './operations.ts';
import { GUIDE_CODES, type GuideCode, GuideRefusal } from './refusal.ts';
import { grantToken, tokenForm } from './token.ts';

export const GUIDE_TOKEN_OPERATION = 'guide.token';

const TOKEN_PATH = '/oauth/token';
const BASE_PATH = '/external/';
const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };

/** Whether a request speaks edition `guide`: its paths begin at the host, the official ones below `/external`. */
export function speaksGuide({ path }: WireRequest): boolean {
  return path === TOKEN_PATH || path.startsWith(BASE_PATH);
}

/** The door of edition `guide` to the same shops. */
export function createGuideGateway(shops: ReadonlyMap<string, Shop>): Gateway {
  const routeOf = createRouter(GUIDE_OPERATIONS);
  const isToken = ({ method, path }: WireRequest) => method === 'POST' && path === TOKEN_PATH;
  const shopWhere = (matches: (shop: Shop) => boolean) => shops.values().find(matches);
  const belongsElsewhere = (id: string) => shopWhere(({ book }) => book.lines.has(id)) !== undefined;

  const answerToken = (request: WireRequest, frame: Frame): Call => {
    const clientId = new URLSearchParams(request.body.toString()).get('client_id');
    const shop = shopWhere(({ application }) => application.clientId === clientId);
    const struck = faultCode(frame, GUIDE_TOKEN_OPERATION, shop);
    return {
      operation: GUIDE_TOKEN_OPERATION,
      ...(shop === undefined ? {} : { shop: shop.name }),
      answer: answerOf(() => {
        if (struck !== undefined) throw new GuideRefusal(struck);
        return grantToken(tokenForm(request), shop, frame.now());
      }),
    };
  };

  const receive = (
    request: WireRequest,
    { operation, pathId }: Route<GuideOperation>,
    frame: Frame,
  ): Call => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const now = frame.now();
    const { name } = operation;
    const shop = shopWhere(({ application }) => application.guideTokens.stateOf(token, now) !== undefined);
    if (shop === undefined) return { operation: name, answer: refusalAnswer('INVALID_TOKEN') };
    const call = { operation: name, shop: shop.name, bucket: `app:${shop.application.clientId}:guide` };
    const refused = entryRefusal(shop, token, request, now);
    if (refused !== undefined) return { ...call, answer: refusalAnswer(refused) };
    if (!shop.guideThrottle.isAdmitted(frame.monotonicMs())) {
      return { ...call, answer: refusalAnswer('TOO_MANY_REQUESTS'), overLimit: true };
    }
    const struck = faultCode(frame, name, shop);
    const answer = answerOf(() => {
      if (struck !== undefined) throw new GuideRefusal(struck);
      return operation.handle({
        shop,
        now,
        pathId,
        query: new URLSearchParams(request.query),
        body: request.body,
        headers: request.headers,
        strike: (...kinds) => frame.strike(name, ...kinds),
        belongsElsewhere,
      });
    });
    return { ...call, answer };
  };

  return {
    operationOf(request) {
      return isToken(request) ? GUIDE_TOKEN_OPERATION : (routeOf(request)?.operation.name ?? 'unknown');
    },
    answer(request, frame) {
      if (isToken(request)) return answerToken(request, frame);
      const route = routeOf(request);
      if (route === undefined) return { operation: 'unknown', answer: refusalAnswer('NOT_FOUND') };
      return receive(request, route, frame);
    },
  };
}

function entryRefusal(
  { application }: Shop,
  token: string,
  { remoteAddress }: WireRequest,
  now: number,
): GuideCode | undefined {
  const isValid = application.guideTokens.stateOf(token, now) === 'valid' && application.isAuthenticated(now);
  if (!isValid) return 'INVALID_TOKEN';
  return application.mayCallFrom(remoteAddress) && application.mayCall('order-seller')
    ? undefined
    : 'FORBIDDEN';
}

function faultCode(frame: Frame, operation: string, shop: Shop | undefined): GuideCode | undefined {
  switch (frame.strike(operation, 'rate_limited', 'server_error', 'token_dies', 'ip_not_allowed')?.kind) {
    case 'rate_limited':
      return 'TOO_MANY_REQUESTS';
    case 'server_error':
      return 'INTERNAL_ERROR';
    case 'token_dies':
      shop?.application.expireTokens();
      return 'INVALID_TOKEN';
    case 'ip_not_allowed':
      return 'FORBIDDEN';
    default:
      return undefined;
  }
}

function answerOf(handle: () => JsonObject): WireAnswer {
  try {
    return { status: 200, headers: JSON_TYPE, body: JSON.stringify(handle()) };
  } catch (error) {
    if (!(error instanceof GuideRefusal)) throw error;
    return refusalAnswer(error.code, error.message);
  }
}

function refusalAnswer(code: GuideCode, message: string = GUIDE_CODES[code].message): WireAnswer {
  return { status: GUIDE_CODES[code].status, headers: JSON_TYPE, body: JSON.stringify({ code, message }) };
}
