import { z } from 'zod';
import type { Cursor } from '../../../kit/cursor.ts';

const cursor = z.object({ v: z.literal(1), start: z.int().min(1) });

/** Where a list goes on: the row of its next page. Rows have no other mark, so what is new meanwhile is seen twice at most. */
export function listCursor(start: number): Cursor {
  return JSON.stringify({ v: 1, start } satisfies z.infer<typeof cursor>);
}

/** The row to begin at; the first for a cursor that cannot be read. */
export function startOf(text: Cursor | null): number {
  if (text === null) return 1;
  try {
    return cursor.parse(JSON.parse(text)).start;
  } catch {
    return 1;
  }
}
