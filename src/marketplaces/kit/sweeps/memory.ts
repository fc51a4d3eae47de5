import { z } from 'zod';
import type { Cursor } from '../cursor.ts';
import type { SweptFeed } from './feed.ts';
import type { Progress, Sweep } from './sweep.ts';

const sweep = z
  .object({
    startedAt: z.iso.datetime(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    windowMs: z.int().positive(),
    page: z.string(),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to));

const cursorForm = z.object({
  v: z.literal(2),
  since: z.iso.datetime(),
  feeds: z.record(z.string(), z.object({ sweptAt: z.iso.datetime().nullable(), sweep: sweep.nullable() })),
  notes: z.record(z.string(), z.string()).default({}),
});

/** What one list told that later readings need; what the texts mean is the connector's own. */
export type Notes = Readonly<Record<string, string>>;

/** What a cursor remembers: the day the seller chose to begin with, how far each feed has come, and notes. */
export interface Memory {
  readonly since: Date;
  readonly feeds: Progress;
  readonly notes: Notes;
}

export function writeCursor({ since, feeds, notes }: Memory): Cursor {
  const noted = Object.keys(notes).length === 0 ? {} : { notes };
  return JSON.stringify({ v: 2, since: since.toISOString(), feeds, ...noted });
}

/** Reads a cursor; one that is absent, of an older form or cannot be read begins again at `since`. */
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
