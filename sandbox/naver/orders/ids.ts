import { kstDay } from '../wire/time.ts';

/** Gives out the marketplace's 16-digit numbers: the day, then a running number. */
export interface Ids {
  next(at: number): string;
  /** Takes back what `work` was given when it throws: what was refused leaves no gap. */
  keepIfDone<Result>(work: () => Result): Result;
}

const STEP = 10;
const FIRST = 10_000_001;

/** One run of numbers for the whole marketplace, so that no two shops share one. */
export function createIds(): Ids {
  let last = FIRST;
  let lastHour = Number.NaN;
  let dayText = '';
  return {
    next(at) {
      const hour = Math.floor(at / 3_600_000);
      if (hour !== lastHour) {
        lastHour = hour;
        dayText = kstDay(at);
      }
      last += STEP;
      return `${dayText}${String(last).padStart(8, '0')}`;
    },
    keepIfDone(work) {
      const before = last;
      try {
        return work();
      } catch (error) {
        last = before;
        throw error;
      }
    },
  };
}
