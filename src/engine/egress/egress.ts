import { Agent, type Dispatcher, errors, request } from 'undici';
import { guardedConnect, PRIVATE_ADDRESS, type Resolve } from './guarded-connect.ts';
import { addressFault } from './user-address.ts';

/** Why a call to an address that somebody typed got no answer. */
export type EgressTrouble =
  | 'bad_address'
  | 'bad_port'
  | 'private_address'
  | 'name_unknown'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'cut';

export interface EgressAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** How the body begins, up to 1 KB. */
  readonly start: string;
}

export type EgressResult =
  | { readonly kind: 'answer'; readonly answer: EgressAnswer }
  | { readonly kind: 'trouble'; readonly trouble: EgressTrouble };

/** What came of fetching something whole. */
export type Fetched =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly bytes: Uint8Array;
      /** What the server knows this version by; null where it tells nothing. */
      readonly etag: string | null;
    }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'trouble'; readonly trouble: EgressTrouble | 'too_large' };

/**
 * The client for addresses that people type, such as webhook targets. Public addresses only, unless private hosts are
 * allowed; redirects are not followed; time and size are capped; it carries none of the hub's credentials.
 */
export interface Egress {
  post(
    address: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal?: AbortSignal,
  ): Promise<EgressResult>;
  /**
   * Fetches what is there, if it is no larger than `maxBytes`. Where it has moved to is told, not followed. With the
   * `etag` of a version that is known the answer may be a 304 without bytes.
   */
  get(address: string, maxBytes: number, etag?: string | null): Promise<Fetched>;
  close(): Promise<void>;
}

export interface EgressSettings {
  readonly allowPrivateHosts: boolean;
  readonly resolve?: Resolve | undefined;
  /** For the whole call, from the name to the end of the answer. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024;
const START_BYTES = 1024;

export function openEgress(settings: EgressSettings): Egress {
  const { allowPrivateHosts, resolve, timeoutMs = TIMEOUT_MS } = settings;
  // No limit of connections per host: callers have their own, and two targets on one host must not wait for each other.
  const dispatcher = new Agent({
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    connect: guardedConnect({ timeoutMs, resolve }, allowPrivateHosts ? () => true : undefined),
  });
  const faultOf = (address: string) =>
    URL.canParse(address) ? addressFault(new URL(address), allowPrivateHosts) : ('bad_address' as const);
  return {
    async get(address, maxBytes, etag = null) {
      const fault = faultOf(address);
      if (fault !== null) return { kind: 'trouble', trouble: fault };
      const limit = AbortSignal.timeout(timeoutMs);
      try {
        const headers = etag === null ? {} : { 'if-none-match': etag };
        const response = await request(address, { method: 'GET', headers, dispatcher, signal: limit });
        return await fetchedOf(response, maxBytes);
      } catch (error) {
        return { kind: 'trouble', trouble: limit.aborted ? 'timeout' : troubleOf(error) };
      }
    },
    async post(address, headers, body, signal) {
      const fault = faultOf(address);
      if (fault !== null) return { kind: 'trouble', trouble: fault };
      const limit = AbortSignal.timeout(timeoutMs);
      try {
        const response = await request(address, {
          method: 'POST',
          headers: { ...headers },
          body,
          dispatcher,
          signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
        });
        return { kind: 'answer', answer: await answerOf(response) };
      } catch (error) {
        signal?.throwIfAborted();
        return { kind: 'trouble', trouble: limit.aborted ? 'timeout' : troubleOf(error) };
      }
    },
    close: () => dispatcher.destroy(),
  };
}

async function fetchedOf(response: Dispatcher.ResponseData, maxBytes: number): Promise<Fetched> {
  const { location, etag } = response.headers;
  const { statusCode: status } = response;
  if (status >= 300 && status < 400 && status !== 304 && typeof location === 'string') {
    await response.body.dump();
    return { kind: 'redirect', location };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) {
      response.body.destroy();
      return { kind: 'trouble', trouble: 'too_large' };
    }
    chunks.push(bytes);
  }
  return {
    kind: 'answer',
    status: response.statusCode,
    bytes: Buffer.concat(chunks),
    etag: typeof etag === 'string' ? etag : null,
  };
}

/** The status is the answer; a body that is too long, too slow or cut takes nothing away from it. */
async function answerOf(response: Dispatcher.ResponseData): Promise<EgressAnswer> {
  const retryAfter = response.headers['retry-after'];
  const start: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body) {
      const bytes = Buffer.from(chunk);
      if (size < START_BYTES) start.push(bytes.subarray(0, START_BYTES - size));
      size += bytes.length;
      if (size > MAX_ANSWER_BYTES) break;
    }
  } catch {
    response.body.destroy();
  }
  return {
    status: response.statusCode,
    retryAfter: typeof retryAfter === 'string' ? retryAfter : null,
    start: Buffer.concat(start).toString('utf8'),
  };
}

const TROUBLES: Readonly<Record<string, EgressTrouble>> = {
  [PRIVATE_ADDRESS]: 'private_address',
  ENOTFOUND: 'name_unknown',
  EAI_AGAIN: 'name_unknown',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  EPROTO: 'tls',
};

function troubleOf(error: unknown): EgressTrouble {
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError)
    return 'timeout';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = TROUBLES[code];
  if (known !== undefined) return known;
  return /CERT|SSL|TLS|SIGNED|VERIFY/.test(code) ? 'tls' : 'cut';
}
