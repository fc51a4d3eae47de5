import type { QueryOf, Schema } from '../../api/types.ts';
import { compact, dayOf, idOf, oneOf, type Search } from '../../desk/search-params.ts';

export const TABS = ['now', 'schedules', 'logs', 'commands'] as const;
export const SYNC_TYPES = ['orders', 'products', 'inventory', 'claims'] as const;
export const RUN_STATUSES = [
  'running',
  'queued',
  'success',
  'partial',
  'failed',
  'canceled',
] as const satisfies readonly Schema<'SyncRun'>['status'][];

/** States of commands by what they mean to a seller; `failed` are those of them that somebody may try again. */
export const COMMAND_GROUPS = {
  failed: ['partial', 'refused', 'dead'],
  ended_badly: ['partial', 'refused', 'dead'],
  unknown: ['unknown'],
  open: ['pending', 'sending', 'unknown'],
  done: ['done'],
  over: ['superseded', 'canceled'],
} as const satisfies Readonly<Record<string, readonly Schema<'Command'>['state'][]>>;

export type CommandGroup = keyof typeof COMMAND_GROUPS;
export const COMMAND_STATES: readonly CommandGroup[] = [
  'failed',
  'ended_badly',
  'unknown',
  'open',
  'done',
  'over',
];

export const COMMAND_KINDS = [
  'acknowledge',
  'ship',
  'split',
  'change_invoice',
  'delay',
  'hold',
  'release',
  'cancel',
  'set_stock',
  'set_price',
  'publish',
  'set_sale',
  'cancel.approve',
  'cancel.reject',
  'return.approve',
  'return.reject',
  'return.pickup',
  'return.collect',
  'return.complete',
  'return.hold',
  'return.release',
  'return.charge_fee',
  'return.change_fault',
  'exchange.approve',
  'exchange.reject',
  'exchange.pickup',
  'exchange.collect',
  'exchange.ship',
  'exchange.hold',
  'exchange.release',
] as const satisfies readonly Schema<'Command'>['kind'][];

/** What the sync dashboard shows, as its address says. */
export interface SyncSearch {
  readonly tab?: (typeof TABS)[number] | undefined;
  /** The number of a connected shop. */
  readonly shop?: string | undefined;
  readonly status?: (typeof RUN_STATUSES)[number] | undefined;
  readonly type?: (typeof SYNC_TYPES)[number] | undefined;
  readonly state?: CommandGroup | undefined;
  readonly kind?: (typeof COMMAND_KINDS)[number] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function readSyncSearch(search: Search): SyncSearch {
  return compact({
    tab: oneOf(search, 'tab', TABS),
    shop: idOf(search, 'shop'),
    status: oneOf(search, 'status', RUN_STATUSES),
    type: oneOf(search, 'type', SYNC_TYPES),
    state: oneOf(search, 'state', COMMAND_STATES),
    kind: oneOf(search, 'kind', COMMAND_KINDS),
    from: dayOf(search, 'from'),
    to: dayOf(search, 'to'),
  });
}

const PAGE = 50;

/** What both lists are narrowed by, in the API's words. */
export function placeAndDays({ shop, from, to }: SyncSearch) {
  return {
    ...(shop === undefined ? {} : { account_id: Number(shop) }),
    ...(from === undefined ? {} : { start_date: from }),
    ...(to === undefined ? {} : { end_date: to }),
  };
}

export function logsQuery(search: SyncSearch): QueryOf<'/api/v1/sync/logs'> {
  const { status, type } = search;
  return {
    ...placeAndDays(search),
    ...(status === undefined ? {} : { status }),
    ...(type === undefined ? {} : { sync_type: type }),
    limit: PAGE,
  };
}

export function commandsQuery(search: SyncSearch): QueryOf<'/api/v1/commands'> {
  const { state, kind } = search;
  return {
    ...placeAndDays(search),
    ...(state === undefined
      ? {}
      : state === 'failed'
        ? { retryable: 'true' as const }
        : { state: COMMAND_GROUPS[state].join(',') }),
    ...(kind === undefined ? {} : { kind }),
    limit: PAGE,
  };
}
