import { z } from 'zod';
import type { Instant } from '../../../domain/order.ts';
import type { Cursor } from '../../kit/shop.ts';
import type { Progress, Sweep, SweptFeed } from './feed.ts';

const sweep = z
  .object({
    startedAt: z.iso.datetime(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    nextToken: z.string(),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to));

const cursorForm = z.object({
  v: z.literal(1),
  since: z.iso.datetime(),
  feeds: z.record(z.string(), z.object({ sweptAt: z.iso.datetime().nullable(), sweep: sweep.nullable() })),
  notes: z.record(z.string(), z.iso.datetime()).default({}),
});

/** What one list told that the reading of another one needs, each with the moment it is about. */
export type Notes = Readonly<Record<string, Instant>>;

/** What a cursor remembers: the day the seller chose to begin with, how far each feed has come, and notes. */
export interface Memory {
  readonly since: Date;
  readonly feeds: Progress;
  readonly notes: Notes;
}

export function writeCursor({ since, feeds, notes }: Memory): Cursor {
  const noted = Object.keys(notes).length === 0 ? {} : { notes };
  return JSON.stringify({ v: 1, since: since.toISOString(), feeds, ...noted });
}

/** Reads a cursor; one that is absent or cannot be read begins again at `since`. */
export function readCursor(cursor: Cursor | null, since: Date): Memory {
  const read = cursorForm.safeParse(jsonOf(cursor));
  if (!read.success) return { since, feeds: {}, notes: {} };
  return { since: new Date(read.data.since), feeds: read.data.feeds, notes: read.data.notes };
}

function jsonOf(cursor: Cursor | null): unknown {
  try {
    return cursor === null ? undefined : JSON.parse(cursor);
  } catch {
    return undefined;
  }
}

type Named = Pick<SweptFeed, 'name'>;

/** The memory with a feed's sweep under way as told. */
export function withSweep(memory: Memory, feed: Named, under: Sweep): Memory {
  const sweptAt = memory.feeds[feed.name]?.sweptAt ?? null;
  return { ...memory, feeds: { ...memory.feeds, [feed.name]: { sweptAt, sweep: under } } };
}

/** The memory with a feed's sweep read to its end. */
export function withSwept(memory: Memory, feed: Named, { startedAt }: Sweep): Memory {
  return { ...memory, feeds: { ...memory.feeds, [feed.name]: { sweptAt: startedAt, sweep: null } } };
}
