import { asFields, asList, listAt } from '../../kit/decode.ts';
import { nextAt } from '../rows.ts';
import { type BoxRow, decodeRow } from './snapshot.ts';

/** One page of a box list. */
export interface BoxPage {
  readonly rows: readonly BoxRow[];
  /** Null at the end. The number of rows says nothing about it. */
  readonly next: string | null;
}

export function decodePage(json: unknown): BoxPage {
  const page = asFields(json, 'page');
  return {
    rows: asList(page.data ?? [], 'data').map(decodeRow),
    next: nextAt(page),
  };
}

/** The boxes of one order, whatever their status. */
export function decodeWhole(json: unknown): readonly BoxRow[] {
  return listAt(asFields(json, 'order'), 'data').map(decodeRow);
}
