/** One line of what was pasted. */
export interface PastedLine {
  /** As a person would name the order; empty when the line goes with the selected order at its place. */
  readonly order: string;
  readonly carrier: string;
  readonly invoice: string;
  /** The line's place, from 1. */
  readonly place: number;
}

export interface Pasted {
  readonly lines: readonly PastedLine[];
  /** Places of lines that hold something else. */
  readonly unreadable: readonly number[];
}

/** What stands between cells, the surest first: a carrier's name may hold a blank, and a sheet's cell a comma. */
const APART = [/\t/, /[,;]/, /\s{2,}/, /\s+/];
/** What a sheet has above its rows. */
const HEADING = /송장|운송장|주문번호|invoice|tracking|order/i;
const DIGITS = /\d{4}/;

/**
 * Reads rows copied from a sheet or a CSV file: order number, carrier, invoice; or carrier and invoice alone, which
 * then belong to the selected orders from the top. A heading is passed over.
 */
export function readPasted(text: string): Pasted {
  const lines: PastedLine[] = [];
  const unreadable: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line);
    const place = index + 1;
    const [first = '', second = '', third = ''] = cells;
    if (cells.length >= 3 && DIGITS.test(third))
      lines.push({ order: first, carrier: second, invoice: third, place });
    else if (cells.length === 2 && DIGITS.test(second))
      lines.push({ order: '', carrier: first, invoice: second, place });
    else if (!(lines.length === 0 && HEADING.test(line))) unreadable.push(place);
  }
  return { lines, unreadable };
}

function cellsOf(line: string): readonly string[] {
  const apart = APART.find((sign) => sign.test(line.trim())) ?? /\t/;
  return line
    .trim()
    .split(apart)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .filter((cell) => cell !== '');
}
