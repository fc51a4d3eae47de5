import type { ListingState } from '../../../../domain/listing.ts';

/**
 * Where a product stands with Coupang's approval (sheet §3.6). An approved one is on sale as far as its options are:
 * Coupang stops and sells out options, never products.
 */
export const PRODUCT_STATES = {
  SAVED: 'draft',
  IN_REVIEW: 'in_review',
  APPROVING: 'in_review',
  APPROVED: 'on_sale',
  PARTIAL_APPROVED: 'on_sale',
  DENIED: 'rejected',
  DELETED: 'ended',
} as const satisfies Readonly<Record<string, ListingState>>;

type ProductStatus = keyof typeof PRODUCT_STATES;

/** The names that rows and histories carry in place of the status (sheet §3.6). */
const BY_NAME: Readonly<Record<string, ProductStatus>> = {
  임시저장: 'SAVED',
  심사중: 'IN_REVIEW',
  승인대기중: 'APPROVING',
  승인완료: 'APPROVED',
  부분승인완료: 'PARTIAL_APPROVED',
  승인반려: 'DENIED',
  상품삭제: 'DELETED',
};

/** The status behind its code or its Korean name; anything else stays as Coupang wrote it. */
export function nativeStatusOf(status: string | null, name: string | null): string {
  return status ?? (name === null ? '' : (BY_NAME[name] ?? name));
}

/** What is known of one option's sale; null where nobody has asked yet. */
export interface OptionSale {
  readonly onSale: boolean | null;
  readonly quantity: number | null;
}

/** The state of a listing with these options. Null for a status that nobody has mapped. */
export function listingState(status: string, options: readonly OptionSale[]): ListingState | null {
  const state = isKnown(status) ? PRODUCT_STATES[status] : null;
  if (state !== 'on_sale' || options.length === 0) return state;
  if (options.every(({ onSale }) => onSale === false)) return 'paused';
  const buyable = options.filter(({ onSale, quantity }) => onSale !== false && quantity !== 0);
  return buyable.length === 0 ? 'sold_out' : state;
}

/** Whether Coupang takes no change since it still looks at the last one (sheet §3.6). */
export function isInReview(status: string): boolean {
  return isKnown(status) && PRODUCT_STATES[status] === 'in_review';
}

function isKnown(status: string): status is ProductStatus {
  return Object.hasOwn(PRODUCT_STATES, status);
}
