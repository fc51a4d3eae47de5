/** One line of what was pasted. */
export interface PastedLine {
  /** As a person would name the order; empty when the line goes with the selected order at its place. */
  readonly order: string;
  readonly carrier: string;
  readonly invoice: string;
  /** The line's place, from 1. */
  readonly place: number;
  /** Its place among the lines without a number, from 0. One that is empty or cannot be read keeps its place, so none moves up. */
  readonly nth: number;
}

export interface Pasted {
  readonly lines: readonly PastedLine[];
  /** Places of lines that hold something else. */
  readonly unreadable: readonly number[];
}

type Shipment = Pick<PastedLine, 'order' | 'carrier' | 'invoice'>;

/** Where a heading says the columns are; without an order's the lines go with the selected orders. */
interface Columns {
  readonly order: number;
  readonly carrier: number;
  readonly invoice: number;
}

/** Between words, the surest first: a carrier's name may hold a blank. */
const BLANKS = [/\s{2,}/, /\s+/];
/** What sheets call their columns, in the languages of the desk. */
const TITLES = {
  order: /주문번호|order|заказ|buyurtma/i,
  carrier: /택배|배송사|배송업체|carrier|courier|перевозчик|доставк|tashuvchi|yetkazuvchi/i,
  invoice: /송장|등기번호|invoice|tracking|waybill|накладн|трек|yuk xati|trek/i,
};
const DIGITS = /\d{4}/;

/**
 * Reads rows copied from a sheet or a CSV file: order number, carrier, invoice, or in the places that a heading names; or carrier
 * and invoice alone, which then belong to the selected orders from the top.
 */
export function readPasted(text: string): Pasted {
  const lines: PastedLine[] = [];
  const unreadable: number[] = [];
  let columns: Columns | null = null;
  let nth = 0;
  let hasBegun = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const place = index + 1;
    if (line.trim() === '') {
      if (hasBegun) nth += 1;
      continue;
    }
    const cells = cellsOf(line);
    const shipment = shipmentOf(cells, columns);
    if (shipment === null && lines.length === 0 && isHeading(line)) {
      columns = columnsOf(cells);
      nth = 0;
      continue;
    }
    hasBegun = true;
    if (shipment === null) unreadable.push(place);
    else lines.push({ ...shipment, place, nth });
    if (shipment === null || shipment.order === '') nth += 1;
  }
  return { lines, unreadable };
}

function isHeading(line: string): boolean {
  return TITLES.order.test(line) || TITLES.invoice.test(line);
}

/** Null where a heading leaves out what a shipment needs: then the usual order holds. */
function columnsOf(cells: readonly string[]): Columns | null {
  const placeOf = (title: RegExp) => cells.findIndex((cell) => title.test(cell));
  const found = {
    order: placeOf(TITLES.order),
    carrier: placeOf(TITLES.carrier),
    invoice: placeOf(TITLES.invoice),
  };
  return found.carrier < 0 || found.invoice < 0 ? null : found;
}

function shipmentOf(cells: readonly string[], columns: Columns | null): Shipment | null {
  const places = columns ?? {
    order: cells.length === 2 ? -1 : 0,
    carrier: cells.length === 2 ? 0 : 1,
    invoice: cells.length === 2 ? 1 : 2,
  };
  const {
    order = '',
    carrier = '',
    invoice = '',
  } = {
    order: cells[places.order],
    carrier: cells[places.carrier],
    invoice: cells[places.invoice],
  };
  return DIGITS.test(invoice) ? { order, carrier, invoice } : null;
}

/** An empty cell keeps its place where cells are told apart by a sign of their own. */
function cellsOf(line: string): readonly string[] {
  const words = line.trim();
  const cells = words.includes('\t')
    ? line.split('\t')
    : words.split([/[,;]/, ...BLANKS].find((sign) => sign.test(words)) ?? '\t');
  const plain = cells.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  return plain.slice(0, plain.findLastIndex((cell) => cell !== '') + 1);
}

const MOST_PLACES = 10;

/** The first of many places, for a sentence. */
export function somePlaces(places: readonly number[]): string {
  return `${places.slice(0, MOST_PLACES).join(', ')}${places.length > MOST_PLACES ? ' …' : ''}`;
}
