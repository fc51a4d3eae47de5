import { createHash } from 'node:crypto';
import { asFields, listAt, optionalFieldsAt, textAt, UnreadableError } from '../../../kit/decode.ts';
import type { FetchImage, HandedPictures } from '../../../kit/image.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Client } from '../client.ts';
import { DraftFault } from './faults.ts';
import { rowsAt } from './items.ts';
import { type FilePart, multipart } from './multipart.ts';
import { CATALOG_AT_MOST } from './operations.ts';
import type { Product } from './product.ts';

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/bmp': 'bmp' } as const;

/** A picture that Naver keeps already needs no upload. */
export function isUploaded(address: string): boolean {
  return URL.canParse(address) && new URL(address).hostname.endsWith('.pstatic.net');
}

/** What handing pictures over needs. */
export interface PictureDesk {
  readonly client: Client;
  readonly fetchImage: FetchImage | undefined;
  readonly handedPictures: HandedPictures | undefined;
}

interface Picture extends FilePart {
  /** SHA-256 of its bytes, in hex. */
  readonly digest: string;
}

/**
 * The addresses under which a product may show these pictures: Naver takes none but its own (sheet §3.6, §3.8). What the
 * product shows already is not uploaded again; nobody tells for how long Naver keeps what no product shows.
 */
export async function uploadPictures(
  desk: PictureDesk,
  addresses: readonly string[],
  now: Product | null,
): Promise<readonly string[]> {
  const files = new Map<string, Picture>();
  for (const address of addresses)
    if (!isUploaded(address)) files.set(address, await fetchPicture(desk.fetchImage, address));
  const own = new Map(await standing(desk, [...files.values()], now));
  const fresh = [...new Map([...files.values()].map((file) => [file.digest, file])).values()].filter(
    ({ digest }) => !own.has(digest),
  );
  for (const some of fitting(fresh)) {
    const uploaded = await upload(desk.client, some);
    some.forEach(({ digest }, nth) => {
      const address = uploaded[nth];
      if (address !== undefined) own.set(digest, address);
    });
  }
  const handed = fresh.map(({ digest }) => [digest, own.get(digest) ?? ''] as const);
  await desk.handedPictures?.keep(new Map(handed));
  return addresses.map((address) => own.get(files.get(address)?.digest ?? '') ?? address);
}

/** Naver's addresses of those pictures that a product shows already, by the seller's. */
export async function picturesShown(
  desk: PictureDesk,
  addresses: readonly string[],
  now: Product | null,
): Promise<ReadonlyMap<string, string>> {
  if (now === null || desk.handedPictures === undefined) return new Map();
  const files = new Map<string, Picture>();
  for (const address of addresses.filter((one) => !isUploaded(one))) {
    try {
      files.set(address, await fetchPicture(desk.fetchImage, address));
    } catch (error) {
      // One that cannot be handed over is told of where it would be.
      if (!(error instanceof DraftFault)) throw error;
    }
  }
  const own = await standing(desk, [...files.values()], now);
  return new Map(
    [...files].flatMap(([address, { digest }]) => {
      const shown = own.get(digest);
      return shown === undefined ? [] : [[address, shown] as const];
    }),
  );
}

/** Where the product shows pictures of the same bytes, by their digests. */
async function standing(
  { handedPictures }: PictureDesk,
  files: readonly Picture[],
  now: Product | null,
): Promise<ReadonlyMap<string, string>> {
  if (handedPictures === undefined || now === null || files.length === 0) return new Map();
  const shown = shownBy(now);
  const known = await handedPictures.find(files.map(({ digest }) => digest));
  return new Map([...known].filter(([, address]) => shown.has(address)));
}

function shownBy({ origin }: Product): ReadonlySet<string> {
  const images = optionalFieldsAt(origin, 'images') ?? {};
  const all = [optionalFieldsAt(images, 'representativeImage') ?? {}, ...rowsAt(images, 'optionalImages')];
  return new Set(all.map(({ url }) => String(url ?? '')));
}

async function fetchPicture(fetchImage: FetchImage | undefined, address: string): Promise<Picture> {
  if (fetchImage === undefined) throw new DraftFault('images', '이미지를 내려받을 수 없습니다.');
  const image = await fetchImage(address);
  if (image.kind === 'failed')
    throw new DraftFault('images', `이미지를 내려받지 못했습니다. ${address} (${image.because})`);
  if (image.type === 'image/webp')
    throw new DraftFault('images', `WebP는 올릴 수 없습니다. JPG, PNG, GIF, BMP로 바꾸세요. ${address}`);
  if (image.bytes.length > CATALOG_AT_MOST.pictureBytes)
    throw new DraftFault('images', `이미지가 10MB를 넘습니다. ${address}`);
  const fileName = `${plainName(address)}.${ENDINGS[image.type]}`;
  const digest = createHash('sha256').update(image.bytes).digest('hex');
  return { bytes: image.bytes, type: image.type, fileName, digest };
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
function fitting(all: readonly Picture[]): readonly (readonly Picture[])[] {
  const calls: Picture[][] = [];
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
