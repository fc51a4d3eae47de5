/** How an account is, as the contacts with its marketplace tell. */
export const HEALTH_STATES = ['unchecked', 'healthy', 'degraded', 'unhealthy'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/**
 * How a trouble weighs: `person` stays until somebody does something about it, `limit` and `passing` end by
 * themselves, `chosen` is what the seller switched off.
 */
export type Gravity = 'person' | 'passing' | 'limit' | 'chosen';

export interface Health {
  readonly state: HealthState;
  /** When it entered this state. */
  readonly since: Date;
  /** Readings that failed since the last good one. */
  readonly failures: number;
  /** When the first contact failed since the last good one. */
  readonly failingSince: Date | null;
  readonly lastGoodAt: Date | null;
  /** True from the word that it is unhealthy until the word that it has recovered, whatever is changed meanwhile. */
  readonly alarmed: boolean;
}

/** One contact with the marketplace: a reading to its end, a connection test, or a write that failed as a whole. */
export type Contact =
  | { readonly kind: 'good'; readonly at: Date }
  | {
      readonly kind: 'trouble';
      readonly at: Date;
      readonly gravity: Gravity;
      readonly met: 'reading' | 'writing';
    };

export interface AfterContact {
  readonly health: Health;
  /** What followers are told, if anything: the two words alternate. */
  readonly word: 'unhealthy' | 'recovered' | null;
}

/** So many readings in a row must fail before a trouble that may pass counts. */
const FAILURES_TO_COUNT = 3;
/** Or so long must pass without a good contact. */
const PASSING_MS = 60_000;
/** Limits open again by themselves; penalties of Korean marketplaces last minutes. */
const LIMIT_MS = 10 * 60_000;

/**
 * The health after one more contact. One blip does not make an account unhealthy, one good reading makes it
 * healthy. A write's trouble alone never makes it unhealthy: reading may go on meanwhile, and the two would have it
 * change to and fro. The next reading decides.
 */
export function afterContact(before: Health, contact: Contact): AfterContact {
  if (contact.kind === 'good') {
    const health: Health = {
      ...entered(before, 'healthy', contact.at),
      failures: 0,
      failingSince: null,
      lastGoodAt: contact.at,
      alarmed: false,
    };
    return { health, word: before.alarmed ? 'recovered' : null };
  }
  const counts = contact.met === 'reading' && contact.gravity !== 'chosen';
  const failingSince =
    contact.gravity === 'chosen' ? before.failingSince : (before.failingSince ?? contact.at);
  const failures = before.failures + (counts ? 1 : 0);
  const failingMs = failingSince === null ? 0 : contact.at.getTime() - failingSince.getTime();
  const isUnhealthy =
    before.state === 'unhealthy' || (counts && tooMuch(contact.gravity, failures, failingMs));
  const health: Health = {
    ...entered(before, isUnhealthy ? 'unhealthy' : 'degraded', contact.at),
    failures,
    failingSince,
    alarmed: before.alarmed || isUnhealthy,
  };
  return { health, word: isUnhealthy && !before.alarmed ? 'unhealthy' : null };
}

function tooMuch(gravity: Gravity, failures: number, failingMs: number): boolean {
  switch (gravity) {
    case 'person':
      return true;
    case 'passing':
      return failures >= FAILURES_TO_COUNT || failingMs >= PASSING_MS;
    case 'limit':
      return failingMs >= LIMIT_MS;
    case 'chosen':
      return false;
  }
}

function entered(before: Health, state: HealthState, at: Date): Health {
  return before.state === state ? before : { ...before, state, since: at };
}
