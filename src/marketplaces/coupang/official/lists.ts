import type { Known, SweepPage } from '../../kit/sweeps/sweep-feeds.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import type { Window } from '../../kit/windows.ts';
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
  token: string,
  known: Pick<Known, 'notes'>,
) => Promise<SweepPage>;

/** The lists of one account. */
export function pageReader(ask: Ask, clock: () => Date): PageReader {
  const cancels = cancelsReader(ask);
  return async ({ list }, window, token, { notes }) => {
    switch (list.of) {
      case 'boxes': {
        const page = await boxPage(ask, list, window, token);
        const sold = page.rows.filter((row) => !row.ok || !isExchangeBox(notes, row.box));
        return { items: await readsOf(ask, sold, clock()), next: page.next };
      }
      case 'receipts':
        return told(
          await ask({
            operation: 'receipts',
            query: receiptsByDay(list.status, window, token),
            decode: decodeReceipts,
          }),
        );
      case 'cancels':
        return told(await cancels(window, token));
      case 'withdrawals':
        return told(
          await ask({
            operation: 'withdrawals',
            query: withdrawalsByDay(window, token),
            decode: decodeWithdrawals,
          }),
        );
      case 'exchanges': {
        const query = exchangesBySecond(window, token);
        const page = await ask({ operation: 'exchanges', query, decode: decodeExchanges });
        return { ...told(page), notes: noteExchanges(notes, page.exchanges, clock()) };
      }
    }
  };
}

function told({ reads, next }: ClaimPage): SweepPage {
  return { items: reads, next };
}

/**
 * Orders cancelled in ACCEPT. The page contradicts itself about which parameters they are listed by (sheet §3.4), so
 * the form that works elsewhere goes first, and where it is refused the form of the page's text.
 */
function cancelsReader(ask: Ask): (window: Window, token: string) => Promise<ClaimPage> {
  let byDay = false;
  const listed = (query: string) => ask({ operation: 'receipts', query, decode: decodeReceipts });
  return async (window, token) => {
    if (byDay || token !== '') return listed(cancelsByDay(window, token));
    try {
      const page = await listed(cancelsByMinute(window));
      return { ...page, next: null };
    } catch (error) {
      if (!(error instanceof MarketplaceError) || error.reason !== 'refused') throw error;
      byDay = true;
      return listed(cancelsByDay(window, ''));
    }
  };
}
