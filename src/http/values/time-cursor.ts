import { z } from 'zod';
import type { TimePosition } from '../../store/time-keyset.ts';
import { cursorOf, cursorText } from './keyset.ts';

/** A `cursor` parameter of a list that is ordered by time. */
export const timeCursor = cursorOf(
  z
    .tuple([z.iso.datetime({ precision: 6 }).refine((at) => at > '0001'), z.int().positive()])
    .transform(([at, id]): TimePosition => ({ at, id })),
);

/** Writes the position after the last row of a page; null where there is no further page. */
export function timeCursorText(last: { readonly position: TimePosition } | undefined): string | null {
  return last === undefined ? null : cursorText([last.position.at, last.position.id]);
}
