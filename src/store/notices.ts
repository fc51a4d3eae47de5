import { sql } from 'kysely';
import type { OwnerScope } from './scope.ts';

/**
 * What processes tell each other through the database. A notice is a hint that arrives after the commit, at most
 * once: whoever waits for one also looks by himself from time to time.
 */
export const NOTICE_CHANNELS = ['moa_lanes', 'moa_jobs', 'moa_events', 'moa_runs'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export interface Notice {
  readonly channel: NoticeChannel;
  readonly text: string;
}

/** Tells every process, once the transaction has committed. Equal notices of one transaction arrive once. */
export async function announce(scope: OwnerScope, channel: NoticeChannel, text: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${text})`.execute(scope.trx);
}
