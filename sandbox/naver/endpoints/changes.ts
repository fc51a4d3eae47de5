import { giftReceivingStatus } from '../documents/line-document.ts';
import { LAST_CHANGED_TYPES } from '../orders/codes.ts';
import { type ProductOrder, shownClaim } from '../orders/product-order.ts';
import type { OperationCall, Reply } from '../wire/operation.ts';
import { optionalCode, optionalCount, optionalDateTime, requiredDateTime } from '../wire/query.ts';
import { badParameter, periodTooLong } from '../wire/refusal.ts';
import { listOf, strikeFeed, strikeRows } from '../wire/rows.ts';
import { DAY_MS, formatKst, formatKstIf, formatKstShort } from '../wire/time.ts';

const PAGE_MAX = 300;

/** `GET …/product-orders/last-changed-statuses`: which lines changed in a window (sheet §3.2). */
export function readChanges(call: OperationCall): Reply {
  const { query, shop, now } = call;
  const from = requiredDateTime(query, 'lastChangedFrom');
  const to = optionalDateTime(query, 'lastChangedTo') ?? from + DAY_MS;
  if (to < from) throw badParameter('lastChangedTo');
  if (to - from > DAY_MS) throw periodTooLong();
  const sequence = query.get('moreSequence') ?? undefined;
  if (sequence !== undefined && !/^\d+$/.test(sequence)) throw badParameter('moreSequence');

  const { lines, more } = shop.book.feed.page({
    from,
    to: Math.min(to, now - shop.rules.publicationDelayMs),
    type: optionalCode(query, 'lastChangedType', LAST_CHANGED_TYPES),
    sequence,
    limit: Math.min(optionalCount(query, 'limitCount') ?? PAGE_MAX, PAGE_MAX),
  });

  const changed = lines.map((line) => Buffer.from(JSON.stringify(changeRow(line))));
  const rows = strikeRows(strikeFeed(changed, call), call);
  if (rows.length === 0 && more === undefined) return { data: undefined };
  const cursor = more === undefined ? '' : `,"more":${JSON.stringify(cursorAt(more))}`;
  return {
    data: [
      Buffer.from(`{"count":${rows.length},"lastChangeStatuses":`),
      ...listOf(rows),
      Buffer.from(`${cursor}}`),
    ],
  };
}

function changeRow(line: ProductOrder) {
  const claim = shownClaim(line);
  return {
    orderId: line.order.orderId,
    productOrderId: line.productOrderId,
    lastChangedType: line.lastChange.type,
    paymentDate: formatKstIf(line.order.paidAt),
    lastChangedDate: formatKst(line.lastChange.at),
    productOrderStatus: line.status,
    claimType: claim?.claimType,
    claimStatus: claim?.claimStatus,
    receiverAddressChanged: line.receiverAddressChanged,
    giftReceivingStatus: giftReceivingStatus(line),
  };
}

function cursorAt(line: ProductOrder) {
  return { moreFrom: formatKstShort(line.lastChange.at), moreSequence: line.productOrderId };
}
