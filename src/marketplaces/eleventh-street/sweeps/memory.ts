import { z } from 'zod';
import type { Cursor } from '../../kit/shop.ts';
import { dueSweep, type Feed, type Progress, type Sweep, windowsIn } from './sweep.ts';

const sweep = z
  .object({
    startedAt: z.iso.datetime(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    windowMs: z.int().positive(),
    page: z.int().positive(),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to));

const cursorForm = z.object({
  v: z.literal(1),
  since: z.iso.datetime(),
  feeds: z.record(z.string(), z.object({ sweptAt: z.iso.datetime().nullable(), sweep: sweep.nullable() })),
});

/** What a cursor remembers: the day the seller chose to begin with, and how far each feed has come. */
export interface Memory {
  readonly since: Date;
  readonly feeds: Progress;
}

export function writeCursor({ since, feeds }: Memory): Cursor {
  return JSON.stringify({ v: 1, since: since.toISOString(), feeds });
}

/** Reads a cursor; one that is absent or cannot be read begins again at `since`. */
export function readCursor(cursor: Cursor | null, since: Date): Memory {
  const read = cursorForm.safeParse(jsonOf(cursor));
  if (!read.success) return { since, feeds: {} };
  return { since: new Date(read.data.since), feeds: read.data.feeds };
}

function jsonOf(cursor: Cursor | null): unknown {
  try {
    return cursor === null ? undefined : JSON.parse(cursor);
  } catch {
    return undefined;
  }
}

/** The memory with a feed's sweep under way as told. */
export function withSweep(memory: Memory, feed: Feed, under: Sweep): Memory {
  const sweptAt = memory.feeds[feed.name]?.sweptAt ?? null;
  return { ...memory, feeds: { ...memory.feeds, [feed.name]: { sweptAt, sweep: under } } };
}

/** The memory with a feed's sweep read to its end. */
export function withSwept(memory: Memory, feed: Feed, { startedAt }: Sweep): Memory {
  return { ...memory, feeds: { ...memory.feeds, [feed.name]: { sweptAt: startedAt, sweep: null } } };
}

/** How many windows a run that comes to these feeds now reads of them: of sweeps that were begun, and that are due. */
export function windowsAhead(feeds: readonly Feed[], memory: Memory, now: Date): number {
  let ahead = 0;
  for (const feed of feeds) {
    let then = memory;
    const begun = then.feeds[feed.name]?.sweep ?? null;
    if (begun !== null) {
      ahead += windowsIn(begun);
      then = withSwept(then, feed, begun);
    }
    const due = dueSweep(feed, then.feeds, then.since, now);
    if (due !== null) ahead += windowsIn(due);
  }
  return ahead;
}
