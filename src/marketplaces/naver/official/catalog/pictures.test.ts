import { describe, expect, it } from 'vitest';
import { multipart } from './multipart.ts';
import { isUploaded } from './pictures.ts';

describe('pictures', () => {
  it('go as files under one name, byte for byte', () => {
    const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0x0d, 0x0a, 0x00]);
    const body = multipart('imageFiles', [{ bytes, type: 'image/jpeg', fileName: 'front.jpg' }]);
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(body.type)?.[1] ?? '';
    expect(boundary).toMatch(/^moa-[0-9a-f]{32}$/);
    expect(body.bytes.toString('latin1')).toBe(
      `--${boundary}\r\nContent-Disposition: form-data; name="imageFiles"; filename="front.jpg"\r\n` +
        `Content-Type: image/jpeg\r\n\r\n${Buffer.from(bytes).toString('latin1')}\r\n--${boundary}--\r\n`,
    );
  });

  it.each([
    ['https://shop-phinf.pstatic.net/20261101_1/hood.jpg', true],
    ['https://pstatic.net.example.com/hood.jpg', false],
    ['https://images.seller.co.kr/hood.jpg', false],
    ['hood.jpg', false],
  ])('at %s need no upload: %s', (address, uploaded) => expect(isUploaded(address)).toBe(uploaded));
});
