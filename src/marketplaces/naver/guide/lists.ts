import { asFields, integerAt, listAt } from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { goesInCircles } from '../official/errors.ts';
import { wireTime } from '../official/wire-time.ts';
import type { Client } from './client.ts';
import { readsOfClaims } from './decode-claim.ts';
import { orderIdOf, readsOfOrders } from './decode-order.ts';
import type { Feed } from './feed-plan.ts';
import { AT_MOST } from './operations.ts';

export interface ListPage {
  readonly items: readonly OrderRead[];
  /** Whether the list has more pages. */
  readonly more: boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The pages of a list in a window. Claims come all at once; orders page by page. */
export async function* listPages(client: Client, feed: Feed, span: Span): AsyncGenerator<ListPage> {
  if ('claims' in feed) {
    const rows = await client.ask({
      operation: feed.claims,
      query: rangeOf(span),
      decode: (json) => listAt(asFields(json, 'answer'), 'claims'),
    });
    yield { items: readsOfClaims(rows), more: false };
    return;
  }
  // The guide does not say whether `pageStart` counts pages or rows. It is sent as a page; read as a row it gives
  // pages that overlap, so what ends the list is the number of different orders seen.
  const seen = new Set<unknown>();
  for (let page = 0; ; page++) {
    const { rows, totalCount } = await askOrders(client, feed.statusType, span, page);
    const before = seen.size;
    for (const row of rows) seen.add(orderIdOf(row) ?? row);
    const more = rows.length > 0 && seen.size < totalCount;
    yield { items: readsOfOrders(rows), more };
    if (!more) return;
    if (seen.size === before) {
      throw goesInCircles('changedOrders', `page ${page} brings nothing new but promises more`);
    }
  }
}

/** One page of the orders that came into a status (guide §1.3.1). */
export function askOrders(
  client: Client,
  statusType: string,
  span: Span,
  page: number,
): Promise<{ readonly rows: readonly unknown[]; readonly totalCount: number }> {
  const query = rangeOf(span);
  query.set('pageStart', String(page));
  query.set('pageSize', String(AT_MOST.rows));
  return client.ask({
    operation: 'changedOrders',
    params: { statusType },
    query,
    decode: (json) => {
      const answer = asFields(json, 'answer');
      return { rows: listAt(answer, 'orders'), totalCount: integerAt(answer, 'totalCount') };
    },
  });
}

function rangeOf({ from, to }: Span): URLSearchParams {
  return new URLSearchParams({ changedFrom: wireTime(from), changedTo: wireTime(to) });
}
