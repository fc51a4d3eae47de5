import type { Logger } from 'pino';
import { SLOT_ENDS_MS, slotOf } from '../../domain/call-times.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { ObservedCall } from '../../marketplaces/kit/gate.ts';
import type { Database } from '../../store/database.ts';
import { addCallTallies, type CallTally } from '../../store/health/call-tallies.ts';

/** Counts a process's calls to marketplaces and writes them down now and then. */
export interface CallCounter {
  count(account: AccountId, call: ObservedCall): void;
  /** Writes down what was counted so far. Never throws: counts that could not be written are kept for the next time. */
  flush(): Promise<void>;
  /** Writes down the rest and stops. */
  close(): Promise<void>;
}

const FLUSH_EVERY_MS = 5_000;

type Counted = { -readonly [Key in keyof CallTally]: CallTally[Key] } & { slots: number[] };

/** Opens the counter of one process. A process that is killed loses the counts of the last seconds, nothing else. */
export function callCounter(db: Database, log: Logger): CallCounter {
  let waiting = new Map<string, Counted>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function add(tally: CallTally): void {
    const key = `${tally.account} ${tally.outcome} ${tally.operation}`;
    const known = waiting.get(key);
    if (known === undefined) {
      waiting.set(key, { ...tally, slots: [...tally.slots] });
      return;
    }
    known.calls += tally.calls;
    known.totalMs += tally.totalMs;
    known.slowestMs = Math.max(known.slowestMs, tally.slowestMs);
    for (const [slot, calls] of tally.slots.entries()) known.slots[slot] = (known.slots[slot] ?? 0) + calls;
  }

  async function write(): Promise<void> {
    const tallies = [...waiting.values()];
    waiting = new Map();
    try {
      await addCallTallies(db, tallies);
    } catch (error) {
      log.warn({ err: error }, 'could not write down how calls went');
      for (const tally of tallies) add(tally);
    }
  }

  function flush(): Promise<void> {
    writing = writing.then(write);
    return writing;
  }

  return {
    count(account, call) {
      // A call that we let go of tells nothing about the marketplace.
      if (call.reason === 'cut_off') return;
      const tookMs = Math.round(call.tookMs);
      const slots = new Array<number>(SLOT_ENDS_MS.length + 1).fill(0);
      slots[slotOf(tookMs)] = 1;
      const outcome = call.reason ?? 'ok';
      add({
        account,
        operation: call.operation,
        outcome,
        calls: 1,
        totalMs: tookMs,
        slowestMs: tookMs,
        slots,
      });
      timer ??= setInterval(flush, FLUSH_EVERY_MS).unref();
    },
    flush,
    async close() {
      clearInterval(timer);
      timer = undefined;
      await flush();
    },
  };
}
