import { chunked } from '../../kit/windows.ts';
import type { Ask } from './calls.ts';
import { rowsOf } from './decode-list.ts';
import { decodeState, type LineState } from './decode-state.ts';
import { decodeRows } from './snapshot.ts';

/** Order numbers of one look-up (sheet §2). */
export const NUMBERS_PER_CALL = 100;

/** Where every line of some orders stands; an order 11st does not show has none. */
export async function statesOf(ask: Ask, orderIds: readonly string[]): Promise<readonly LineState[]> {
  const states: LineState[] = [];
  for (const numbers of chunked([...new Set(orderIds)], NUMBERS_PER_CALL)) {
    const rows = await ask({
      operation: 'orderStates',
      params: { ordNos: numbers.join(',') },
      decode: rowsOf,
    });
    states.push(...decodeRows(rows, decodeState).good);
  }
  return states;
}
