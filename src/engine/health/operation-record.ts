import { timeWithin } from '../../domain/call-times.ts';
import type { CallTally } from '../../store/health/call-tallies.ts';

/** How an account's calls to one operation went. */
export interface OperationRecord {
  readonly operation: string;
  readonly calls: number;
  readonly failed: number;
  /** Failed calls by the reason of their trouble, the most frequent first. */
  readonly failures: readonly { readonly reason: string; readonly calls: number }[];
  readonly medianMs: number;
  readonly averageMs: number;
  readonly slowestMs: number;
}

/** Puts counted calls together, one record for each operation. */
export function operationRecords(tallies: readonly CallTally[]): readonly OperationRecord[] {
  const byOperation = Map.groupBy(tallies, ({ operation }) => operation);
  return [...byOperation].map(([operation, own]) => {
    const calls = sum(own.map((tally) => tally.calls));
    const failures = own
      .filter(({ outcome }) => outcome !== 'ok')
      .map((tally) => ({ reason: tally.outcome, calls: tally.calls }))
      .sort((a, b) => b.calls - a.calls);
    const slowestMs = Math.max(...own.map((tally) => tally.slowestMs));
    const width = Math.max(...own.map(({ slots }) => slots.length));
    const slots = Array.from({ length: width }, (_, slot) => sum(own.map((tally) => tally.slots[slot] ?? 0)));
    return {
      operation,
      calls,
      failed: sum(failures.map((failure) => failure.calls)),
      failures,
      medianMs: timeWithin(0.5, slots, slowestMs) ?? 0,
      averageMs: Math.round(sum(own.map((tally) => tally.totalMs)) / calls),
      slowestMs,
    };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
