import { EventEmitter } from 'node:events';
import type { Logger } from 'pino';
import { Agent, type Dispatcher } from 'undici';
import type { AccountId } from '../domain/ids.ts';
import type { Budget } from '../marketplaces/kit/budget.ts';
import { rateBudget } from '../store/budget/rate-budget.ts';
import type { Database } from '../store/database.ts';
import type { LaneKind } from '../store/lanes.ts';
import { type NoticeBoard, openNoticeBoard } from '../store/notice-board.ts';
import { type HoldDesk, openHoldDesk } from '../store/stock/hold-desk.ts';
import type { Vault } from '../store/vault/vault.ts';
import { type Egress, openEgress } from './egress/egress.ts';
import { guardedConnect, type Resolve } from './egress/guarded-connect.ts';
import { type CallCounter, callCounter } from './health/call-counter.ts';
import { type CatalogueNames, catalogueNames } from './linking/catalogue-names.ts';
import type { Mailer } from './mail/mailer.ts';

/** What every part of the engine stands on. One per process. */
export interface Hub {
  readonly db: Database;
  readonly vault: Vault;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly dispatcher: Dispatcher;
  /** Calls addresses that people typed. */
  readonly egress: Egress;
  /** Lets accounts point at private addresses: sandboxes and gateways. */
  readonly allowPrivateHosts: boolean;
  budgetOf(account: AccountId): Budget;
  /** Tells this process's workers that a lane was woken, so that they need not wait for their next look. */
  readonly nudges: EventEmitter<{ nudge: [LaneKind] }>;
  /** What processes on this database tell each other. */
  readonly notices: NoticeBoard;
  /** The catalogues' names, taken apart for finding what items are called alike. */
  readonly names: CatalogueNames;
  /** Holds stock for whoever has not been promised it yet. */
  readonly holds: HoldDesk;
  /** How calls to marketplaces went. */
  readonly calls: CallCounter;
  /** Sends mails; null where no mail server is set. */
  readonly mailer: Mailer | null;
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
  readonly mailer?: Mailer | null;
  /** How names become addresses; the operating system's way when left out. */
  readonly resolve?: Resolve;
}

const KEEP_ALIVE_MS = 30_000;
const CONNECTIONS_PER_HOST = 8;
const CONNECT_TIMEOUT_MS = 10_000;

export function createHub(parts: HubParts): Hub {
  const { allowPrivateHosts, resolve } = parts;
  const dispatcher = new Agent({
    keepAliveTimeout: KEEP_ALIVE_MS,
    connections: CONNECTIONS_PER_HOST,
    // An account's base_url is typed by its owner: its name may lead into a private network only where that is allowed.
    ...(allowPrivateHosts ? {} : { connect: guardedConnect({ timeoutMs: CONNECT_TIMEOUT_MS, resolve }) }),
  });
  const egress = openEgress({ allowPrivateHosts, resolve });
  const budgets = new Map<AccountId, Budget>();
  const calls = callCounter(parts.db, parts.log);
  const notices = openNoticeBoard(parts.db);
  return {
    db: parts.db,
    vault: parts.vault,
    log: parts.log,
    clock: parts.clock ?? (() => new Date()),
    dispatcher,
    egress,
    allowPrivateHosts: parts.allowPrivateHosts,
    nudges: new EventEmitter(),
    notices,
    budgetOf(account) {
      if (parts.budget !== undefined) return parts.budget;
      const known = budgets.get(account);
      if (known !== undefined) return known;
      const budget = rateBudget(parts.db, account);
      budgets.set(account, budget);
      return budget;
    },
    names: catalogueNames(),
    holds: openHoldDesk(parts.db),
    calls,
    mailer: parts.mailer ?? null,
    async close() {
      await dispatcher.destroy();
      await egress.close();
      await notices.close();
      await calls.close();
      parts.mailer?.close();
    },
  };
}
