import type { OwnerId } from '../domain/ids.ts';
import type { Hub } from '../engine/hub.ts';
import type { OwnerQueue } from '../store/job-wishes.ts';

/**
 * Works through what one owner's rows ask for, until nothing is due. Answers when something becomes due again, null
 * for "when asked". It may run twice at once after a stall, so it claims rows before it acts on them. When `signal`
 * aborts it ends between two rows.
 */
export type OwnerWork = (hub: Hub, owner: OwnerId, signal: AbortSignal) => Promise<Date | null>;

/** The work behind each queue. A wish for a queue that is not here waits until it is. */
export const OWNER_WORK: Partial<Record<OwnerQueue, OwnerWork>> = {};

/** Something the house does by the clock, on one process at a time. */
export interface Chore {
  readonly name: string;
  /** In UTC; minutes are the finest. */
  readonly cron: string;
  readonly work: (hub: Hub, signal: AbortSignal) => Promise<void>;
}

export const CHORES: readonly Chore[] = [];
