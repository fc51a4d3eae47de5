import { z } from 'zod';
import { id } from '../values/id.ts';

const MOST_MOVES = 1_000;
const MOST_UNITS = 9_999_999;

const common = {
  sku_id: id,
  location_id: id.optional().meta({ description: 'The default location when absent.' }),
  reference: z.string().trim().min(1).max(100).optional().meta({
    description: 'Such as the number of a delivery: told again with the same one, it is not counted again.',
  }),
  note: z.string().trim().min(1).max(500).optional(),
};
const some = z.int().min(1).max(MOST_UNITS);

const oneMove = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('receipt'), quantity: some, ...common }),
  z.strictObject({
    type: z.literal('correction'),
    quantity: z
      .int()
      .min(-MOST_UNITS)
      .max(MOST_UNITS)
      .meta({ description: 'What is there too much or, below zero, too little.' }),
    ...common,
  }),
  z.strictObject({
    type: z.literal('count'),
    quantity: z.int().min(0).max(MOST_UNITS).meta({ description: 'What was counted.' }),
    ...common,
  }),
  z.strictObject({ type: z.literal('transfer'), quantity: some, to_location_id: id, ...common }),
]);
export type MoveInput = z.infer<typeof oneMove>;

/** `POST /inventory/movements`. */
export const movesBody = z
  .strictObject({ movements: z.array(oneMove).min(1).max(MOST_MOVES) })
  .meta({ id: 'StockMoves' });
