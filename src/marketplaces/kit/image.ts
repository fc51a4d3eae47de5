/** A picture from a public address, or why there is none, in words for the seller. */
export type FetchedImage =
  | { readonly kind: 'image'; readonly bytes: Uint8Array; readonly type: ImageType }
  | { readonly kind: 'failed'; readonly because: string };

/** Fetches a picture for a marketplace that wants it handed over. Never leads into a private network. */
export type FetchImage = (address: string) => Promise<FetchedImage>;

/** What is known of pictures that a shop has handed to its marketplace, by the SHA-256 of their bytes in hex. */
export interface HandedPictures {
  /** The marketplace's own addresses of those that were handed over. */
  find(digests: readonly string[]): Promise<ReadonlyMap<string, string>>;
  keep(addresses: ReadonlyMap<string, string>): Promise<void>;
}

/** The file types of pictures by how the bytes begin: what a server calls them is often wrong. */
const BEGINNINGS = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/bmp', [0x42, 0x4d]],
] as const;
export type ImageType = (typeof BEGINNINGS)[number][0] | 'image/webp';

/** What kind of picture it is; undefined for what is none of the usual kinds. */
export function imageType(bytes: Uint8Array): ImageType | undefined {
  const known = BEGINNINGS.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (known !== undefined) return known[0];
  const word = (from: number) => String.fromCharCode(...bytes.subarray(from, from + 4));
  return word(0) === 'RIFF' && word(8) === 'WEBP' ? 'image/webp' : undefined;
}
