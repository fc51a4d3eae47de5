import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { AccountId } from '../../domain/ids.ts';
import {
  type Ask,
  type Budget,
  type Grant,
  LANES,
  LaneLost,
  NoGrant,
  SHUT_REASONS,
} from '../../marketplaces/kit/budget.ts';
import type { Database } from '../database.ts';
import { LEASE_SECONDS } from '../lanes.ts';
import { lessonsOf } from './lessons.ts';
import { createPunctualityCheck } from './punctual.ts';
import { type LearnedLimit, rulesOf } from './rules.ts';
import { createWakeableSleep } from './sleep.ts';

/** Nobody sleeps longer without telling the others again that it waits. */
const LONGEST_SLEEP_MS = 1_000;
/** What headers say is kept for the seller to see, but not at every call. */
const TELL_EVERY_MS = 1_000;
/** A limit told in headers is believed for so long after it was heard. */
const LEARNED_FOR_MS = 86_400_000;

/** Callers of one process that wait for the same bucket in the same lane; only the first of them asks. */
interface Queue {
  tail: Promise<unknown>;
  length: number;
  /** A grant that came too late to be used and may be given back. */
  voidFlight: string | null;
  /** When the next in the queue, whose wish was told along with the last grant, has a chance; else 0. */
  opensAt: number;
}

/**
 * One budget for all processes on this database (law 3). Each grant is one statement made just before the call is
 * sent, by the database's clock (`take_grant` in the migration). Nobody reserves a place and sleeps, so a stalled
 * process wastes a place and never makes two calls meet.
 */
export function rateBudget(db: Database, account: AccountId): Budget {
  const process = randomBytes(4).toString('hex');
  const queues = new Map<string, Queue>();
  const learned = new Map<string, LearnedLimit>();
  const toldAt = new Map<string, number>();
  const punctuality = createPunctualityCheck();
  const sleep = createWakeableSleep();
  let calls = 0;

  async function grantFirst(ask: Ask, queue: Queue, signal: AbortSignal | undefined): Promise<Grant> {
    const asker = `${process}:${ask.bucket}:${ask.lane}`;
    const flight = `${process}:${++calls}`;
    let refused = false;
    try {
      await sleep.until(Math.min(queue.opensAt, performance.now() + LONGEST_SLEEP_MS), signal);
      for (;;) {
        signal?.throwIfAborted();
        const isFollowed = queue.length > 1;
        const askedAt = performance.now();
        const { voidFlight } = queue;
        queue.voidFlight = null;
        const answer = await take(db, account, ask, learned, { asker, flight, voidFlight, isFollowed });
        learn(answer.told);
        if (answer.verdict === 'lost' && ask.fence !== undefined) throw new LaneLost(ask.fence);
        if (answer.verdict === 'granted') {
          queue.opensAt = isFollowed ? performance.now() + answer.waitMs : 0;
          return grantOf(ask, queue, flight, askedAt, answer.atMs);
        }
        refused = true;
        if (answer.waitMs > ask.patienceMs) {
          throw new NoGrant(ask.bucket, answer.waitMs, answer.because);
        }
        await sleep.until(performance.now() + Math.min(answer.waitMs, LONGEST_SLEEP_MS), signal);
      }
    } catch (error) {
      queue.opensAt = 0;
      // What was told of our waiting holds others back; it would run out by itself.
      if (refused) withdraw(db, account, asker).catch(() => {});
      throw error;
    }
  }

  function grantOf(ask: Ask, queue: Queue, flight: string, askedAt: number, grantedAt: number): Grant {
    return {
      isLate() {
        const late = punctuality.isLate({ askedAt, grantedAt, now: performance.now() });
        if (late) queue.voidFlight = flight;
        return late;
      },
      settle(ending) {
        const lessons = lessonsOf(ask, ending, learned);
        const now = performance.now();
        const worthIt = lessons.filter(
          ({ bucket, matters, told }) =>
            matters || (told !== null && now - (toldAt.get(bucket) ?? 0) >= TELL_EVERY_MS),
        );
        if (worthIt.length === 0) return;
        for (const { bucket, told } of worthIt) if (told !== null) toldAt.set(bucket, now);
        // The call itself is over, whatever becomes of this: a slot runs out by itself.
        settle(db, account, worthIt, flight).then(sleep.wakeAll, () => {});
      },
    };
  }

  function learn(told: Readonly<Record<string, z.infer<typeof KEPT>>>): void {
    for (const [bucket, { limit, of, at }] of Object.entries(told)) {
      if (limit === undefined || Date.now() - at.getTime() > LEARNED_FOR_MS) learned.delete(bucket);
      else learned.set(bucket, { limit, of });
    }
  }

  return {
    grant(ask, signal) {
      const key = `${ask.lane} ${ask.bucket}`;
      const queue = queues.get(key) ?? { tail: Promise.resolve(), length: 0, voidFlight: null, opensAt: 0 };
      queues.set(key, queue);
      queue.length += 1;
      const turn = queue.tail
        .then(() => grantFirst(ask, queue, signal))
        .finally(() => {
          queue.length -= 1;
        });
      queue.tail = turn.catch(() => {});
      return untilAborted(turn, signal);
    },
    async shut(bucket, forMs, because) {
      await sql`
        insert into rate_budgets (account_id, bucket, shut_until, shut_because, hits, hit_at)
        values (${account}, ${bucket}, clock_timestamp() + make_interval(secs => ${forMs / 1000}::float8),
          ${because}, 1, clock_timestamp())
        on conflict (account_id, bucket) do update
        set shut_until = greatest(rate_budgets.shut_until, excluded.shut_until),
          shut_because = excluded.shut_because,
          hits = rate_budgets.hits + 1, hit_at = excluded.hit_at`.execute(db.root);
    },
  };
}

