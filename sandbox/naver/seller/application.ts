import { DAY_MS, HOUR_MS, MINUTE_MS } from '../wire/time.ts';
import { createSignatureVerifier } from './signature.ts';
import { createTokenShelf, type Token, type TokenShelf } from './token-shelf.ts';

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

/** The current token comes back while it has 30 minutes left, else a new one beside it (sheet §1.3). */
const OFFICIAL_TOKENS = { edition: 'official', lifeMs: 3 * HOUR_MS, reuseAboveMs: 30 * MINUTE_MS } as const;
/** Guide 1.2: 3,600 seconds, and nothing about an earlier token. */
const GUIDE_TOKENS = { edition: 'guide', lifeMs: HOUR_MS, reuseAboveMs: Number.POSITIVE_INFINITY } as const;
const AUTHENTICATION_LIFE_MS = 180 * DAY_MS;
const PENALTY_PERIOD_MS = HOUR_MS;

/** One seller's application in the Commerce API Center: who may call, from where, and what. */
export interface Application {
  readonly clientId: string;
  /** Edition `guide` sends the secret itself. */
  hasSecret(secret: string): boolean;
  isSignedBy(timestamp: string, signature: string): boolean;
  /** The previous secret dies at once; tokens issued with it live on. */
  reissueSecret(secret: string): void;
  issueToken(now: number): Token;
  /** Undefined if the text was never a token of this application. */
  tokenState(text: string, now: number): 'valid' | 'expired' | undefined;
  /** Tokens of edition `guide` open none of the official doors, nor the other way round. */
  readonly guideTokens: Pick<TokenShelf, 'issue' | 'stateOf'>;
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
  const credentials = () => `${clientId} ${clientSecret}`;
  const tokens = createTokenShelf(OFFICIAL_TOKENS, credentials);
  const guideTokens = createTokenShelf(GUIDE_TOKENS, credentials);
  let authenticatedUntil = options.now + AUTHENTICATION_LIFE_MS;
  let groups: ReadonlySet<ApiGroup> = new Set(API_GROUPS);
  let addresses = options.allowedIps;
  let penalisedCallAt: number | undefined;

  return {
    clientId,
    hasSecret: (secret) => secret === clientSecret,
    isSignedBy: (timestamp, signature) => verifier.verify(timestamp, signature, clientSecret),
    reissueSecret(secret) {
      clientSecret = secret;
    },
    issueToken: tokens.issue,
    tokenState: tokens.stateOf,
    guideTokens,
    expireTokens() {
      tokens.expireAll();
      guideTokens.expireAll();
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
