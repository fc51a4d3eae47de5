import { type ExchangeClaim, isHeld } from '../../orders/claim.ts';
import { takeBack } from '../../orders/claim-decisions.ts';
import { redeliver, rejectClaim } from '../../orders/claiming.ts';
import { DELIVERY_METHODS } from '../../orders/codes.ts';
import { readObject, readText, requireCode, requireText } from '../../wire/body.ts';
import type { OperationCall, Reply } from '../../wire/operation.ts';
import { settleOne } from '../items.ts';
import { parcelOf } from '../parcel-request.ts';
import { openExchange } from './open-claim.ts';

const TEXT_MAX = 1_000;

/** `POST …/{id}/claim/exchange/collect/approve`: the seller has the goods (sheet §3.4). */
export function approveCollection(call: OperationCall): Reply {
  const { shop, now } = call;
  return settleOne(call, (line) => {
    const claim = openExchange(line);
    if (typeof claim === 'string') return claim;
    if (claim.admittedAt !== undefined) return '105306';
    if (isHeld(claim)) return '104442';
    return () => takeBack(shop.book, line, claim, now);
  });
}

/** `POST …/{id}/claim/exchange/dispatch`: the seller sends the replacement (sheet §3.4). */
export function dispatchExchange(call: OperationCall): Reply {
  const { shop, now } = call;
  const body = readObject(call.body);
  const method = requireCode(body, 'reDeliveryMethod', DELIVERY_METHODS);
  const courier = readText(body, 'reDeliveryCompany');
  const trackingNumber = readText(body, 'reDeliveryTrackingNumber');
  // Whether a collection must be approved by itself first is only inferred (sheet §4.3).
  const isCollected = ({ claimStatus, admittedAt }: ExchangeClaim) =>
    claimStatus === 'COLLECT_DONE' &&
    (admittedAt !== undefined || !shop.rules.exchangeNeedsCollectionApproval);
  return settleOne(call, (line) => {
    const claim = openExchange(line);
    if (typeof claim === 'string') return claim === '105306' ? claim : '104417';
    if (claim.claimStatus === 'EXCHANGE_REDELIVERING') return '105306';
    if (isHeld(claim) || !isCollected(claim)) return '104417';
    const parcel = parcelOf({ method, courier, trackingNumber });
    if (typeof parcel === 'string') return parcel;
    if (shop.book.isInvoiceTaken(parcel, claim.claimId)) return '104121';
    return () => {
      shop.book.registerInvoice(parcel, claim.claimId);
      redeliver(shop.book, line, claim, { parcel, sentAt: now, status: startOf(parcel) }, now);
    };
  });
}

const startOf = (parcel: object) => ('company' in parcel ? 'COLLECT_REQUEST' : 'NOT_TRACKING');

/** `POST …/{id}/claim/exchange/reject` (sheet §3.4). */
export function rejectExchange(call: OperationCall): Reply {
  const { shop, now } = call;
  requireText(readObject(call.body), 'rejectExchangeReason', TEXT_MAX);
  return settleOne(call, (line) => {
    const claim = openExchange(line, 'REJECT');
    if (typeof claim === 'string') return claim;
    if (claim.claimStatus === 'EXCHANGE_REDELIVERING') return '104442';
    return () => rejectClaim(shop.book, line, claim, 'seller', now);
  });
}
