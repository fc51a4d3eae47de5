import { MarketplaceError } from '../../kit/trouble.ts';
import type { Ask } from './calls.ts';
import { rowsOf } from './decode-list.ts';
import { saidIn } from './said.ts';

export interface FoundOrder {
  /** None where 11st does not show the order. */
  readonly rows: readonly unknown[];
  /** Its words where it does not. */
  readonly nativeText: string;
}

/** The rows of one order by its number. */
export async function orderRows(ask: Ask, ordNo: string): Promise<FoundOrder> {
  try {
    return await ask({
      operation: 'order',
      params: { ordNo },
      decode: (document) => ({ rows: rowsOf(document), nativeText: saidIn(document).text }),
    });
  } catch (error) {
    if (!(error instanceof MarketplaceError) || error.reason !== 'refused') throw error;
    return { rows: [], nativeText: error.trouble.nativeText ?? '' };
  }
}
