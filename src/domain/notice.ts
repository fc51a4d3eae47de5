import type { EventType } from './event.ts';

/** The events a seller can have mailed. The index `events_to_mail` names the same ones. */
export const MAILED_EVENTS = [
  'account.unhealthy',
  'account.recovered',
  'account.key_expiring',
  'command.failed',
  'order.vanished',
  'order.due_soon',
  'claim.due_soon',
  'claim.conflict',
  'listing.rejected',
  'stock.low',
  'stock.out',
  'stock.oversold',
  'webhook.endpoint_paused',
] as const satisfies readonly EventType[];
export type MailedEvent = (typeof MAILED_EVENTS)[number];

export function isMailedEvent(type: string): type is MailedEvent {
  return (MAILED_EVENTS as readonly string[]).includes(type);
}

/** After a mail of one kind about one shop, what follows of the same kind waits so long and comes in one mail. */
export const QUIET_MS = 60 * 60_000;
