import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureSize } from './picture-size.ts';

const side = fc.integer({ min: 1, max: 16_000 });

function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

function gif(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.write('GIF89a', 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
}

function bmp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(54);
  bytes.write('BM', 'latin1');
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(-height, 22);
  return bytes;
}

/** Segments of these lengths stand before the frame, one of them a table that looks like a frame. */
function jpeg(width: number, height: number, segments: readonly number[]): Buffer {
  const before = segments.map((length, nth) => {
    const segment = Buffer.alloc(2 + length, 0xff);
    segment.set([0xff, nth % 2 === 0 ? 0xe1 : 0xc4]);
    segment.writeUInt16BE(length, 2);
    return segment;
  });
  const frame = Buffer.alloc(19);
  frame.set([0xff, 0xc2]);
  frame.writeUInt16BE(17, 2);
  frame.writeUInt8(8, 4);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...before, frame]);
}

function webp(kind: 'VP8X' | 'VP8L' | 'VP8 ', width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 'latin1');
  bytes.write('WEBP', 8, 'latin1');
  bytes.write(kind, 12, 'latin1');
  if (kind === 'VP8X') {
    bytes.writeUIntLE(width - 1, 24, 3);
    bytes.writeUIntLE(height - 1, 27, 3);
  } else if (kind === 'VP8L') {
    bytes.writeUInt8(0x2f, 20);
    bytes.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 21);
  } else {
    bytes.writeUInt16LE(width, 26);
    bytes.writeUInt16LE(height, 28);
  }
  return bytes;
}

describe('the size of a picture', () => {
  test('is read from the header of each kind', () => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.array(fc.integer({ min: 2, max: 400 }), { maxLength: 5 }),
        (w, h, segments) => {
          const size = { width: w, height: h };
          expect(pictureSize(png(w, h))).toEqual({ format: 'png', ...size });
          expect(pictureSize(gif(w, h))).toEqual({ format: 'gif', ...size });
          expect(pictureSize(bmp(w, h))).toEqual({ format: 'bmp', ...size });
          expect(pictureSize(jpeg(w, h, segments))).toEqual({ format: 'jpg', ...size });
          for (const kind of ['VP8X', 'VP8L', 'VP8 '] as const)
            expect(pictureSize(webp(kind, w, h))).toEqual({ format: 'webp', ...size });
        },
      ),
    );
  });

  test('of bytes that end within the header, or are no picture, is none', () => {
    expect(pictureSize(Buffer.from('<html></html>'))).toBeUndefined();
    expect(pictureSize(png(0, 10))).toBeUndefined();
    for (const whole of [png(3, 4), gif(3, 4), bmp(3, 4), webp('VP8L', 3, 4)])
      expect(pictureSize(whole.subarray(0, 9))).toBeUndefined();
    expect(pictureSize(jpeg(3, 4, [20]).subarray(0, 24))).toBeUndefined();
  });

  test('never breaks on any bytes', () => {
    const beginnings = [png(1, 1), gif(1, 1), bmp(1, 1), jpeg(1, 1, []), webp('VP8X', 1, 1)];
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const found = pictureSize(Buffer.concat([start.subarray(0, 16), rest]));
        expect(found === undefined || (found.width > 0 && found.height > 0)).toBe(true);
      }),
    );
  });
});
