import type { Localized } from './localized.ts';

/** The closed set of what can go wrong between the hub and a marketplace. */
export const TROUBLE_KINDS = [
  'auth',
  'permission',
  'blocked',
  'rate_limited',
  'quota',
  'invalid',
  'not_found',
  'conflict',
  'unavailable',
  'contract_broken',
  'not_supported',
  'unknown',
] as const;

export type TroubleKind = (typeof TROUBLE_KINDS)[number];

/**
 * The reason behind a kind, fine enough that a seller can be told what to do. Each has a sentence in
 * `advice.ts`; a connector picks the closest, and the marketplace's own text always travels beside it.
 */
export const TROUBLE_REASONS = {
  wrong_key: 'auth',
  expired_key: 'auth',
  clock_skew: 'auth',
  token_refused: 'auth',
  ip_not_allowed: 'permission',
  missing_permission: 'permission',
  edge_block: 'blocked',
  account_blocked: 'blocked',
  penalty: 'quota',
  quota_spent: 'quota',
  over_limit: 'rate_limited',
  wrong_shop: 'not_found',
  not_found: 'not_found',
  refused: 'invalid',
  already_done: 'conflict',
  wrong_state: 'conflict',
  /** It will be taken later, by itself: what an edition's `tooEarly` tells how long to wait for. */
  too_early: 'conflict',
  down: 'unavailable',
  timeout: 'unavailable',
  connection_lost: 'unavailable',
  truncated: 'contract_broken',
  not_json: 'contract_broken',
  unexpected_shape: 'contract_broken',
  answer_too_large: 'contract_broken',
  wrong_endpoint: 'contract_broken',
  switched_off: 'blocked',
  not_offered: 'not_supported',
  unexplained: 'unknown',
} as const satisfies Record<string, TroubleKind>;

export type TroubleReason = keyof typeof TROUBLE_REASONS;

const RETRY_HELPS: ReadonlySet<TroubleReason> = new Set<TroubleReason>([
  'token_refused',
  'over_limit',
  'down',
  'timeout',
  'connection_lost',
  'truncated',
  'not_json',
]);

export interface Trouble {
  readonly reason: TroubleReason;
  readonly operation: string;
  readonly httpStatus?: number | undefined;
  readonly nativeCode?: string | undefined;
  readonly nativeText?: string | undefined;
  /** What was found before anything was sent, in words of our own. */
  readonly says?: Localized | undefined;
  /** True when the marketplace may have carried the call out although we cannot tell. */
  readonly maybeApplied?: boolean | undefined;
  /** How long the marketplace, or its fact sheet, wants us to stay away. */
  readonly waitMs?: number | undefined;
  /** How far our clock is from the marketplace's, where that is the trouble. */
  readonly skewMs?: number | undefined;
  readonly cause?: unknown;
}

/** A call to a marketplace that did not give what was asked. */
export class MarketplaceError extends Error {
  override readonly name = 'MarketplaceError';
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    const native = [trouble.httpStatus, trouble.nativeCode, trouble.nativeText ?? trouble.says?.en].filter(
      (part) => part !== undefined,
    );
    super(`${trouble.operation}: ${trouble.reason}${native.length > 0 ? ` (${native.join(' ')})` : ''}`, {
      cause: trouble.cause,
    });
    this.trouble = trouble;
  }

  get kind(): TroubleKind {
    return TROUBLE_REASONS[this.trouble.reason];
  }

  get reason(): TroubleReason {
    return this.trouble.reason;
  }

  get retryHelps(): boolean {
    return retryHelps(this.trouble.reason);
  }

  get maybeApplied(): boolean {
    return this.trouble.maybeApplied ?? false;
  }
}

/** Whether the same call may succeed later without anybody changing anything. */
export function retryHelps(reason: TroubleReason): boolean {
  return RETRY_HELPS.has(reason);
}
