import type { WireRequest } from '../../frame/marketplace.ts';
import type { Application } from '../seller/application.ts';
import { MINUTE_MS } from './time.ts';

/** One field of a token request that is not as it must be. */
export interface InvalidInput {
  readonly name: string;
  readonly type: string;
  readonly message: string;
}

/** What is wrong with a token request. */
export interface TokenFlaw {
  readonly status: 400 | 403 | 415;
  readonly input: InvalidInput;
  /** Whether the request breaks the token standard, which costs the application its allowance (sheet §1.3). */
  readonly isViolation: boolean;
}

/** A token request, read as far as its form allows. */
export interface TokenRequest {
  /** Empty if the caller names no application anywhere. */
  readonly clientId: string;
  readonly form: URLSearchParams;
  readonly formFlaw?: TokenFlaw;
}

const TIMESTAMP_TOLERANCE_MS = 5 * MINUTE_MS;
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Reads a token request: a form in the body and nothing in the address. */
export function readTokenRequest({ headers, query, body }: WireRequest): TokenRequest {
  const inQuery = new URLSearchParams(query);
  const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const form = new URLSearchParams(mediaType === FORM_TYPE ? body.toString() : '');
  const clientId = form.get('client_id') ?? inQuery.get('client_id') ?? clientIdInJson(body);
  if (mediaType !== FORM_TYPE) return { clientId, form, formFlaw: violation(415, 'Content-Type') };
  if (inQuery.size > 0) return { clientId, form, formFlaw: violation(415, 'query') };
  if (!form.has('grant_type')) return { clientId, form, formFlaw: violation(400, 'grant_type') };
  if (form.get('type') === 'SELF' && form.has('account_id')) {
    return { clientId, form, formFlaw: violation(400, 'account_id') };
  }
  return { clientId, form };
}

/** What keeps a well-formed token request from being granted. */
export function flawIn(form: URLSearchParams, application: Application, now: number): TokenFlaw | undefined {
  if (form.get('grant_type') !== 'client_credentials') return flaw(400, 'grant_type');
  if (form.get('type') !== 'SELF') return flaw(400, 'type');
  const timestamp = form.get('timestamp') ?? '';
  const isTimely =
    /^\d{1,15}$/.test(timestamp) && Math.abs(now - Number(timestamp)) <= TIMESTAMP_TOLERANCE_MS;
  if (!isTimely) return flaw(400, 'timestamp');
  const signature = form.get('client_secret_sign') ?? '';
  if (!/^[A-Za-z0-9+/_-]{80}$/.test(signature)) return flaw(400, 'client_secret_sign');
  if (!application.isSignedBy(timestamp, signature)) return flaw(403, 'client_secret_sign');
  return application.isAuthenticated(now) ? undefined : flaw(403, 'client_id');
}

/** The flaw of a request that names no known application. */
export function unknownClient(): TokenFlaw {
  return flaw(400, 'client_id');
}

function flaw(status: 400 | 403, name: string): TokenFlaw {
  return { status, input: invalid(name), isViolation: false };
}

function violation(status: 400 | 415, name: string): TokenFlaw {
  return { status, input: invalid(name), isViolation: true };
}

function invalid(name: string): InvalidInput {
  return { name, type: 'Invalid', message: `${name} 항목이 유효하지 않습니다.` };
}

function clientIdInJson(body: Buffer): string {
  return /"client_id"\s*:\s*"([^"]*)"/.exec(body.toString('latin1'))?.[1] ?? '';
}
