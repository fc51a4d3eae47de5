import { pagesOf } from '../../../kit/sweeps/pages.ts';
import type { Window } from '../../../kit/windows.ts';
import type { Ask } from '../calls.ts';
import { exchangesBySecond } from '../queries.ts';
import type { ExchangeRead } from './decode-exchange.ts';
import { decodeExchanges } from './decode-pages.ts';

/** The exchanges of one order that were asked for in a week at the most: no call reads a single one (sheet §3.5). */
export async function exchangesOf(
  ask: Ask,
  orderId: string,
  window: Window,
): Promise<readonly ExchangeRead[]> {
  const found: ExchangeRead[] = [];
  const pages = pagesOf('exchanges', (token) =>
    ask({
      operation: 'exchanges',
      query: exchangesBySecond(window, token, orderId),
      decode: decodeExchanges,
    }),
  );
  for await (const { exchanges } of pages) found.push(...exchanges);
  return found;
}
