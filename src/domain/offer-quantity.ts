import { bundlesFrom } from './listing.ts';

/** One part of a listing item, with what there is of it. */
export interface OfferPart {
  /** Null for a SKU that nobody has counted: then nothing is known of the whole. */
  readonly available: number | null;
  readonly quantity: number;
}

export interface OfferTerms {
  /** So many are never offered here. */
  readonly buffer: number;
  /** Of the rest, this share. */
  readonly sharePercent: number;
  /** More than this the marketplace does not take. */
  readonly max: number;
  /** From so few on only one shop sells; null where that is not wanted. */
  readonly lastUnits: { readonly from: number; readonly isMine: boolean } | null;
}

/** How many of a listing item a shop may sell from now on; null where nobody knows. */
export function offerQuantity(
  parts: readonly OfferPart[],
  { buffer, sharePercent, max, lastUnits }: OfferTerms,
): number | null {
  const known = parts.flatMap(({ available, quantity }) =>
    available === null ? [] : [{ available, quantity }],
  );
  if (known.length === 0 || known.length < parts.length) return null;
  const whole = bundlesFrom(known);
  if (lastUnits !== null && whole <= lastUnits.from) return lastUnits.isMine ? Math.min(max, whole) : 0;
  return Math.min(max, Math.floor((Math.max(0, whole - buffer) * sharePercent) / 100));
}
