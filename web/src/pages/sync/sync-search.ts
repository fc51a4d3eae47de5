import { everyOf } from '../../api/every.ts';
import type { QueryOf, Schema } from '../../api/types.ts';
import { compact, dayOf, idOf, oneOf, type Search } from '../../desk/search-params.ts';

export const TABS = ['now', 'schedules', 'logs', 'commands'] as const;
export type SyncType = Schema<'Schedule'>['sync_types'][number];
export const SYNC_TYPES = everyOf<SyncType>()(['orders', 'products', 'inventory', 'claims']);

type RunStatus = Schema<'SyncRun'>['status'];
export const RUN_STATUSES = everyOf<RunStatus>()([
  'running',
  'queued',
  'success',
  'partial',
  'failed',
  'canceled',
]);

type CommandState = Schema<'Command'>['state'];

/** What states of commands mean to a seller. Those that `ended_badly` may be tried again, some of them. */
const MEANINGS = {
  pending: ['open'],
  sending: ['open'],
  unknown: ['open', 'unknown'],
  done: ['done'],
  partial: ['ended_badly'],
  refused: ['ended_badly'],
  dead: ['ended_badly'],
  superseded: ['over'],
  canceled: ['over'],
} as const satisfies Readonly<Record<CommandState, readonly string[]>>;

type Meaning = (typeof MEANINGS)[CommandState][number];

/** The states that mean something. */
export function statesThat(meaning: Meaning): readonly string[] {
  return Object.entries(MEANINGS).flatMap(([state, meanings]) =>
    meanings.some((one) => one === meaning) ? [state] : [],
  );
}

/** What commands can be chosen by; `failed` are those that ended badly and that somebody may try again. */
export type CommandGroup = Meaning | 'failed';
export const COMMAND_GROUPS = everyOf<CommandGroup>()([
  'failed',
  'ended_badly',
  'unknown',
  'open',
  'done',
  'over',
]);

type CommandKind = Schema<'Command'>['kind'];
export const COMMAND_KINDS = everyOf<CommandKind>()([
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
]);

/** What the sync dashboard shows, as its address says. */
export interface SyncSearch {
  readonly tab?: (typeof TABS)[number] | undefined;
  /** The number of a connected shop. */
  readonly shop?: string | undefined;
  readonly status?: RunStatus | undefined;
  readonly type?: SyncType | undefined;
  readonly state?: CommandGroup | undefined;
  readonly kind?: CommandKind | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function readSyncSearch(search: Search): SyncSearch {
  return compact({
    tab: oneOf(search, 'tab', TABS),
    shop: idOf(search, 'shop'),
    status: oneOf(search, 'status', RUN_STATUSES),
    type: oneOf(search, 'type', SYNC_TYPES),
    state: oneOf(search, 'state', COMMAND_GROUPS),
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
        : { state: statesThat(state).join(',') }),
    ...(kind === undefined ? {} : { kind }),
    limit: PAGE,
  };
}
