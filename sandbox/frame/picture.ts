import { crc32, deflateSync } from 'node:zlib';
import type { WireAnswer } from './marketplace.ts';

const SIDE = 64;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUE_COLOUR = 2;

/** A picture of goods as a seller's own server has it: a square whose colour its name decides. */
export function pictureAnswer(path: string): WireAnswer {
  return { status: 200, headers: { 'content-type': 'image/png' }, body: square(crc32(path)) };
}

function square(colour: number): Buffer {
  const pixel = Buffer.from([colour & 0xff, (colour >> 8) & 0xff, (colour >> 16) & 0xff]);
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: SIDE }, () => pixel)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, TRUE_COLOUR, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: SIDE }, () => row)))),
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
