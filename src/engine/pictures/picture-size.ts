import { type ImageType, imageType } from '../../marketplaces/kit/image.ts';

export type PictureFormat = 'jpg' | 'png' | 'gif' | 'bmp' | 'webp';

export interface PictureSize {
  readonly format: PictureFormat;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

const FORMATS: Readonly<Record<ImageType, PictureFormat>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
  'image/webp': 'webp',
};

type Sides = readonly [width: number, height: number];

/** What kind of picture the bytes are and how large, from their headers; undefined for what is no whole picture header. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const type = imageType(bytes);
  if (type === undefined) return undefined;
  const format = FORMATS[type];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const sides = READERS[format](view);
    if (sides === undefined || sides[0] < 1 || sides[1] < 1) return undefined;
    return { format, width: sides[0], height: sides[1] };
  } catch (error) {
    // The bytes end within the header.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const READERS: Readonly<Record<PictureFormat, (view: DataView) => Sides | undefined>> = {
  png: (view) => [view.getUint32(16), view.getUint32(20)],
  gif: (view) => [view.getUint16(6, true), view.getUint16(8, true)],
  // Rows from the top down are told by a height below zero.
  bmp: (view) => [Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true))],
  webp: webpSides,
  jpg: jpegSides,
};

/** Of its three kinds of chunks: with extras, lossless, and the plain one (RFC 9649). */
function webpSides(view: DataView): Sides | undefined {
  const kind = String.fromCharCode(
    view.getUint8(12),
    view.getUint8(13),
    view.getUint8(14),
    view.getUint8(15),
  );
  const threeBytes = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (kind === 'VP8X') return [threeBytes(24) + 1, threeBytes(27) + 1];
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  if (kind === 'VP8 ') return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  return undefined;
}

const MARKER = 0xff;
const FIRST_FRAME = 0xc0;
const LAST_FRAME = 0xcf;
/** Among the numbers of frames, but tables. */
const TABLES: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);
const SCAN = 0xda;

/** The size stands in the frame's header, behind segments of any number and length. */
function jpegSides(view: DataView): Sides | undefined {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== MARKER) return undefined;
    const marker = view.getUint8(at + 1);
    // Markers may be filled up.
    if (marker === MARKER) {
      at += 1;
      continue;
    }
    if (marker >= FIRST_FRAME && marker <= LAST_FRAME && !TABLES.has(marker))
      return [view.getUint16(at + 7), view.getUint16(at + 5)];
    if (marker === SCAN) return undefined;
    at += 2 + view.getUint16(at + 2);
  }
}
