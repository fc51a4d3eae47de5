import type { WireAnswer } from '../../frame/marketplace.ts';
import type { Admission } from '../seller/throttle.ts';
import type { Reply } from './operation.ts';
import type { Refusal } from './refusal.ts';
import { formatKst } from './time.ts';

/** Sheet §5.2 and §6. */
const GATEWAY_REFUSALS = {
  'GW.AUTHN': { status: 401, message: '요청을 보낼 권한이 없습니다.' },
  'GW.IP_NOT_ALLOWED': { status: 403, message: '호출이 허용되지 않은 IP입니다.' },
  'GW.NOT_FOUND': { status: 404, message: '요청하신 API를 찾을 수 없습니다.' },
  'GW.RATE_LIMIT': { status: 429, message: '요청이 많아 서비스를 일시적으로 사용할 수 없습니다.' },
  'GW.QUOTA_LIMIT': { status: 429, message: '할당된 시간당 요청량을 초과하였습니다.' },
  'GW.INTERNAL_SERVER_ERROR': { status: 500, message: '서비스 처리 중 오류가 발생했습니다.' },
  'GW.PROXY': { status: 502, message: '서비스에 연결할 수 없습니다.' },
  'GW.BLOCK': { status: 503, message: '서비스를 일시적으로 사용할 수 없습니다.' },
  'GW.TIMEOUT': { status: 504, message: '서비스 응답 시간이 초과되었습니다.' },
} as const;
export type GatewayCode = keyof typeof GATEWAY_REFUSALS;

/** What a gateway in trouble answers. */
export const GATEWAY_TROUBLES = [
  'GW.INTERNAL_SERVER_ERROR',
  'GW.PROXY',
  'GW.BLOCK',
  'GW.TIMEOUT',
] as const satisfies readonly GatewayCode[];

/** When and under which trace number a call is answered. */
export interface Stamp {
  readonly now: number;
  readonly traceId: string;
}

export type Headers = Readonly<Record<string, string>>;

const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };

const LIMIT_HEADERS: Partial<Record<GatewayCode, Headers>> = {
  'GW.RATE_LIMIT': { 'GNCP-GW-RateLimit-Remaining': '0' },
  // Only the penalty of sheet §1.3 ever counts an own-store application by the hour.
  'GW.QUOTA_LIMIT': {
    'gncp-gw-quota-limit': '1',
    'gncp-gw-quota-period': 'HOURS',
    'gncp-gw-quota-remaining': '0',
  },
};

/** The headers that tell how much of the allowance is left. */
export function rateHeaders({ rate, remaining }: Admission): Headers {
  return {
    'GNCP-GW-RateLimit-Replenish-Rate': String(rate.perSecond),
    'GNCP-GW-RateLimit-Burst-Capacity': String(rate.capacity),
    'GNCP-GW-RateLimit-Remaining': String(remaining),
  };
}

/** An operation's reply as it goes over the wire. */
export function replyAnswer(reply: Reply, stamp: Stamp, headers: Headers): WireAnswer {
  return {
    status: 200,
    headers: { ...JSON_TYPE, ...traceHeader(stamp), ...headers },
    body: 'document' in reply ? reply.document : enveloped(reply.data, stamp),
  };
}

/** A refusal by an order or a product API, each in its own shape (sheet §5.1). */
export function refusalAnswer(
  { status, code, message, inputs }: Refusal,
  stamp: Stamp,
  headers: Headers,
): WireAnswer {
  if (inputs !== undefined) {
    const timestamp = new Date(stamp.now).toISOString();
    return {
      status,
      headers: { ...JSON_TYPE, ...traceHeader(stamp), ...headers },
      body: JSON.stringify({
        code,
        message,
        ...(inputs.length === 0 ? {} : { invalidInputs: inputs }),
        timestamp,
      }),
    };
  }
  return codedAnswer(status, code, message, stamp, headers);
}

/** A refusal by the gateway. */
export function gatewayAnswer(code: GatewayCode, stamp: Stamp, headers: Headers = {}): WireAnswer {
  const { status, message } = GATEWAY_REFUSALS[code];
  return codedAnswer(status, code, message, stamp, { ...headers, ...LIMIT_HEADERS[code] });
}

/** JSON without trace or rate headers: the token API's answers carry none (sheet §2.1). */
export function bareAnswer(status: number, content: unknown): WireAnswer {
  return { status, headers: JSON_TYPE, body: JSON.stringify(content) };
}

function codedAnswer(
  status: number,
  code: string,
  message: string,
  stamp: Stamp,
  headers: Headers,
): WireAnswer {
  const { now, traceId } = stamp;
  return {
    status,
    headers: { ...JSON_TYPE, ...traceHeader(stamp), ...headers },
    body: JSON.stringify({ code, message, timestamp: formatKst(now), traceId }),
  };
}

function enveloped(data: readonly Buffer[] | string | undefined, { now, traceId }: Stamp): string | Buffer {
  const head = `{"timestamp":"${formatKst(now)}","traceId":"${traceId}"`;
  if (data === undefined) return `${head}}`;
  if (typeof data === 'string') return `${head},"data":${data}}`;
  return Buffer.concat([Buffer.from(`${head},"data":`), ...data, Buffer.from('}')]);
}

function traceHeader({ traceId }: Stamp): Headers {
  return { 'GNCP-GW-Trace-ID': traceId };
}
