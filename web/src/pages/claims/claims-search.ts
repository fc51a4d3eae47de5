import { everyOf } from '../../api/every.ts';
import type { QueryOf, Schema } from '../../api/types.ts';
import { DUE, type Due } from '../../desk/lists/due.ts';
import { compact, dayOf, idOf, oneOf, type Search } from '../../desk/search-params.ts';

type Query = QueryOf<'/api/v1/claims'>;
type Kind = Schema<'ListedClaim'>['kind'];
type State = NonNullable<Schema<'ListedClaim'>['state']>;

export const KINDS = everyOf<Kind>()(['cancel', 'return', 'exchange']);
export const STATES = everyOf<State>()([
  'requested',
  'approved',
  'collecting',
  'collected',
  'on_hold',
  'refunded',
  'reshipped',
  'done',
  'rejected',
  'withdrawn',
]);

/** What the claims desk shows, as its address says. */
export interface ClaimsSearch {
  readonly type?: Kind | undefined;
  readonly state?: State | undefined;
  /** Only what is still going on, or only what is over. */
  readonly open?: 'true' | 'false' | undefined;
  readonly due?: Due | undefined;
  /** Only what a person has to settle. */
  readonly to_resolve?: 'true' | undefined;
  /** The number of a connected shop. */
  readonly shop?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function readClaimsSearch(search: Search): ClaimsSearch {
  return compact({
    type: oneOf(search, 'type', KINDS),
    state: oneOf(search, 'state', STATES),
    open: oneOf(search, 'open', ['true', 'false'] as const),
    due: oneOf(search, 'due', DUE),
    to_resolve: oneOf(search, 'to_resolve', ['true'] as const),
    shop: idOf(search, 'shop'),
    from: dayOf(search, 'from'),
    to: dayOf(search, 'to'),
  });
}

const PAGE = 100;

/** The same in the API's words. */
export function claimsQuery({ shop, from, to, ...rest }: ClaimsSearch): Query {
  return compact({
    ...rest,
    account_id: shop === undefined ? undefined : Number(shop),
    start_date: from,
    end_date: to,
    limit: PAGE,
  });
}
