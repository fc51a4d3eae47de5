import { everyOf } from '../api/every.ts';
import type { Schema } from '../api/types.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { useDeskWords } from './desk-words.ts';

type Status = NonNullable<Schema<'OrderSummary'>['status']>;

const TONES: Readonly<Record<Status, Tone>> = {
  PAID: 'accent',
  PREPARING: 'info',
  SHIPPED: 'good',
  DELIVERING: 'good',
  DELIVERED: 'plain',
  CONFIRMED: 'plain',
  CANCEL_REQUESTED: 'danger',
  CANCELED: 'plain',
  RETURN_REQUESTED: 'danger',
  RETURNED: 'plain',
  EXCHANGE_REQUESTED: 'danger',
  EXCHANGED: 'plain',
};

export const ORDER_STATUSES = everyOf<Status>()([
  'PAID',
  'PREPARING',
  'SHIPPED',
  'DELIVERING',
  'DELIVERED',
  'CONFIRMED',
  'CANCEL_REQUESTED',
  'CANCELED',
  'RETURN_REQUESTED',
  'RETURNED',
  'EXCHANGE_REQUESTED',
  'EXCHANGED',
]);

/** Where an order or a line stands; where nobody has mapped it, the marketplace's own word. */
export function StatusBadge({
  status,
  native,
}: {
  readonly status: Status | null;
  readonly native?: string;
}) {
  const t = useDeskWords();
  if (status === null) return <Badge tone="warn">{native ?? t('statusUnknown')}</Badge>;
  return <Badge tone={TONES[status]}>{t.word('status', status)}</Badge>;
}
