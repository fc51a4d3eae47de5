import { z } from 'zod';
import { SOON_MS } from '../../domain/deadline.ts';
import { wallTimeOf } from '../../domain/time-zone.ts';
import { dateInput, momentAfter, momentOf } from './input.ts';

const NAMED = ['overdue', 'soon', 'today', 'tomorrow'] as const;

/** A deadline to look for: a name, or a day. */
export const dueInput = z.union([z.enum(NAMED), dateInput]).meta({
  description:
    'By its deadline: `overdue`, `soon` (within four hours), `today` (those of the day that are still ahead), ' +
    '`tomorrow`, or a date. Sorted by deadline.',
});

const DAY_MS = 86_400_000;

/** The deadlines meant, in the time zone of the business. */
export function dueRangeOf(
  due: z.infer<typeof dueInput>,
  now: Date,
  timeZone: string,
): { readonly dueFrom?: Date; readonly dueTo: Date } {
  const today = new Date(wallTimeOf(now.getTime(), timeZone)).toISOString().slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  switch (due) {
    case 'overdue':
      return { dueTo: now };
    case 'soon':
      return { dueFrom: now, dueTo: new Date(now.getTime() + SOON_MS) };
    case 'today':
      return { dueFrom: now, dueTo: momentAfter(today, timeZone) };
    case 'tomorrow':
      return { dueFrom: momentOf(tomorrow, timeZone), dueTo: momentAfter(tomorrow, timeZone) };
    default:
      return { dueFrom: momentOf(due, timeZone), dueTo: momentAfter(due, timeZone) };
  }
}
