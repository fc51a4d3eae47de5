import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import type { Schema } from '../api/types.ts';
import { classNames } from '../ui/class-names.ts';

const SIZES = { row: 'size-9', card: 'size-24' } as const;

/**
 * A picture in a square whose place is kept before it is there, with a sign where there is none. The hub fetches it: the page
 * asks nobody else. Its name stands beside it, so it says nothing itself unless `alt` is given.
 */
export function Picture({
  src,
  alt = '',
  size = 'row',
}: {
  readonly src: string | null;
  readonly alt?: string;
  readonly size?: keyof typeof SIZES;
}) {
  const [failed, setFailed] = useState<string | null>(null);
  const isThere = src !== null && failed !== src;
  return (
    <span
      className={classNames(
        'flex shrink-0 items-center justify-center overflow-hidden rounded-md border border-line bg-sunken',
        SIZES[size],
      )}
    >
      {isThere ? (
        <img
          key={src}
          src={src}
          alt={alt}
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setFailed(src)}
          className="size-full object-cover"
        />
      ) : (
        <ImageOff role="img" aria-hidden={alt === ''} aria-label={alt} className="size-4 text-faint" />
      )}
    </span>
  );
}

/** Where the hub shows a picture of a product; null where it has none. */
export function productPicture(
  { id, version, main_image }: Pick<Schema<'Product'>, 'id' | 'version' | 'main_image'>,
  nth = 0,
): string | null {
  return main_image === null ? null : `/api/v1/products/${id}/picture?nth=${nth}&version=${version}`;
}

/** Where the hub shows a listing's picture; null where its marketplace has told none. */
export function listingPicture({
  id,
  image_url,
}: Pick<Schema<'Listing'>, 'id' | 'image_url'>): string | null {
  return image_url === null ? null : `/api/v1/listings/${id}/picture`;
}

/** Where the hub shows what stands under an address that was typed; null for what is no address yet. */
export function typedPicture(address: string): string | null {
  if (!URL.canParse(address) || !/^https?:\/\/[^/]+\/./.test(address)) return null;
  return `/api/v1/pictures?address=${encodeURIComponent(address)}`;
}
