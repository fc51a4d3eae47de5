import { z } from 'zod';
import type { Cursor } from '../kit/shop.ts';
import type { Progress, Sweep, SweptFeed } from './sweeps.ts';

const sweep = z
  .object({
    startedAt: z.iso.datetime(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    page: z.int().min(1),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to));

const cursorForm = z.object({
  v: z.literal(1),
  since: z.iso.datetime(),
  feeds: z.record(z.string(), z.object({ sweptAt: z.iso.datetime().nullable(), sweep: sweep.nullable() })),
  learnt: z.record(z.string(), z.int()).catch({}),
});

/** What a cursor remembers: the day the seller chose, how far each feed has come, and what was found out on the way. */
export interface Memory {
  readonly since: Date;
  readonly feeds: Progress;
  readonly learnt: Readonly<Record<string, number>>;
}

export function writeCursor({ since, feeds, learnt }: Memory): Cursor {
  return JSON.stringify({ v: 1, since: since.toISOString(), feeds, learnt });
}

/** Reads a cursor; one that is absent or cannot be read begins again at `since`. */
export function readCursor(cursor: Cursor | null, since: Date): Memory {
  const read = cursorForm.safeParse(jsonOf(cursor));
  if (!read.success) return { since, feeds: {}, learnt: {} };
  const { feeds, learnt } = read.data;
  return { since: new Date(read.data.since), feeds, learnt };
}

function jsonOf(cursor: Cursor | null): unknown {
  try {
    return cursor === null ? undefined : JSON.parse(cursor);
  } catch {
    return undefined;
  }
}

/** The memory with a feed's sweep under way as told. */
export function withSweep(memory: Memory, feed: SweptFeed, under: Sweep): Memory {
  const sweptAt = memory.feeds[feed.name]?.sweptAt ?? null;
  return { ...memory, feeds: { ...memory.feeds, [feed.name]: { sweptAt, sweep: under } } };
}

/** The memory with a feed's sweep read to its end. */
export function withSwept(memory: Memory, feed: SweptFeed, { startedAt }: Sweep): Memory {
  return { ...memory, feeds: { ...memory.feeds, [feed.name]: { sweptAt: startedAt, sweep: null } } };
}
