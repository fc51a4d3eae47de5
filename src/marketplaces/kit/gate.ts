import type { Dispatcher } from 'undici';
import { errors, request } from 'undici';
import { type AnswerFormat, JSON_FORMAT } from './answer-format.ts';
import type { Bucket } from './bucket.ts';
import {
  type Budget,
  type CallEnding,
  type Fence,
  type Grant,
  isShutReason,
  type Lane,
  NoGrant,
} from './budget.ts';
import type { Intent, Operation } from './operation.ts';
import type { TokenShelf } from './shared-token.ts';
import { MarketplaceError, type Trouble, type TroubleReason } from './trouble.ts';
import { StaleGrant, whileGranted } from './while-granted.ts';

/** What a connector asks of its marketplace. */
export interface GateCall<Answer> {
  readonly operation: string;
  /** One of the edition's other hosts by its name; its base address when absent. */
  readonly host?: string;
  /** Values for the `{name}` placeholders of the path; encoded by the gate. */
  readonly params?: Readonly<Record<string, string>>;
  /** The query exactly as it goes on the wire, without `?`. */
  readonly query?: string;
  /** Text goes out as UTF-8; what is written in another charset comes as bytes. */
  readonly body?: string | Uint8Array;
  /** How much of its bucket this call counts for, where that depends on what it holds. */
  readonly cost?: number;
  /** Headers of one attempt; called after the budget was granted, so that time stamps and signatures are fresh. */
  readonly headers: (attempt: Attempt) => Readonly<Record<string, string>>;
  /** Names what is wrong with an answer, or undefined when it is good. Sees every status. */
  readonly classify: (answer: WireAnswer) => Omit<Trouble, 'operation'> | undefined;
  /** Reads a good answer. An UnreadableError becomes `unexpected_shape`. */
  readonly decode: (json: unknown) => Answer;
  /** What the answer is written in; lossless JSON when absent. */
  readonly format?: AnswerFormat;
}

export interface Attempt {
  readonly method: string;
  /** The operation's path, without the base address. */
  readonly path: string;
  readonly query: string;
  readonly now: Date;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as lossless JSON, or the document of the call's own format; undefined when it is not of that format. */
  readonly json: unknown;
  /** Marketplace clock minus ours, from its Date header. */
  readonly skewMs: number | null;
}

/** The one door through which every call to a marketplace leaves. */
export interface Gate {
  ask<Answer>(call: GateCall<Answer>): Promise<Answer>;
  readonly tokens: TokenShelf;
}

export interface GateSettings {
  readonly baseUrl: string;
  /** Addresses of the edition's other hosts; left out, `baseUrl` stands for all of them. */
  readonly hosts?: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly buckets: Readonly<Record<string, Bucket>>;
  readonly budget: Budget;
  readonly lane: Lane;
  /** The held lane this gate works for: once it is lost, no call leaves any more. */
  readonly fence?: Fence;
  readonly tokens: TokenShelf;
  readonly dispatcher: Dispatcher;
  readonly clock: () => Date;
  /** Intents that a kill switch has closed for this account. */
  readonly closedIntents: ReadonlySet<Intent>;
  readonly signal?: AbortSignal;
  /** Aborting lets the call in flight end, and no other leaves. */
  readonly leaving?: AbortSignal;
  /** Told of every call that left, never of its headers or bodies. */
  readonly observe?: (call: ObservedCall) => void;
}

export interface ObservedCall {
  readonly operation: string;
  readonly status: number | null;
  readonly tookMs: number;
  readonly attempt: number;
  /** Why it did not give what was asked, `cut_off` when we let go of it; null when it did. */
  readonly reason: TroubleReason | 'cut_off' | null;
}

/** What is known of a call that left, while it is on its way. */
interface Trace {
  status: number | null;
  tookMs: number | null;
}

const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const DEFAULT_TIMEOUT_MS = 30_000;
const MAX_ATTEMPTS = 3;
/** A call that was turned away for its rate is repeated here if the bucket is shut for no longer than this. */
const REPEAT_WITHIN_MS = 5_000;
/** A bucket that has no call left for longer than this fails the call; the caller's own schedule tries again. */
const PATIENCE_MS = 60_000;

