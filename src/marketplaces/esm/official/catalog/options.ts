import type { Fields } from '../../../kit/decode.ts';
import { SITES, type Site } from '../../site.ts';
import { fieldsAt, laidOver, listAt, memberAt, textAt, wholeAt } from './members.ts';
import { bySite, perSite } from './sites.ts';

/** One option. Its price on top and its sold-out mark are those of both sites, its quantity is each site's own (E:26). */
export interface OptionRow {
  /** One value for each name. */
  readonly values: readonly string[];
  /** The seller's own code, which order lines carry. */
  readonly code: string | null;
  /** What it costs on top of the product's price. */
  readonly extra: number;
  readonly soldOut: boolean;
  readonly quantity: ReadonlyMap<Site, number>;
  /** The row as it stood, with what we have no word for. */
  readonly written: Fields;
}

/** What buyers choose between: one list, or combinations of two or three (`type` 1 to 3). */
export interface OptionSheet {
  readonly names: readonly string[];
  readonly rows: readonly OptionRow[];
  readonly written: Fields;
}

/** Most combined lists (E:26). */
export const MOST_NAMES = 3;

/** Numbers of the members of a combination: `recommendedOptNo1`, …; those of a single list have none (E:26). */
function placesOf(names: number): readonly string[] {
  return names === 1 ? [''] : Array.from({ length: names }, (_, nth) => String(nth + 1));
}

/** Reads `recommendedOpts`; null where a product has none, or such that are no things of their own (calculated, text). */
export function decodeOptions(value: unknown): OptionSheet | null {
  const type = wholeAt(value, 'type');
  if (type !== 1 && type !== 2 && type !== 3) return null;
  const told = fieldsAt(value, type === 1 ? 'independent' : 'combination');
  const places = placesOf(type);
  return {
    names: places.map((place) => textAt(told, `recommendedOptName${place}`, 'koreanText') ?? ''),
    rows: listAt(told, 'details').map((row) => decodeRow(row, places)),
    written: fieldsAt({ value }, 'value'),
  };
}

function decodeRow(row: unknown, places: readonly string[]): OptionRow {
  return {
    values: places.map((place) => textAt(row, `recommendedOptValue${place}`, 'koreanText') ?? ''),
    code: textAt(row, 'manageCode'),
    extra: wholeAt(row, 'addAmnt') ?? 0,
    // What is not shown cannot be bought either.
    soldOut: memberAt(row, 'isSoldOut') === true || memberAt(row, 'isDisplay') === false,
    quantity: bySite(memberAt(row, 'qty'), (count) => wholeAt({ count }, 'count')),
    written: fieldsAt({ row }, 'row'),
  };
}

/** `recommendedOpts` of a product without options. */
export const NO_OPTIONS: Fields = {
  type: 0,
  isStockManage: false,
  independent: null,
  combination: null,
};

/** Free text, where a category has no recommended name or value for it (E:155). */
const FREE_TEXT = 0;

/** `recommendedOpts`, with everything that stood in it and is not said otherwise. */
export function encodeOptions({ names, rows, written }: OptionSheet): Fields {
  const places = placesOf(names.length);
  const kind = names.length === 1 ? 'independent' : 'combination';
  const before = memberAt(written, kind);
  const told = laidOver(before === undefined ? {} : fieldsAt(written, kind), {
    ...Object.fromEntries(
      places.flatMap((place, nth) => [
        [`recommendedOptNo${place}`, wholeAt(before, `recommendedOptNo${place}`) ?? FREE_TEXT],
        [`recommendedOptName${place}`, { koreanText: names[nth] ?? '' }],
      ]),
    ),
    details: rows.map((row) => encodeRow(row, places)),
  });
  return laidOver(written, {
    type: names.length,
    isStockManage: true,
    inputType: wholeAt(written, 'inputType') ?? 0,
    independent: kind === 'independent' ? told : null,
    combination: kind === 'combination' ? told : null,
  });
}

function encodeRow(row: OptionRow, places: readonly string[]): Fields {
  const { written, values } = row;
  const sites = SITES.filter((site) => row.quantity.has(site));
  return laidOver(written, {
    ...Object.fromEntries(
      places.flatMap((place, nth) => [
        [`recommendedOptValueNo${place}`, wholeAt(written, `recommendedOptValueNo${place}`) ?? FREE_TEXT],
        [`recommendedOptValue${place}`, { koreanText: values[nth] ?? '' }],
      ]),
    ),
    isSoldOut: row.soldOut,
    isDisplay: memberAt(written, 'isDisplay') ?? true,
    qty: perSite(sites, (site) => row.quantity.get(site)),
    manageCode: row.code,
    addAmnt: row.extra,
  });
}
