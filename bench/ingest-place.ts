import { z } from 'zod';

/** Where a measurement keeps its rows. */
export const PLACE = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('server'), url: z.string() }),
  z.object({ kind: z.literal('embedded'), home: z.string() }),
]);
export type Place = z.infer<typeof PLACE>;