/** Opens the gate of one account. */
export function openGate(settings: GateSettings): Gate {
  const noMore = [settings.signal, settings.leaving].filter((signal) => signal !== undefined);
  const leaving = noMore.length === 0 ? undefined : AbortSignal.any(noMore);
  async function ask<Answer>(call: GateCall<Answer>): Promise<Answer> {
    const operation = settings.operations[call.operation];
    if (operation === undefined) throw new Error(`operation not in the edition's table: ${call.operation}`);
    if (settings.closedIntents.has(operation.intent)) {
      throw new MarketplaceError({ reason: 'switched_off', operation: call.operation });
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await askObserved(call, operation, attempt);
      } catch (error) {
        if (error instanceof NoGrant) throw spentTrouble(error, call.operation);
        if (!(error instanceof MarketplaceError)) throw error;
        const mayRepeat = await learnFrom(error, operation);
        if (!mayRepeat || attempt >= MAX_ATTEMPTS) throw error;
        await pause(backoffMs(attempt), leaving);
      }
    }
  }

  /** Shuts the bucket where a limit was hit; answers whether the gate itself may send the call again. */
  async function learnFrom(error: MarketplaceError, operation: Operation): Promise<boolean> {
    if (isShutReason(error.reason)) {
      const penalty = Math.max(bucketOf(settings, operation).penaltyMs, error.trouble.waitMs ?? 0);
      await settings.budget.shut(operation.bucket, penalty, error.reason);
      // A call that was turned away for its rate was not carried out, whatever it was.
      return error.reason === 'over_limit' && penalty <= REPEAT_WITHIN_MS;
    }
    return operation.idempotent && error.retryHelps && error.reason !== 'token_refused';
  }

  async function askObserved<Answer>(
    call: GateCall<Answer>,
    operation: Operation,
    attempt: number,
  ): Promise<Answer> {
    const trace: Trace = { status: null, tookMs: null };
    let reason: ObservedCall['reason'] = null;
    try {
      return await askOnce(call, operation, trace);
    } catch (error) {
      reason = error instanceof MarketplaceError ? error.reason : 'cut_off';
      throw error;
    } finally {
      const { status, tookMs } = trace;
      if (tookMs !== null) settings.observe?.({ operation: call.operation, status, tookMs, attempt, reason });
    }
  }

  async function askOnce<Answer>(
    call: GateCall<Answer>,
    operation: Operation,
    trace: Trace,
  ): Promise<Answer> {
    const answer = await send(call, operation, trace);
    const mayHaveApplied = operation.intent !== 'read';
    const trouble = call.classify(answer);
    if (trouble !== undefined) {
      throw new MarketplaceError({
        httpStatus: answer.status,
        maybeApplied: mayHaveApplied && answer.status >= 500,
        ...trouble,
        operation: call.operation,
      });
    }
    if (answer.json === undefined) {
      throw new MarketplaceError({
        reason: (call.format ?? JSON_FORMAT).looksCut(answer.text) ? 'truncated' : 'not_json',
        operation: call.operation,
        httpStatus: answer.status,
        nativeText: answer.text.slice(0, 120),
        maybeApplied: mayHaveApplied,
      });
    }
    try {
      return call.decode(answer.json);
    } catch (cause) {
      throw new MarketplaceError({
        reason: 'unexpected_shape',
        operation: call.operation,
        nativeText: cause instanceof Error ? cause.message : String(cause),
        maybeApplied: mayHaveApplied,
        cause,
      });
    }
  }

  async function send(call: GateCall<unknown>, operation: Operation, trace: Trace): Promise<WireAnswer> {
    const path = fillPath(operation.path, call.params ?? {});
    const query = call.query ?? '';
    const url = `${addressOf(settings, call.host)}${path}${query === '' ? '' : `?${query}`}`;
    for (;;) {
      const grant = await granted(call, operation);
      try {
        return await sendGranted(call, operation, trace, grant, { path, query, url });
      } catch (error) {
        if (!(error instanceof StaleGrant)) throw error;
      }
    }
  }

  async function sendGranted(
    call: GateCall<unknown>,
    operation: Operation,
    trace: Trace,
    grant: Grant,
    { path, query, url }: { readonly path: string; readonly query: string; readonly url: string },
  ): Promise<WireAnswer> {
    const timeoutMs = operation.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const headers = call.headers({ method: operation.method, path, query, now: settings.clock() });
    const startedAt = performance.now();
    let ending: CallEnding = { status: null, headers: {} };
    try {
      const response = await request(url, {
        method: operation.method,
        headers: { ...headers },
        dispatcher: whileGranted(settings.dispatcher, grant),
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        ...(call.body === undefined ? {} : { body: call.body }),
        signal: endsWith(settings.signal, longestMs(operation)),
      });
      trace.status = response.statusCode;
      ending = { status: response.statusCode, headers: plainHeaders(response.headers) };
      const bytes = await boundedBytes(response.body, call.operation, operation.intent !== 'read');
      trace.tookMs = performance.now() - startedAt;
      return wireAnswer(response.statusCode, ending.headers, bytes, {
        format: call.format ?? JSON_FORMAT,
        now: settings.clock(),
      });
    } catch (cause) {
      if (cause instanceof StaleGrant) throw cause;
      trace.tookMs = performance.now() - startedAt;
      if (cause instanceof MarketplaceError) throw cause;
      settings.signal?.throwIfAborted();
      throw transportTrouble(cause, call.operation, operation.intent !== 'read');
    } finally {
      grant.settle(ending);
    }
  }

  function granted(call: GateCall<unknown>, operation: Operation): Promise<Grant> {
    return settings.budget.grant(
      {
        bucket: operation.bucket,
        buckets: settings.buckets,
        lane: settings.lane,
        cost: call.cost ?? operation.cost ?? 1,
        longestMs: longestMs(operation),
        patienceMs: PATIENCE_MS,
        ...(settings.fence === undefined ? {} : { fence: settings.fence }),
      },
      leaving,
    );
  }

  return { ask, tokens: settings.tokens };
}

