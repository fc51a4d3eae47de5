import type { JsonObject } from '../../frame/json.ts';
import type { ExchangeClaim } from '../orders/claim.ts';
import { redeliver, rejectClaim, startCollecting } from '../orders/claiming.ts';
import { goodsClaims, type ProductOrder } from '../orders/product-order.ts';
import type { OperationCall } from '../wire/operation.ts';
import { parcelIn } from './codes.ts';
import { idsIn, settleLines } from './items.ts';
import { readBody, textIn } from './parameters.ts';
import type { GuideCode } from './refusal.ts';

/** `POST …/exchange/approve`: the goods may come back (guide 1.7.2). */
export function approveExchanges(call: OperationCall): JsonObject {
  return onExchanges(call, readBody(call.body), (line, claim) => {
    if (claim.claimStatus !== 'EXCHANGE_REQUEST') return 'ALREADY_PROCESSED';
    return () => startCollecting(call.shop.book, line, claim, call.now);
  });
}

/** `POST …/exchange/reject` (guide 1.7.3). */
export function rejectExchanges(call: OperationCall): JsonObject {
  const body = readBody(call.body);
  textIn(body, 'rejectReason');
  return onExchanges(
    call,
    body,
    (line, claim) => {
      if (claim.claimStatus === 'EXCHANGE_REDELIVERING') return 'INVALID_STATE';
      return () => rejectClaim(call.shop.book, line, claim, 'seller', call.now);
    },
    'EXCHANGE_REJECT',
  );
}

/** `POST …/exchange/ship`: the replacement leaves, once the goods are back (guide 1.7.4, 5.4). */
export function shipExchanges(call: OperationCall): JsonObject {
  const { shop, now } = call;
  const body = readBody(call.body);
  const parcel = parcelIn(textIn(body, 'deliveryCompanyCode'), textIn(body, 'trackingNumber'));
  return onExchanges(call, body, (line, claim) => {
    if (claim.claimStatus === 'EXCHANGE_REDELIVERING') return 'ALREADY_PROCESSED';
    if (claim.claimStatus !== 'COLLECT_DONE') return 'INVALID_STATE';
    if (shop.book.isInvoiceTaken(parcel, line.order.orderId)) return 'DUPLICATE_TRACKING_NUMBER';
    return () => {
      // The replacements of one order may travel together.
      shop.book.registerInvoice(parcel, line.order.orderId);
      redeliver(shop.book, line, claim, { parcel, sentAt: now, status: 'COLLECT_REQUEST' }, now);
    };
  });
}

function onExchanges(
  call: OperationCall,
  body: JsonObject,
  attempt: (line: ProductOrder, claim: ExchangeClaim) => GuideCode | (() => void),
  aim: ExchangeClaim['claimStatus'] = 'EXCHANGE_DONE',
): JsonObject {
  return settleLines(call, idsIn(body), (line) => {
    if (line.claim?.claimType === 'EXCHANGE') return attempt(line, line.claim);
    return goodsClaims(line).at(-1)?.claimStatus === aim ? 'ALREADY_PROCESSED' : 'INVALID_STATE';
  });
}
