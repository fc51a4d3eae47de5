import type { OrderRead } from '../../kit/shop.ts';
import { decodeXmlText, xmlParser } from '../../kit/xml.ts';
import { LISTED } from './calls.ts';
import { readsOf, rowsOf } from './decode-list.ts';
import type { ListOf } from './lists.ts';

const parse = xmlParser(LISTED);
const NEW_ORDERS: ListOf = { rows: 'lines', status: '202' };

/** One list as it comes over the wire, to what it tells: decode, parse, map. Pure; new orders unless told otherwise. */
export function readPage(bytes: Buffer, of: ListOf = NEW_ORDERS): readonly OrderRead[] {
  return readsOf(rowsOf(parse(decodeXmlText(bytes, ''))), of);
}
