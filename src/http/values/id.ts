import { z } from 'zod';

/** A row's number in a body or answer. */
export const id = z.int().positive();

/** A row's number in a path or query, where everything is text. */
export const idText = z.coerce.number<string>().int().positive().max(Number.MAX_SAFE_INTEGER);

/** `{id}` of a path. */
export const idParams = z.object({ id: idText });
