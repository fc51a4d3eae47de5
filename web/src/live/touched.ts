import type { QueryOf, Schema } from '../api/types.ts';

type EventType = NonNullable<QueryOf<'/api/v1/webhooks/{id}/deliveries'>['type']> | 'run.progress';

const TODAY = '/api/v1/today';
/** Orders keep and take stock. */
const ORDERS = ['/api/v1/orders', '/api/v1/inventory', TODAY];
const CLAIMS = ['/api/v1/claims', ...ORDERS];
const STOCK = ['/api/v1/inventory', '/api/v1/products', '/api/v1/listings', TODAY];
const LISTINGS = ['/api/v1/listings', '/api/v1/products'];
const COMMANDS = ['/api/v1/commands', '/api/v1/claims', '/api/v1/listings', '/api/v1/plans', ...ORDERS];
const ACCOUNTS = ['/api/v1/platform-accounts', '/api/v1/sync', TODAY];

/** Which of the API's paths may answer otherwise after each event. */
const TOUCHED = {
  'order.created': ORDERS,
  'order.status_changed': ORDERS,
  'order.vanished': ORDERS,
  'order.due_soon': ORDERS,
  'order.overdue': ORDERS,
  'claim.opened': CLAIMS,
  'claim.changed': CLAIMS,
  'claim.conflict': CLAIMS,
  'claim.due_soon': CLAIMS,
  'claim.overdue': CLAIMS,
  'stock.low': STOCK,
  'stock.out': STOCK,
  'stock.back': STOCK,
  'stock.oversold': STOCK,
  'listing.published': LISTINGS,
  'listing.approved': LISTINGS,
  'listing.rejected': LISTINGS,
  'command.finished': COMMANDS,
  'command.failed': COMMANDS,
  'account.unhealthy': ACCOUNTS,
  'account.recovered': ACCOUNTS,
  'account.key_expiring': ACCOUNTS,
  'account.unknown_code': ACCOUNTS,
  'webhook.endpoint_paused': ['/api/v1/webhooks'],
  'webhook.test': ['/api/v1/webhooks'],
  'plan.ready': ['/api/v1/plans'],
  'plan.finished': ['/api/v1/plans', '/api/v1/prices', ...ORDERS],
  'import.ready': ['/api/v1/product-imports'],
  'import.finished': ['/api/v1/product-imports', ...STOCK],
  'run.progress': ['/api/v1/sync'],
} as const satisfies Readonly<Record<EventType, readonly string[]>>;

export const touchedBy: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(TOUCHED));

/** What a reading has brought so far, by its number. */
const brought = new Map<number, number>();

/**
 * What a reading's progress touches beside itself. The history that a new shop brings is told by no events of its own, so
 * lists are asked for again whenever a reading has brought more.
 */
export function touchedByRun(told: unknown): readonly string[] {
  if (!isRun(told)) return [];
  const rows = told.created + told.updated;
  const isNews = rows > (brought.get(told.id) ?? 0);
  if (told.finished_at === null) brought.set(told.id, rows);
  else brought.delete(told.id);
  if (!isNews) return [];
  return told.sync_type === 'products' ? LISTINGS : CLAIMS;
}

function isRun(
  told: unknown,
): told is Pick<Schema<'SyncRun'>, 'id' | 'created' | 'updated' | 'finished_at' | 'sync_type'> {
  return (
    typeof told === 'object' &&
    told !== null &&
    'id' in told &&
    typeof told.id === 'number' &&
    'created' in told &&
    typeof told.created === 'number' &&
    'updated' in told &&
    typeof told.updated === 'number' &&
    'finished_at' in told &&
    'sync_type' in told
  );
}
