import type { GrantedCall } from '../gateway/call.ts';

/** A state that no sheet knows: what a client must survive when Coupang adds one. */
export const UNKNOWN_CLAIM_STATUS = 'CUSTOMS_INSPECTION';

const KEEPS_OUT_OF = 3;

/** A claim as it is answered, before it becomes text. */
export type ClaimView = Readonly<Record<string, unknown>>;

/** The rows of a page of claims as JSON text, with the faults that are set played on them. */
export function claimRowsJson(
  { frame, operation }: GrantedCall,
  page: readonly ClaimView[],
  statusField: string,
): string {
  if (page.length === 0) return '[]';
  let rows = page;
  if (frame.strike(operation, 'duplicate_rows') !== undefined) rows = [...rows, ...rows.slice(-2)];
  if (frame.strike(operation, 'reorder_rows') !== undefined) rows = rows.toReversed();
  if (frame.strike(operation, 'feed_skips') !== undefined)
    rows = rows.filter((_, index) => index % KEEPS_OUT_OF > 0);
  const [first, ...rest] = rows;
  if (first === undefined) return '[]';
  return JSON.stringify([strange(first, statusField, { frame, operation }), ...rest]);
}

function strange(
  view: ClaimView,
  statusField: string,
  { frame, operation }: Pick<GrantedCall, 'frame' | 'operation'>,
): ClaimView {
  if (frame.strike(operation, 'unknown_status') !== undefined)
    return { ...view, [statusField]: UNKNOWN_CLAIM_STATUS };
  if (frame.strike(operation, 'unreadable_row') !== undefined)
    return { ...view, createdAt: '어제', returnItems: null, exchangeItemDtoV1s: null, quantity: '하나' };
  return view;
}
