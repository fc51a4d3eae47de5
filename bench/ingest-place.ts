import { z } from 'zod';

/** Where a measurement keeps its rows. */
export const PLACE = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('server'), url: z.string() }),
  z.object({ kind: z.literal('embedded'), home: z.string() }),
]);
export type Place = z.infer<typeof PLACE>;

export const RECORDED_CALLS = z.array(
  z.object({
    url: z.string(),
    method: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string().nullable(),
  }),
);
export type RecordedCall = z.infer<typeof RECORDED_CALLS>[number];
