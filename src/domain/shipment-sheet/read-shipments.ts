import {
  type CellTrouble,
  EMPTY_CELL,
  type SheetCell,
  type SheetRow,
  troubleOf,
} from '../product-sheet/cell.ts';
import { folded } from '../product-sheet/header.ts';

const COLUMNS = ['order', 'carrier', 'invoice'] as const;
export type ShipmentColumn = (typeof COLUMNS)[number];

/** Where the columns of a list of shipments are. */
export type ShipmentColumns = Readonly<Record<ShipmentColumn, number>>;

/** One row: which order leaves with which carrier under which invoice, as the file has it. */
export interface ShipmentRow extends Readonly<Record<ShipmentColumn, string>> {
  /** The number that spreadsheets show beside it. */
  readonly nth: number;
  /** The first cell that cannot be taken, and why. */
  readonly fault: { readonly column: ShipmentColumn; readonly code: CellTrouble | 'missing' } | null;
}

/** As marketplaces, carriers and people call the columns; of two that are there the earlier name counts. */
const NAMES: Readonly<Record<ShipmentColumn, readonly string[]>> = {
  order: [
    // Naver's sheet has both; the product order is what is dispatched there.
    '상품주문번호',
    '주문번호',
    '주문ID',
    'order number',
    'order no',
    'order id',
    'order',
    'номер заказа',
    'заказ',
    'buyurtma raqami',
    'buyurtma',
  ],
  carrier: [
    '택배사',
    '택배사명',
    '택배회사',
    '배송사',
    '배송업체',
    'carrier',
    'courier',
    'delivery company',
    'перевозчик',
    'служба доставки',
    'tashuvchi',
    'yetkazuvchi',
  ],
  invoice: [
    '송장번호',
    '운송장번호',
    '등기번호',
    '송장',
    '운송장',
    'invoice',
    'invoice number',
    'invoice no',
    'tracking number',
    'tracking no',
    'tracking',
    'waybill',
    'номер накладной',
    'накладная',
    'трек-номер',
    'yuk xati raqami',
    'yuk xati',
    'trek raqami',
  ],
};
const FOLDED = new Map(COLUMNS.map((column) => [column, NAMES[column].map(folded)] as const));

const DIGITS = /\d{4}/;

/** Reads a row as a header; null where it does not name all three columns. */
export function shipmentHeader({ cells }: SheetRow): ShipmentColumns | null {
  const titles = cells.map(({ text }) => folded(text));
  const placeOf = (column: ShipmentColumn) =>
    FOLDED.get(column)
      ?.map((name) => titles.indexOf(name))
      .find((place) => place >= 0) ?? -1;
  const found = { order: placeOf('order'), carrier: placeOf('carrier'), invoice: placeOf('invoice') };
  return Object.values(found).includes(-1) ? null : found;
}

/** A list without a header has its three columns in the usual order; null for rows that hold something else. */
export function withoutHeader({ cells }: SheetRow): ShipmentColumns | null {
  const [order, carrier, invoice] = cells;
  const isShipment =
    order !== undefined &&
    order.text !== '' &&
    carrier !== undefined &&
    carrier.text !== '' &&
    invoice !== undefined &&
    DIGITS.test(invoice.text);
  return isShipment ? { order: 0, carrier: 1, invoice: 2 } : null;
}

/** What a row says; null for one that says nothing in the columns that count. */
export function shipmentRow({ nth, cells }: SheetRow, columns: ShipmentColumns): ShipmentRow | null {
  const cellOf = (column: ShipmentColumn): SheetCell => cells[columns[column]] ?? EMPTY_CELL;
  const texts = {
    order: textOf(cellOf('order')),
    carrier: textOf(cellOf('carrier')),
    invoice: textOf(cellOf('invoice')),
  };
  const faults = COLUMNS.flatMap((column): readonly NonNullable<ShipmentRow['fault']>[] => {
    const code = troubleOf(cellOf(column)) ?? (texts[column] === '' ? 'missing' : null);
    return code === null ? [] : [{ column, code }];
  });
  if (faults.length === COLUMNS.length && faults.every(({ code }) => code === 'missing')) return null;
  return { nth, ...texts, fault: faults[0] ?? null };
}

function textOf({ text }: SheetCell): string {
  return text.trim();
}
