import { createHash } from 'node:crypto';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../wire/time.ts';
import { createSignatureVerifier } from './signature.ts';

/** The API groups a seller ticks on the application (sheet §1.2). */
export const API_GROUPS = [
  'product',
  'order-seller',
  'seller-info',
  'inquiry',
  'settlement',
  'logistics',
] as const;
export type ApiGroup = (typeof API_GROUPS)[number];

const TOKEN_LIFE_MS = 3 * HOUR_MS;
const REUSE_ABOVE_MS = 30 * MINUTE_MS;
const AUTHENTICATION_LIFE_MS = 180 * DAY_MS;
const PENALTY_PERIOD_MS = HOUR_MS;

export interface Token {
  readonly text: string;
  readonly expiresAt: number;
}

/** One seller's application in the Commerce API Center: who may call, from where, and what. */
export interface Application {
  readonly clientId: string;
  isSignedBy(timestamp: string, signature: string): boolean;
  /** The previous secret dies at once; tokens issued with it live on. */
  reissueSecret(secret: string): void;
  /** The current token while it has 30 minutes left, else a new one beside it (sheet §1.3). */
  issueToken(now: number): Token;
  /** Undefined if the text was never a token of this application. */
  tokenState(text: string, now: number): 'valid' | 'expired' | undefined;
  expireTokens(): void;
  /** The application must be re-authenticated every 180 days. */
  isAuthenticated(now: number): boolean;
  authenticate(now: number): void;
  endAuthentication(now: number): void;
  mayCall(group: ApiGroup): boolean;
  allowGroups(groups: readonly ApiGroup[]): void;
  mayCallFrom(address: string): boolean;
  /** Undefined allows every address. */
  allowAddresses(addresses: readonly string[] | undefined): void;
  /** One call per hour on all APIs together, the call that earned it being the first (sheet §1.3). */
  penalise(now: number): void;
  liftPenalty(): void;
  /** Whether the penalty, if there is one, leaves room for a call now; taking it counts. */
  passPenalty(now: number): boolean;
}

/** A fresh application with every API group ticked. */
export function createApplication(options: {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly allowedIps?: readonly string[];
  readonly now: number;
}): Application {
  const { clientId } = options;
  const verifier = createSignatureVerifier(clientId);
  let clientSecret = options.clientSecret;
  const expiries = new Map<string, number>();
  let current: Token | undefined;
  let authenticatedUntil = options.now + AUTHENTICATION_LIFE_MS;
  let groups: ReadonlySet<ApiGroup> = new Set(API_GROUPS);
  let addresses = options.allowedIps;
  let penalisedCallAt: number | undefined;

  return {
    clientId,
    isSignedBy: (timestamp, signature) => verifier.verify(timestamp, signature, clientSecret),
    reissueSecret(secret) {
      clientSecret = secret;
    },
    issueToken(now) {
      if (current !== undefined && current.expiresAt - now >= REUSE_ABOVE_MS) return current;
      current = {
        text: tokenText(`${clientId} ${clientSecret}`, expiries.size),
        expiresAt: now + TOKEN_LIFE_MS,
      };
      expiries.set(current.text, current.expiresAt);
      return current;
    },
    tokenState(text, now) {
      const expiresAt = expiries.get(text);
      if (expiresAt === undefined) return undefined;
      return expiresAt > now ? 'valid' : 'expired';
    },
    expireTokens() {
      for (const text of expiries.keys()) expiries.set(text, Number.NEGATIVE_INFINITY);
      current = undefined;
    },
    isAuthenticated: (now) => now < authenticatedUntil,
    authenticate(now) {
      authenticatedUntil = now + AUTHENTICATION_LIFE_MS;
    },
    endAuthentication(now) {
      authenticatedUntil = now;
    },
    mayCall: (group) => groups.has(group),
    allowGroups(ticked) {
      groups = new Set(ticked);
    },
    mayCallFrom: (address) => addresses?.includes(address) ?? true,
    allowAddresses(allowed) {
      addresses = allowed;
    },
    penalise(now) {
      penalisedCallAt = now;
    },
    liftPenalty() {
      penalisedCallAt = undefined;
    },
    passPenalty(now) {
      if (penalisedCallAt === undefined) return true;
      if (now - penalisedCallAt < PENALTY_PERIOD_MS) return false;
      penalisedCallAt = now;
      return true;
    },
  };
}

/** A token nobody can guess without the secret, and the same again for the same turn, so that a diary can be relived. */
function tokenText(credentials: string, turn: number): string {
  return createHash('sha256').update(`${credentials} ${turn}`).digest('base64url');
}
