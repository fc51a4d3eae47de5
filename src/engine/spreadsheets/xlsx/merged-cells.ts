import type { Readable } from 'node:stream';
import { FileRefused } from '../refused.ts';

/** A block of cells that is shown as one; rows and columns count from 1. */
export interface MergedBlock {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const END_OF_ROWS = Buffer.from('sheetData>', 'latin1');
/** Longer than a closing tag with any prefix, so that one cut in two is found. */
const OVERLAP = 64;
/** What stands behind the rows: merged cells, widths, rules; thousands of merged blocks fit into it. */
const MOST_BYTES_BEHIND = 8 * 1024 * 1024;
const BLOCK =
  /<(?:[\w.-]+:)?mergeCell\b[^>]*?\bref=["']([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?["']/g;

/**
 * The merged blocks of a sheet, from top to bottom. They stand behind the rows, and whoever reads a row has to know of
 * them, so the part is looked through once before it is read.
 */
export async function readMergedBlocks(bytes: Readable): Promise<readonly MergedBlock[]> {
  let behind: Buffer | null = null;
  let carried: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of bytes) {
      if (!Buffer.isBuffer(chunk)) continue;
      if (behind !== null) behind = Buffer.concat([behind, chunk]);
      else {
        const seen = Buffer.concat([carried, chunk]);
        behind = behindRows(seen);
        carried = seen.subarray(-OVERLAP);
      }
      if (behind !== null && behind.length > MOST_BYTES_BEHIND) break;
    }
  } catch (cause) {
    throw new FileRefused('damaged', null, { cause });
  } finally {
    bytes.destroy();
  }
  const text = behind?.toString('latin1') ?? '';
  return [...text.matchAll(BLOCK)].map(blockOf).sort((one, other) => one.top - other.top);
}

function behindRows(seen: Buffer): Buffer | null {
  for (let at = seen.indexOf(END_OF_ROWS); at >= 0; at = seen.indexOf(END_OF_ROWS, at + 1)) {
    if (/<\/(?:[\w.-]+:)?$/.test(seen.toString('latin1', Math.max(0, at - OVERLAP), at)))
      return seen.subarray(at);
  }
  return null;
}

function blockOf([, left = 'A', top = '1', right = left, bottom = top]: RegExpExecArray): MergedBlock {
  return { top: Number(top), bottom: Number(bottom), left: columnNumber(left), right: columnNumber(right) };
}

/** `A` is 1, `AA` is 27. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Tells of the rows of a sheet, in their order, which of their cells are part of a merged block. */
export function mergedColumns(blocks: readonly MergedBlock[]): (row: number) => (column: number) => boolean {
  let open: readonly MergedBlock[] = [];
  let next = 0;
  return (row) => {
    const begun: MergedBlock[] = [];
    for (let block = blocks[next]; block !== undefined && block.top <= row; block = blocks[next]) {
      begun.push(block);
      next += 1;
    }
    if (begun.length > 0 || open.length > 0) open = [...open, ...begun].filter(({ bottom }) => bottom >= row);
    const here = open;
    return (column) => here.some(({ left, right }) => left <= column && column <= right);
  };
}
