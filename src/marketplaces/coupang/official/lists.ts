import { MarketplaceError } from '../../kit/trouble.ts';
import type { Window } from '../../kit/windows.ts';
import type { Notes } from '../sweeps/progress.ts';
import type { SweepPage } from '../sweeps/walk.ts';
import { boxPage, readsOf } from './boxes.ts';
import type { Ask } from './calls.ts';
import { type ClaimPage, decodeExchanges, decodeReceipts, decodeWithdrawals } from './claims/decode-pages.ts';
import { isExchangeBox, noteExchanges } from './exchange-boxes.ts';
import type { Feed } from './feeds.ts';
import {
  cancelsByDay,
  cancelsByMinute,
  exchangesBySecond,
  receiptsByDay,
  withdrawalsByDay,
} from './queries.ts';

/** Reads one page of any list. */
export type PageReader = (
  feed: Pick<Feed, 'list'>,
  window: Window,
  nextToken: string,
  notes: Notes,
) => Promise<SweepPage>;

/** The lists of one account. */
export function pageReader(ask: Ask, clock: () => Date): PageReader {
  const cancels = cancelsReader(ask);
  return async ({ list }, window, nextToken, notes) => {
    switch (list.of) {
      case 'boxes': {
        const page = await boxPage(ask, list, window, nextToken);
        const sold = page.rows.filter((row) => !row.ok || !isExchangeBox(notes, row.box));
        return { items: await readsOf(ask, sold, clock()), nextToken: page.nextToken };
      }
      case 'receipts':
        return told(
          await ask({
            operation: 'receipts',
            query: receiptsByDay(list.status, window, nextToken),
            decode: decodeReceipts,
          }),
        );
      case 'cancels':
        return told(await cancels(window, nextToken));
      case 'withdrawals':
        return told(
          await ask({
            operation: 'withdrawals',
            query: withdrawalsByDay(window, nextToken),
            decode: decodeWithdrawals,
          }),
        );
      case 'exchanges': {
        const query = exchangesBySecond(window, nextToken);
        const page = await ask({ operation: 'exchanges', query, decode: decodeExchanges });
        return { ...told(page), notes: noteExchanges(notes, page.exchanges, clock()) };
      }
    }
  };
}

function told({ reads, nextToken }: ClaimPage): SweepPage {
  return { items: reads, nextToken };
}

/**
 * Orders cancelled in ACCEPT. The page contradicts itself about which parameters they are listed by (sheet §3.4), so
 * the form that works elsewhere goes first, and where it is refused the form of the page's text.
 */
function cancelsReader(ask: Ask): (window: Window, nextToken: string) => Promise<ClaimPage> {
  let byDay = false;
  const listed = (query: string) => ask({ operation: 'receipts', query, decode: decodeReceipts });
  return async (window, nextToken) => {
    if (byDay || nextToken !== '') return listed(cancelsByDay(window, nextToken));
    try {
      const page = await listed(cancelsByMinute(window));
      return { ...page, nextToken: '' };
    } catch (error) {
      if (!(error instanceof MarketplaceError) || error.reason !== 'refused') throw error;
      byDay = true;
      return listed(cancelsByDay(window, ''));
    }
  };
}