/** Calls leave to the hosts of the edition's table only. */
function addressOf({ baseUrl, hosts }: GateSettings, host: string | undefined): string {
  if (host === undefined || hosts === undefined) return baseUrl;
  const address = Object.hasOwn(hosts, host) ? hosts[host] : undefined;
  if (address === undefined) throw new Error(`host not in the edition's table: ${host}`);
  return address;
}

/** Headers and body have the operation's time each; a body that only trickles ends with it. */
function longestMs(operation: Operation): number {
  return 2 * (operation.timeoutMs ?? DEFAULT_TIMEOUT_MS);
}

function endsWith(signal: AbortSignal | undefined, ms: number): AbortSignal {
  const timeout = AbortSignal.timeout(ms);
  return signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
}

function spentTrouble(error: NoGrant, operation: string): MarketplaceError {
  return new MarketplaceError({ reason: error.because, operation, waitMs: error.waitMs, cause: error });
}

function bucketOf(settings: GateSettings, operation: Operation): Bucket {
  const bucket = settings.buckets[operation.bucket];
  if (bucket === undefined) throw new Error(`bucket not in the edition's table: ${operation.bucket}`);
  return bucket;
}

function fillPath(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = params[name];
    if (value === undefined || value === '') throw new Error(`path ${template} lacks ${name}`);
    return encodeURIComponent(value);
  });
}

async function boundedBytes(
  body: Dispatcher.ResponseData['body'],
  operation: string,
  isWrite: boolean,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_ANSWER_BYTES) {
      body.destroy();
      throw new MarketplaceError({ reason: 'answer_too_large', operation, maybeApplied: isWrite });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function plainHeaders(
  raw: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

function wireAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
  bytes: Buffer,
  { format, now }: { readonly format: AnswerFormat; readonly now: Date },
): WireAnswer {
  const theirClock = Date.parse(headers.date ?? '');
  const { text, document } = format.read(bytes, headers);
  return {
    status,
    headers,
    text,
    json: document,
    skewMs: Number.isNaN(theirClock) ? null : theirClock - now.getTime(),
  };
}

const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  // The hub's own connector: the name of a base_url leads into a private network, which is not allowed.
  'MOA_PRIVATE_ADDRESS',
]);

function transportTrouble(cause: unknown, operation: string, isWrite: boolean): MarketplaceError {
  const code =
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  if (code !== undefined && NOT_SENT.has(code)) {
    return new MarketplaceError({ reason: 'down', operation, nativeCode: code, cause });
  }
  const timedOut =
    cause instanceof errors.HeadersTimeoutError ||
    cause instanceof errors.BodyTimeoutError ||
    (cause instanceof DOMException && cause.name === 'TimeoutError');
  return new MarketplaceError({
    reason: timedOut ? 'timeout' : 'connection_lost',
    operation,
    nativeCode: code,
    maybeApplied: isWrite,
    cause,
  });
}

function backoffMs(attempt: number): number {
  const ceiling = 250 * 2 ** attempt;
  return ceiling / 2 + Math.random() * (ceiling / 2);
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
