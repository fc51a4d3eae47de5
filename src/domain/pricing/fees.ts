import type { Minor } from '../money.ts';

/** A share in hundredths of a percent: 1,080 is 10.8 %. */
export type BasisPoints = number;
export const WHOLE: BasisPoints = 10_000;

/** What selling costs at a marketplace from a day on. */
export interface FeeRate {
  /** Of what the buyer pays for the goods. */
  readonly saleBp: BasisPoints;
  /** Of what the buyer pays for shipping. */
  readonly shippingBp: BasisPoints;
  /** For payment or order management, of both. */
  readonly paymentBp: BasisPoints;
  /** For every order, whatever its size. */
  readonly fixed: Minor;
  /** Whether these are told with value-added tax. Where not, it comes on top. */
  readonly vatIncluded: boolean;
}

/** A rate with where it counts and where it was read. Rates change: each is good from a day on. */
export interface DatedFeeRate extends FeeRate {
  /** The marketplace's own category, its descendants not included; null for all others. */
  readonly nativeCategoryId: string | null;
  /** `yyyy-MM-dd` in the marketplace's zone. */
  readonly validFrom: string;
  readonly source: string;
  /** When somebody looked at the source. */
  readonly checkedOn: string;
}

/** Korean value-added tax, in hundredths of a percent. */
export const VAT_BP: BasisPoints = 1_000;

/**
 * The rate that counts on a day: of those for the category the newest that has begun, else of those for all others.
 * Undefined where none has begun yet.
 */
export function rateOn<Rate extends DatedFeeRate>(
  rates: readonly Rate[],
  nativeCategoryId: string | null,
  day: string,
): Rate | undefined {
  const begun = rates.filter(({ validFrom }) => validFrom <= day);
  const newestOf = (category: string | null) =>
    begun
      .filter((rate) => rate.nativeCategoryId === category)
      .reduce<Rate | undefined>(
        (best, rate) => (best === undefined || rate.validFrom > best.validFrom ? rate : best),
        undefined,
      );
  return (nativeCategoryId === null ? undefined : newestOf(nativeCategoryId)) ?? newestOf(null);
}

/** The shares of a rate with value-added tax in them. */
export function shareOfGoods({ saleBp, paymentBp, vatIncluded }: FeeRate): number {
  return withVat(saleBp + paymentBp, vatIncluded) / WHOLE;
}

export function shareOfShipping({ shippingBp, paymentBp, vatIncluded }: FeeRate): number {
  return withVat(shippingBp + paymentBp, vatIncluded) / WHOLE;
}

export function fixedFee({ fixed, vatIncluded }: FeeRate): Minor {
  return Math.round(withVat(fixed, vatIncluded));
}

function withVat(amount: number, included: boolean): number {
  return included ? amount : amount * (1 + VAT_BP / WHOLE);
}
