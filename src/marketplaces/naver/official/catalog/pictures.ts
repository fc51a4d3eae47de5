import { asFields, listAt, optionalFieldsAt, textAt, UnreadableError } from '../../../kit/decode.ts';
import type { FetchImage, HandedPictures } from '../../../kit/image.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Client } from '../client.ts';
import { fetchPicture, type Picture } from './fetch-picture.ts';
import { rowsAt } from './items.ts';
import { type FilePart, multipart } from './multipart.ts';
import { CATALOG_AT_MOST } from './operations.ts';
import type { Product } from './product.ts';

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
  const handed = new Map<string, string>();
  for (const some of fitting(fresh)) {
    const uploaded = await upload(desk.client, some);
    some.forEach(({ digest }, nth) => {
      const address = uploaded[nth];
      if (address !== undefined) handed.set(digest, address);
    });
  }
  for (const [digest, address] of handed) own.set(digest, address);
  await desk.handedPictures?.keep(handed);
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
      if (!(error instanceof RefusedDraft)) throw error;
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
