import { z } from 'zod';
import type { OrderMemo } from '../../store/orders/memos.ts';
import { id } from '../values/id.ts';
import { instant } from '../values/instant.ts';

export const memoView = z
  .object({
    id,
    note: z.string(),
    actor: z.string(),
    author: z.string().nullable().describe('The name of the person; null for programs.'),
    written_at: instant,
  })
  .meta({ id: 'OrderMemo' });

export function memoOf({ id, note, actor, author, writtenAt }: OrderMemo): z.infer<typeof memoView> {
  return { id, note, actor, author, written_at: writtenAt.toISOString() };
}
