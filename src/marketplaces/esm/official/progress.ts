import { z } from 'zod';
import type { Cursor } from '../../kit/shop.ts';
import type { KnownSiteTypes } from './claim-lists.ts';
import type { Feed, Progress, Sweep } from './feeds.ts';

const sweep = z
  .object({
    startedAt: z.iso.datetime(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    page: z.int().min(1),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to));

const siteType = z.int().min(1).max(3).optional();

const cursorForm = z.object({
  v: z.literal(1),
  since: z.iso.datetime(),
  feeds: z.record(z.string(), z.object({ sweptAt: z.iso.datetime().nullable(), sweep: sweep.nullable() })),
  siteTypes: z
    .strictObject({
      'cancel:G': siteType,
      'cancel:A': siteType,
      'return:G': siteType,
      'return:A': siteType,
      'exchange:G': siteType,
      'exchange:A': siteType,
    })
    .catch({}),
});

/** What a cursor remembers: the day the seller chose, how far each feed has come, and which site codes have rows. */
export interface Memory {
  readonly since: Date;
  readonly feeds: Progress;
  readonly siteTypes: Readonly<KnownSiteTypes>;
}

export function writeCursor({ since, feeds, siteTypes }: Memory): Cursor {
  return JSON.stringify({ v: 1, since: since.toISOString(), feeds, siteTypes });
}

/** Reads a cursor; one that is absent or cannot be read begins again at `since`. */
export function readCursor(cursor: Cursor | null, since: Date): Memory {
  const read = cursorForm.safeParse(jsonOf(cursor));
  if (!read.success) return { since, feeds: {}, siteTypes: {} };
  const { feeds, siteTypes } = read.data;
  return {
    since: new Date(read.data.since),
    feeds,
    siteTypes: Object.fromEntries(Object.entries(siteTypes).filter(([, code]) => code !== undefined)),
  };
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
