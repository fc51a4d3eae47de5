/** What the hub tells whoever follows it: webhook endpoints, live streams, notices by e-mail. */
export const EVENT_TYPES = [
  'order.created',
  'order.status_changed',
  'order.vanished',
  'order.due_soon',
  'order.overdue',
  'claim.opened',
  'claim.changed',
  'claim.conflict',
  'claim.due_soon',
  'claim.overdue',
  'stock.low',
  'command.finished',
  'command.failed',
  'account.unhealthy',
  'account.recovered',
  'account.key_expiring',
  'account.unknown_code',
  'webhook.endpoint_paused',
  'plan.ready',
  'plan.finished',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];
