import type { Schema } from '../../api/types.ts';

type Today = Schema<'Today'>;

/** How bad it is when something waits. */
export type CountTone = 'accent' | 'warn' | 'danger';

/** One number of the day and the list that it opens. */
export interface TodayCount {
  /** Its name is the word of this key. */
  readonly name: string;
  readonly count: number;
  readonly tone: CountTone;
  /** The section that has the list. */
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
}

/** The numbers of a day in groups, each in the order in which a seller works them off. */
export function todayCounts({ orders, claims, commands, shops, stock }: Today) {
  const list =
    (to: string) =>
    (
      name: string,
      count: number,
      tone: CountTone,
      search: Readonly<Record<string, string>> = {},
    ): TodayCount => ({ name, count, tone, to, search });
  const ofOrders = list('/orders');
  const ofClaims = list('/claims');
  return [
    {
      group: 'orders',
      counts: [
        ofOrders('toAcknowledge', orders.to_acknowledge, 'accent', { status: 'PAID' }),
        ofOrders('dueToday', orders.due_today, 'warn', { due: 'today' }),
        ofOrders('dueSoon', orders.due_soon, 'warn', { due: 'soon' }),
        ofOrders('overdue', orders.overdue, 'danger', { due: 'overdue' }),
      ],
    },
    {
      group: 'claims',
      counts: [
        ofClaims('claimsOpen', claims.open, 'accent', { open: 'true' }),
        ofClaims('claimsDueToday', claims.due_today, 'warn', { due: 'today' }),
        ofClaims('claimsOverdue', claims.overdue, 'danger', { due: 'overdue' }),
        ofClaims('claimsToResolve', claims.to_resolve, 'danger', { to_resolve: 'true' }),
      ],
    },
    {
      group: 'desk',
      counts: [
        list('/sync')('commandsFailed', commands.failed, 'danger', { tab: 'commands', state: 'failed' }),
        list('/connections')('shopsTroubled', shops.troubled, 'danger'),
        list('/inventory')('stockOut', stock.out, 'danger', { low: 'true' }),
        list('/inventory')('stockLow', stock.low, 'warn', { low: 'true' }),
      ],
    },
  ] as const;
}
