import type { paths } from '../../../generated/api.ts';
import { everyOf } from '../../api/every.ts';
import type { Schema } from '../../api/types.ts';

type NewWebhook = paths['/api/v1/webhooks']['post']['requestBody']['content']['application/json'];

export type EventKind = NonNullable<NewWebhook['event_types']>[number];

/** Everything that webhooks can be told, in the order of a seller's day. */
export const EVENT_KINDS = everyOf<EventKind>()([
  'order.created',
  'order.status_changed',
  'order.due_soon',
  'order.overdue',
  'order.vanished',
  'claim.opened',
  'claim.changed',
  'claim.due_soon',
  'claim.overdue',
  'claim.conflict',
  'stock.low',
  'stock.out',
  'stock.back',
  'stock.oversold',
  'listing.published',
  'listing.approved',
  'listing.rejected',
  'command.finished',
  'command.failed',
  'account.unhealthy',
  'account.recovered',
  'account.key_expiring',
  'account.unknown_code',
  'webhook.endpoint_paused',
  'plan.ready',
  'plan.finished',
  'import.ready',
  'import.finished',
]);

export type MailedKind = Schema<'Notifications'>['events'][number];

/** What can be mailed: things that somebody has to look after. */
export const MAILED_KINDS = everyOf<MailedKind>()([
  'order.due_soon',
  'order.vanished',
  'claim.due_soon',
  'claim.conflict',
  'stock.low',
  'stock.out',
  'stock.oversold',
  'listing.rejected',
  'command.failed',
  'account.unhealthy',
  'account.recovered',
  'account.key_expiring',
  'webhook.endpoint_paused',
]);

/** The kinds among words that a newer hub may have added to. */
export function knownKinds(words: readonly string[]): readonly EventKind[] {
  return EVENT_KINDS.filter((kind) => words.includes(kind));
}
