import { AUCTION_CLAIM_ERRORS } from './error-rows/auction-claims.ts';
import { CLAIM_ERRORS } from './error-rows/claims.ts';
import { OTHER_ERRORS } from './error-rows/goods-and-money.ts';
import { ORDER_ERRORS } from './error-rows/orders.ts';
import type { ErrorRow } from './error-rows/row.ts';

/** Every code of sheet §5 that comes inside a body. */
export const ERROR_ROWS: readonly ErrorRow[] = [
  ...AUCTION_CLAIM_ERRORS,
  ...ORDER_ERRORS,
  ...CLAIM_ERRORS,
  ...OTHER_ERRORS,
];
