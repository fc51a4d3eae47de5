import { EventEmitter } from 'node:events';
import type { Logger } from 'pino';
import { Agent, type Dispatcher } from 'undici';
import type { AccountId } from '../domain/ids.ts';
import type { Budget } from '../marketplaces/kit/budget.ts';
import type { Database } from '../store/database.ts';
import type { LaneKind } from '../store/lanes.ts';
import { rateBudget } from '../store/rate-budget.ts';
import type { Vault } from '../store/vault/vault.ts';

/** What every part of the engine stands on. One per process. */
export interface Hub {
  readonly db: Database;
  readonly vault: Vault;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly dispatcher: Dispatcher;
  /** Lets accounts point at private addresses: sandboxes and gateways. */
  readonly allowPrivateHosts: boolean;
  budgetOf(account: AccountId): Budget;
  /** Tells this process's workers that a lane was woken, so that they need not wait for their next look. */
  readonly nudges: EventEmitter<{ nudge: [LaneKind] }>;
  close(): Promise<void>;
}

export interface HubParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly log: Logger;
  readonly allowPrivateHosts: boolean;
  /** Replaces the shared budget, for benchmarks against a sandbox without limits. */
  readonly budget?: Budget;
  /** The time all processes on the database share; this machine's own when left out. */
  readonly clock?: () => Date;
}

const KEEP_ALIVE_MS = 30_000;
const CONNECTIONS_PER_HOST = 8;

export function createHub(parts: HubParts): Hub {
  const dispatcher = new Agent({ keepAliveTimeout: KEEP_ALIVE_MS, connections: CONNECTIONS_PER_HOST });
  const budgets = new Map<AccountId, Budget>();
  return {
    db: parts.db,
    vault: parts.vault,
    log: parts.log,
    clock: parts.clock ?? (() => new Date()),
    dispatcher,
    allowPrivateHosts: parts.allowPrivateHosts,
    nudges: new EventEmitter(),
    budgetOf(account) {
      if (parts.budget !== undefined) return parts.budget;
      const known = budgets.get(account);
      if (known !== undefined) return known;
      const budget = rateBudget(parts.db, account);
      budgets.set(account, budget);
      return budget;
    },
    close: () => dispatcher.destroy(),
  };
}
