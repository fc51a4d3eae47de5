import { asFields, listAt, textAt, UnreadableError } from '../../../kit/decode.ts';
import type { FetchImage } from '../../../kit/image.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Client } from '../client.ts';
import { DraftFault } from './faults.ts';
import { type FilePart, multipart } from './multipart.ts';
import { CATALOG_AT_MOST } from './operations.ts';

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/bmp': 'bmp' } as const;

/** A picture that Naver keeps already needs no upload. */
export function isUploaded(address: string): boolean {
  return URL.canParse(address) && new URL(address).hostname.endsWith('.pstatic.net');
}

/** The addresses under which a product may show these pictures: Naver takes none but its own (sheet §3.6, §3.8). */
export async function uploadPictures(
  client: Client,
  fetchImage: FetchImage | undefined,
  addresses: readonly string[],
): Promise<readonly string[]> {
  const foreign = addresses.filter((address) => !isUploaded(address));
  const files: FilePart[] = [];
  for (const address of foreign) files.push(await fetchPicture(fetchImage, address));
  const uploaded: string[] = [];
  for (const some of fitting(files)) uploaded.push(...(await upload(client, some)));
  const own = new Map(foreign.map((address, nth) => [address, uploaded[nth] ?? address]));
  return addresses.map((address) => own.get(address) ?? address);
}

async function fetchPicture(fetchImage: FetchImage | undefined, address: string): Promise<FilePart> {
  if (fetchImage === undefined) throw new DraftFault('images', '이미지를 내려받을 수 없습니다.');
  const image = await fetchImage(address);
  if (image.kind === 'failed')
    throw new DraftFault('images', `이미지를 내려받지 못했습니다. ${address} (${image.because})`);
  if (image.type === 'image/webp')
    throw new DraftFault('images', `WebP는 올릴 수 없습니다. JPG, PNG, GIF, BMP로 바꾸세요. ${address}`);
  if (image.bytes.length > CATALOG_AT_MOST.pictureBytes)
    throw new DraftFault('images', `이미지가 10MB를 넘습니다. ${address}`);
  const fileName = `${plainName(address)}.${ENDINGS[image.type]}`;
  return { bytes: image.bytes, type: image.type, fileName };
}

/** A plain name for a file; Naver gives it one of its own. */
function plainName(address: string): string {
  return (
    new URL(address).pathname
      .split('/')
      .at(-1)
      ?.replace(/\.\w*$/, '')
      .replace(/[^\w-]/g, '_') || 'image'
  );
}

/** The files in calls of so many and so much as Naver takes (sheet §3.8). */
function fitting(all: readonly FilePart[]): readonly (readonly FilePart[])[] {
  const calls: FilePart[][] = [];
  let size = 0;
  for (const file of all) {
    const last = calls.at(-1);
    size += file.bytes.length;
    if (
      last !== undefined &&
      last.length < CATALOG_AT_MOST.pictures &&
      size <= CATALOG_AT_MOST.pictureBytes
    ) {
      last.push(file);
    } else {
      calls.push([file]);
      size = file.bytes.length;
    }
  }
  return calls;
}

async function upload(client: Client, parts: readonly FilePart[]): Promise<readonly string[]> {
  try {
    return await client.ask({
      operation: 'uploadImages',
      raw: multipart('imageFiles', parts),
      decode(json) {
        const urls = listAt(asFields(json, 'upload'), 'images').map((image) =>
          textAt(asFields(image, 'images'), 'url'),
        );
        if (urls.length !== parts.length)
          throw new UnreadableError('images', `${parts.length} addresses`, urls);
        return urls;
      },
    });
  } catch (error) {
    if (!(error instanceof MarketplaceError)) throw error;
    // A picture that arrived without an answer lies there unused: nothing is on sale by it.
    throw new MarketplaceError({ ...error.trouble, maybeApplied: false });
  }
}
