import { crc32, deflateSync } from 'node:zlib';
import type { WireAnswer } from './marketplace.ts';

/** As sellers take them for all marketplaces together. */
const SIDE = 800;
const MOST_SIDE = 4_000;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUE_COLOUR = 2;

/**
 * A picture of goods as a seller's own server has it, in a colour that its name decides: a square, or of the size that
 * the path names (`/_pictures/640x480/mug.png`). A version that the caller has is not sent again.
 */
export function pictureAnswer(path: string, knownVersion: string | undefined): WireAnswer {
  const colour = crc32(path);
  const etag = `"${colour.toString(16)}"`;
  if (knownVersion === etag) return { status: 304, headers: { etag }, body: Buffer.alloc(0) };
  const [, width, height] = /\/(\d+)x(\d+)\//.exec(path) ?? [];
  const sides = [width, height].map((side) => Math.min(MOST_SIDE, Math.max(1, Number(side ?? SIDE))));
  const headers = { 'content-type': 'image/png', etag };
  return { status: 200, headers, body: rectangle(colour, sides[0] ?? SIDE, sides[1] ?? SIDE) };
}

function rectangle(colour: number, width: number, height: number): Buffer {
  const pixel = Buffer.from([colour & 0xff, (colour >> 8) & 0xff, (colour >> 16) & 0xff]);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(pixel.length * width, pixel)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, TRUE_COLOUR, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(row.length * height, row))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}