const KEPT = z.object({
  limit: z.number().positive().optional(),
  of: z.number().default(0),
  at: z.coerce.date(),
});

const TAKEN = z.object({
  verdict: z.enum(['granted', 'wait', 'lost']),
  wait_ms: z.number(),
  at_ms: z.number(),
  because: z.enum(SHUT_REASONS).nullable(),
  told: z.record(z.string(), KEPT).nullable(),
});

/** Asks once. When granted, `waitMs` tells when the same may be asked again. */
async function take(
  db: Database,
  account: AccountId,
  ask: Ask,
  learned: ReadonlyMap<string, LearnedLimit>,
  call: {
    readonly asker: string;
    readonly flight: string;
    readonly voidFlight: string | null;
    readonly isFollowed: boolean;
  },
) {
  const rules = JSON.stringify(rulesOf(ask, learned));
  const fence = ask.fence === undefined ? null : JSON.stringify(ask.fence);
  const { rows } = await sql`
    select verdict, wait_ms, at_ms, because, told from take_grant(${account}, ${rules}::text::jsonb, ${call.asker},
      ${LANES.indexOf(ask.lane)}, ${call.isFollowed}, ${call.flight}, ${ask.longestMs}::float8, ${call.voidFlight},
      ${fence}::text::jsonb, ${LEASE_SECONDS}::float8)`.execute(db.root);
  const { verdict, wait_ms: waitMs, at_ms: atMs, because, told } = TAKEN.parse(rows[0]);
  return { verdict, waitMs, atMs, because: because ?? 'over_limit', told: told ?? {} };
}

async function settle(
  db: Database,
  account: AccountId,
  lessons: ReturnType<typeof lessonsOf>,
  flight: string,
): Promise<void> {
  await sql`
    select from settle_grant(${account}, ${JSON.stringify(lessons)}::text::jsonb, ${flight})`.execute(
    db.root,
  );
}

async function withdraw(db: Database, account: AccountId, asker: string): Promise<void> {
  await sql`
    update rate_budgets set wants = wants - ${asker}::text
    where account_id = ${account} and wants -> ${asker}::text is not null`.execute(db.root);
}

/** Rejects as soon as the signal aborts; the turn itself ends when it comes. */
function untilAborted<Result>(turn: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return turn;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
