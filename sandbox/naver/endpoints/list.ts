import type { GoodsClaim } from '../orders/claim.ts';
import {
  CLAIM_STATUSES,
  PLACE_ORDER_STATUSES,
  PRODUCT_ORDER_STATUSES,
  RANGE_TYPES,
  type RangeType,
} from '../orders/codes.ts';
import { goodsClaims, type ProductOrder, shownClaim } from '../orders/product-order.ts';
import type { OperationCall, Reply } from '../wire/operation.ts';
import {
  codeList,
  optionalCode,
  optionalCount,
  optionalDateTime,
  optionalFlag,
  requiredDateTime,
} from '../wire/query.ts';
import { badParameter, periodTooLong } from '../wire/refusal.ts';
import { listOf, strikeRows } from '../wire/rows.ts';
import { DAY_MS } from '../wire/time.ts';

const PAGE_MAX = 300;

/** `GET …/product-orders`: lines by an instant of their life and by status (sheet §3.3). */
export function listLines(call: OperationCall): Reply {
  const { query, shop } = call;
  const page = optionalCount(query, 'page') ?? 1;
  const size = optionalCount(query, 'pageSize') ?? PAGE_MAX;
  if (size > PAGE_MAX) throw badParameter('pageSize', 'Max');
  const quantityClaims = optionalFlag(query, 'quantityClaimCompatibility') ?? false;

  const selected = select(call);
  const rows = selected
    .slice((page - 1) * size, page * size)
    .map((line) => contentRow(line, shop.documents.jsonOf(line, quantityClaims)));
  const pagination = JSON.stringify({ page, size, hasNext: selected.length > page * size });
  return {
    data: [
      Buffer.from('{"contents":'),
      ...listOf(strikeRows(rows, call)),
      Buffer.from(`,"pagination":${pagination}}`),
    ],
  };
}

function contentRow({ productOrderId }: ProductOrder, content: Buffer): Buffer {
  const head = Buffer.from(`{"productOrderId":"${productOrderId}","content":`);
  return Buffer.concat([head, content, Buffer.from('}')]);
}

function select({ query, shop }: OperationCall): readonly ProductOrder[] {
  const from = requiredDateTime(query, 'from');
  const to = optionalDateTime(query, 'to') ?? from + DAY_MS;
  if (to < from) throw badParameter('to');
  if (to - from > DAY_MS) throw periodTooLong();
  const instantOf = INSTANTS[optionalCode(query, 'rangeType', RANGE_TYPES) ?? 'PAYED_DATETIME'];
  const matches = readFilter(query);

  const found: { readonly line: ProductOrder; readonly at: number }[] = [];
  for (const line of shop.book.lines.values()) {
    const at = instantOf(line, (instant) => instant !== undefined && instant >= from && instant <= to);
    if (at !== undefined && matches(line)) found.push({ line, at });
  }
  // The marketplace states no order; time, then number, keeps pages stable.
  found.sort((a, b) => a.at - b.at || (a.line.productOrderId < b.line.productOrderId ? -1 : 1));
  return found.map(({ line }) => line);
}

function readFilter(query: URLSearchParams): (line: ProductOrder) => boolean {
  const statuses = codeList(query, 'productOrderStatuses', PRODUCT_ORDER_STATUSES);
  const claimStatuses = codeList(query, 'claimStatuses', CLAIM_STATUSES);
  const placed = optionalCode(query, 'placeOrderStatusType', PLACE_ORDER_STATUSES);
  const fulfilment = optionalFlag(query, 'fulfillment');
  return (line) => {
    const claimStatus = claimStatuses.length > 0 ? shownClaim(line)?.claimStatus : undefined;
    return (
      (statuses.length === 0 || statuses.includes(line.status)) &&
      (claimStatuses.length === 0 || (claimStatus !== undefined && claimStatuses.includes(claimStatus))) &&
      (placed ?? line.placeOrderStatus) === line.placeOrderStatus &&
      (fulfilment ?? line.isDirectLogistics) === line.isDirectLogistics
    );
  };
}

type Instant = number | undefined;

/** Finds the instant of a line's life that lies in the period asked for, if one does. */
type InstantFinder = (line: ProductOrder, isWithin: (instant: Instant) => boolean) => Instant;

function single(instantOf: (line: ProductOrder) => Instant): InstantFinder {
  return (line, isWithin) => {
    const instant = instantOf(line);
    return isWithin(instant) ? instant : undefined;
  };
}

function ofClaims(instantOf: (claim: GoodsClaim) => Instant): InstantFinder {
  return (line, isWithin) => goodsClaims(line).map(instantOf).find(isWithin);
}

const INSTANTS: Record<RangeType, InstantFinder> = {
  PAYED_DATETIME: single(({ order }) => order.paidAt),
  ORDERED_DATETIME: single(({ order }) => order.orderedAt),
  DISPATCHED_DATETIME: single(({ delivery }) => delivery?.sentAt),
  PURCHASE_DECIDED_DATETIME: single(({ decidedAt }) => decidedAt),
  CLAIM_REQUESTED_DATETIME: ofClaims(({ requestedAt }) => requestedAt),
  CLAIM_COMPLETED_DATETIME: ofClaims(({ completedAt }) => completedAt),
  COLLECT_COMPLETED_DATETIME: ofClaims((claim) =>
    'collection' in claim ? claim.collection.completedAt : undefined,
  ),
  GIFT_RECEIVED_DATETIME: single(({ giftReceivedAt }) => giftReceivedAt),
  HOPE_DELIVERY_INFO_CHANGED_DATETIME: single(({ hopeDelivery }) => hopeDelivery?.changedAt),
};
