import type { Schema } from '../../api/types.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { useInventoryWords } from './inventory-words.ts';

type Status = Schema<'Stock'>['stock_status'];

const TONES: Readonly<Record<Status, Tone>> = {
  in_stock: 'good',
  low_stock: 'warn',
  out_of_stock: 'danger',
  oversold: 'danger',
  untracked: 'plain',
};

/** How much there is, in a word. */
export function StockBadge({ status }: { readonly status: Status }) {
  const t = useInventoryWords();
  return <Badge tone={TONES[status]}>{t.word('stockStatus', status)}</Badge>;
}
