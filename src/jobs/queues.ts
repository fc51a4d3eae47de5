import type { OwnerId } from '../domain/ids.ts';
import { tellDeadlines } from '../engine/deadlines/tell-deadlines.ts';
import { warnOfExpiringKeys } from '../engine/health/warn-of-keys.ts';
import type { Hub } from '../engine/hub.ts';
import { workImports } from '../engine/imports/work-imports.ts';
import { workInbox } from '../engine/inbox/work-inbox.ts';
import { tellShops } from '../engine/inventory/tell-shops.ts';
import { notifyOwner } from '../engine/mail/notify-owner.ts';
import { workPlans } from '../engine/plans/work-plans.ts';
import { workPublications } from '../engine/publish/work-publications.ts';
import { forgetOld } from '../engine/retention/forget-old.ts';
import { deliver } from '../engine/webhooks/deliver.ts';
import { fanOut } from '../engine/webhooks/fan-out.ts';
import type { OwnerQueue } from '../store/job-wishes.ts';

/**
 * Works through what one owner's rows ask for, until nothing is due. Answers when something becomes due again, null
 * for "when asked". It may run twice at once after a stall, so it claims rows before it acts on them. When `signal`
 * aborts it ends between two rows.
 */
export type OwnerWork = (hub: Hub, owner: OwnerId, signal: AbortSignal) => Promise<Date | null>;

/** The work behind each queue. A wish for a queue that is not here waits until it is. */
export const OWNER_WORK: Partial<Record<OwnerQueue, OwnerWork>> = {
  inbox: workInbox,
  stock: tellShops,
  notify: notifyOwner,
  'fan-out': fanOut,
  deliver,
  plans: workPlans,
  publish: workPublications,
  imports: workImports,
};

/** Something the house does by the clock, on one process at a time. */
export interface Chore {
  readonly name: string;
  /** In UTC; minutes are the finest. */
  readonly cron: string;
  readonly work: (hub: Hub, signal: AbortSignal) => Promise<void>;
}

export const CHORES: readonly Chore[] = [
  // Half past three in Korea.
  { name: 'forget-old', cron: '30 18 * * *', work: forgetOld },
  { name: 'tell-deadlines', cron: '*/5 * * * *', work: tellDeadlines },
  { name: 'warn-of-keys', cron: '7 * * * *', work: warnOfExpiringKeys },
];

/** All that a process's part of the job queue does. */
export interface Duties {
  readonly owners: Partial<Record<OwnerQueue, OwnerWork>>;
  readonly chores: readonly Chore[];
}

export const HOUSE_DUTIES: Duties = { owners: OWNER_WORK, chores: CHORES };
