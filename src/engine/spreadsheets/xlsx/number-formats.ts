import type { Readable } from 'node:stream';
import { elementsOf } from './xml-reader.ts';

/** How a number is shown, as far as it changes what it is: as a date, or with zeros in front up to a width. */
export type NumberFormat = { readonly kind: 'plain' } | { readonly kind: 'date' } | Padded;
interface Padded {
  readonly kind: 'padded';
  readonly width: number;
}

const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date' };

/** Formats of dates and times that have no code of their own, East Asian ones included (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** The number format of each cell style of a workbook, by the style's number. */
export async function readNumberFormats(styles: Readable): Promise<readonly NumberFormat[]> {
  const codes = new Map<string, string>();
  const formats: NumberFormat[] = [];
  let inCellStyles = false;
  for (const { name, attributes } of await elementsOf(styles)) {
    if (name === 'numFmt') codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
    else if (name === 'cellXfs') inCellStyles = true;
    else if (name === 'cellStyles' || name === 'dxfs') inCellStyles = false;
    else if (name === 'xf' && inCellStyles) {
      const id = attributes.numFmtId ?? '0';
      formats.push(formatOf(Number(id), codes.get(id)));
    }
  }
  return formats;
}

/** What a format makes of numbers: by its code, where it has one, else by its number. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to) ? DATE : PLAIN;
  const [positive = ''] = code.split(';', 1);
  const signs = positive
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    // Colours, conditions and languages; what is left in brackets counts hours, minutes or seconds.
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
  if (/[ymdhs]/i.test(signs)) return DATE;
  return /^0{2,}$/.test(signs) ? { kind: 'padded', width: signs.length } : PLAIN;
}
