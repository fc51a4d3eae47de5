import type { Dispatcher } from 'undici';
import { errors, request } from 'undici';
import type { Budget, Lane } from './budget.ts';
import { parseLossless } from './lossless.ts';
import type { Bucket, Intent, Operation } from './operation.ts';
import type { TokenShelf } from './shared-token.ts';
import { MarketplaceError, type Trouble } from './trouble.ts';

/** What a connector asks of its marketplace. */
export interface GateCall<Answer> {
  readonly operation: string;
  /** Values for the `{name}` placeholders of the path; encoded by the gate. */
  readonly params?: Readonly<Record<string, string>>;
  /** The query exactly as it goes on the wire, without `?`. */
  readonly query?: string;
  readonly body?: string;
  /** Headers of one attempt; called after the budget was granted, so that time stamps and signatures are fresh. */
  readonly headers: (attempt: Attempt) => Readonly<Record<string, string>>;
  /** Names what is wrong with an answer, or undefined when it is good. Sees every status. */
  readonly classify: (answer: WireAnswer) => Omit<Trouble, 'operation'> | undefined;
  /** Reads a good answer. An UnreadableError becomes `unexpected_shape`. */
  readonly decode: (json: unknown) => Answer;
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
  /** The body as lossless JSON, or undefined when it is not JSON. */
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
  readonly operations: Readonly<Record<string, Operation>>;
  readonly buckets: Readonly<Record<string, Bucket>>;
  readonly budget: Budget;
  readonly lane: Lane;
  readonly tokens: TokenShelf;
  readonly dispatcher: Dispatcher;
  readonly clock: () => Date;
  /** Intents that a kill switch has closed for this account. */
  readonly closedIntents: ReadonlySet<Intent>;
  readonly signal?: AbortSignal;
  /** Told of every call that left, never of its headers or bodies. */
  readonly observe?: (call: ObservedCall) => void;
}

export interface ObservedCall {
  readonly operation: string;
  readonly status: number | null;
  readonly tookMs: number;
  readonly attempt: number;
}

const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const DEFAULT_TIMEOUT_MS = 30_000;
const MAX_ATTEMPTS = 3;
/** A process that stalled between grant and send would push calls together on the wire (measured), so it asks again. */
const GRANT_STALE_MS = 100;
/** A bucket that is shut for longer than this fails the call; the caller's own schedule tries again. */
const PATIENCE_MS = 5_000;

/** Opens the gate of one account. */
export function openGate(settings: GateSettings): Gate {
  async function ask<Answer>(call: GateCall<Answer>): Promise<Answer> {
    const operation = settings.operations[call.operation];
    if (operation === undefined) throw new Error(`operation not in the edition's table: ${call.operation}`);
    if (settings.closedIntents.has(operation.intent)) {
      throw new MarketplaceError({ reason: 'switched_off', operation: call.operation });
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await askOnce(call, operation, attempt);
      } catch (error) {
        if (!(error instanceof MarketplaceError) || attempt >= MAX_ATTEMPTS) throw error;
        if (!(await mayRepeat(error, operation))) throw error;
        await pause(backoffMs(attempt), settings.signal);
      }
    }
  }

  async function mayRepeat(error: MarketplaceError, operation: Operation): Promise<boolean> {
    const bucket = bucketOf(settings, operation);
    if (error.reason === 'over_limit') {
      const penalty = Math.max(bucket.penaltyMs, error.trouble.waitMs ?? 0);
      await settings.budget.shut(operation.bucket, penalty);
      // A call that was turned away for its rate was not carried out, whatever it was.
      return penalty <= PATIENCE_MS;
    }
    return operation.idempotent && error.retryHelps && error.reason !== 'token_refused';
  }

  async function askOnce<Answer>(
    call: GateCall<Answer>,
    operation: Operation,
    attempt: number,
  ): Promise<Answer> {
    const answer = await send(call, operation, attempt);
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
        reason: looksCut(answer.text) ? 'truncated' : 'not_json',
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

  async function send(call: GateCall<unknown>, operation: Operation, attempt: number): Promise<WireAnswer> {
    const path = fillPath(operation.path, call.params ?? {});
    const query = call.query ?? '';
    const url = `${settings.baseUrl}${path}${query === '' ? '' : `?${query}`}`;
    const headers = await grantedHeaders(call, operation, path, query);
    const startedAt = performance.now();
    let status: number | null = null;
    try {
      const response = await request(url, {
        method: operation.method,
        headers: { ...headers },
        dispatcher: settings.dispatcher,
        headersTimeout: operation.timeoutMs ?? DEFAULT_TIMEOUT_MS,
        bodyTimeout: operation.timeoutMs ?? DEFAULT_TIMEOUT_MS,
        ...(call.body === undefined ? {} : { body: call.body }),
        ...(settings.signal === undefined ? {} : { signal: settings.signal }),
      });
      status = response.statusCode;
      const text = await boundedText(response.body, call.operation, operation.intent !== 'read');
      return wireAnswer(response.statusCode, response.headers, text, settings.clock());
    } catch (cause) {
      if (cause instanceof MarketplaceError) throw cause;
      settings.signal?.throwIfAborted();
      throw transportTrouble(cause, call.operation, operation.intent !== 'read');
    } finally {
      settings.observe?.({
        operation: call.operation,
        status,
        tookMs: performance.now() - startedAt,
        attempt,
      });
    }
  }

  async function grantedHeaders(
    call: GateCall<unknown>,
    operation: Operation,
    path: string,
    query: string,
  ): Promise<Readonly<Record<string, string>>> {
    const rule = bucketOf(settings, operation);
    for (;;) {
      await settings.budget.grant(operation.bucket, rule, settings.lane, settings.signal);
      const grantedAt = performance.now();
      const headers = call.headers({ method: operation.method, path, query, now: settings.clock() });
      if (performance.now() - grantedAt <= GRANT_STALE_MS) return headers;
    }
  }

  return { ask, tokens: settings.tokens };
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

async function boundedText(
  body: Dispatcher.ResponseData['body'],
  operation: string,
  isWrite: boolean,
): Promise<string> {
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
  return Buffer.concat(chunks).toString('utf8');
}

function wireAnswer(
  status: number,
  rawHeaders: Readonly<Record<string, string | string[] | undefined>>,
  text: string,
  now: Date,
): WireAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(rawHeaders)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const theirClock = Date.parse(headers.date ?? '');
  let json: unknown;
  try {
    json = parseLossless(text);
  } catch {
    json = undefined;
  }
  return {
    status,
    headers,
    text,
    json,
    skewMs: Number.isNaN(theirClock) ? null : theirClock - now.getTime(),
  };
}

/** A document that starts as JSON but does not parse was most likely cut on its way. */
function looksCut(text: string): boolean {
  const start = text.trimStart()[0];
  return start === '{' || start === '[';
}

const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function transportTrouble(cause: unknown, operation: string, isWrite: boolean): MarketplaceError {
  const code =
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  if (code !== undefined && NOT_SENT.has(code)) {
    return new MarketplaceError({ reason: 'down', operation, nativeCode: code, cause });
  }
  const timedOut = cause instanceof errors.HeadersTimeoutError || cause instanceof errors.BodyTimeoutError;
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
