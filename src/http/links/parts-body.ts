import { z } from 'zod';
import { id } from '../values/id.ts';

const MOST_PARTS = 50;
const MOST_OF_ONE = 10_000;

/** What an item is made of, in a body; empty takes its link away. */
export const partsBody = z
  .array(z.strictObject({ sku_id: id, quantity: z.int().min(1).max(MOST_OF_ONE).default(1) }))
  .max(MOST_PARTS)
  .describe('Several SKUs, or more than one of one, make a bundle. Empty takes the link away.');

export function partsOf(parts: z.infer<typeof partsBody>) {
  return parts.map(({ sku_id, quantity }) => ({ sku: sku_id, quantity }));
}
