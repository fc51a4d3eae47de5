import { createHash } from 'node:crypto';
import type { OperationCall, Reply } from '../../wire/operation.ts';
import { badRequest, Refusal } from '../../wire/refusal.ts';
import { kstDay } from '../../wire/time.ts';

const PICTURES_MAX = 10;
/** Sheet §3.8: all of a call together. */
const BYTES_MAX = 10_000_000;

/** How files of each kind begin. */
const KINDS: readonly (readonly [type: string, ending: string, start: string])[] = [
  ['image/jpeg', 'jpg', '\xff\xd8\xff'],
  ['image/png', 'png', '\x89PNG'],
  ['image/gif', 'gif', 'GIF8'],
  ['image/bmp', 'bmp', 'BM'],
];

/** `POST /v1/product-images/upload`: the only way a picture gets an address that products take (sheet §3.8). */
export function uploadPictures({ shop, now, body, headers }: OperationCall): Reply {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined)
    throw new Refusal(415, 'BAD_REQUEST', 'multipart/form-data로 요청해 주세요.', []);
  const parts = partsOf(body, boundary).filter(({ head }) => /name="imageFiles"/.test(head));
  if (parts.length === 0) throw badRequest('이미지 파일을 입력해 주세요.');
  if (parts.length > PICTURES_MAX) throw badRequest('이미지는 한 번에 10개까지 등록할 수 있습니다.');
  if (parts.reduce((sum, { content }) => sum + content.length, 0) >= BYTES_MAX)
    throw badRequest('이미지 전체 용량은 10MB를 넘을 수 없습니다.');
  const images = parts.map((part, at) => {
    const url = `https://shop-phinf.pstatic.net/${kstDay(now)}_${shop.products.pictures.size + at}/${shop.shopNumber}.${endingOf(part)}`;
    return { url, content: part.content };
  });
  for (const { url, content } of images)
    shop.products.pictures.set(url, createHash('sha256').update(content, 'latin1').digest('hex'));
  return { document: JSON.stringify({ images: images.map(({ url }) => ({ url })) }) };
}

interface Part {
  /** Its headers. */
  readonly head: string;
  /** Byte for byte, one character each. */
  readonly content: string;
}

function endingOf({ head, content }: Part): string {
  const type = /^content-type:\s*([^\r\n;]+)/im.exec(head)?.[1]?.trim();
  const kind = KINDS.find(([known, , start]) => known === type && content.startsWith(start));
  if (kind === undefined) throw badRequest('JPG, GIF, PNG, BMP 이미지만 등록할 수 있습니다.');
  return kind[1];
}

function partsOf(body: Buffer, boundary: string): readonly Part[] {
  return body
    .toString('latin1')
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n');
      return { head, content: rest.join('\r\n\r\n').replace(/\r\n$/, '') };
    });
}
