import { ControlError } from '../../frame/control-error.ts';
import { booleanInput, idInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import { receiptTruth } from '../claims/claims-truth.ts';
import { kindOf, type Receipt } from '../claims/receipt.ts';
import { complete } from '../claims/receipt-moves.ts';
import type { Shop } from './shop.ts';

type ReceiptAct = (receipt: Receipt, input: JsonObject, shop: Shop, now: number) => void;

/** What Coupang's own people do to a receipt of this kind. */
const ACTS: Readonly<Record<string, { readonly of: 'cancel' | 'return'; readonly act: ReceiptAct }>> = {
  /** A stop of a shipment that nobody answers comes to stand among the returns, still not shipped (sheet §4.2). */
  leaveStop: {
    of: 'cancel',
    act: (receipt, _input, { claims }, now) =>
      claims.receipts.put({ ...receipt, status: 'RETURNS_UNCHECKED', modifiedAt: now }),
  },

  /** The buyer is paid back before the goods are fetched. */
  preRefundReturn: {
    of: 'return',
    act: (receipt, _input, { claims }, now) =>
      claims.receipts.put({ ...receipt, preRefund: true, modifiedAt: now }),
  },

  /** The seller asks Coupang in WING to look at it (sheet §3.4). */
  disputeReturn: {
    of: 'return',
    act: (receipt, _input, { claims }, now) =>
      claims.receipts.put({ ...receipt, status: 'REQUEST_COUPANG_CHECK', modifiedAt: now }),
  },

  /** Coupang has looked: with `refund` the buyer is paid back, else the goods still wait for the seller's word. */
  settleDispute: { of: 'return', act: settleDispute },
};

function settleDispute(receipt: Receipt, input: JsonObject, shop: Shop, now: number): void {
  if (receipt.status !== 'REQUEST_COUPANG_CHECK') throw new ControlError('nobody has asked Coupang', 409);
  if (booleanInput(input, 'refund', true)) {
    complete(shop, receipt, 'CS_CONFIRM', now);
    return;
  }
  const status = receipt.receivedAt === null ? 'RETURNS_UNCHECKED' : 'VENDOR_WAREHOUSE_CONFIRM';
  shop.claims.receipts.put({ ...receipt, status, modifiedAt: now });
}

/** The acts on one open receipt, named by its `receiptId`. */
export const CLAIM_ACTS: Readonly<Record<string, (shop: Shop, input: JsonObject, now: number) => unknown>> =
  Object.fromEntries(
    Object.entries(ACTS).map(([name, { of, act }]) => [
      name,
      (shop: Shop, input: JsonObject, now: number) => {
        const receiptId = idInput(input, 'receiptId');
        const receipt = shop.claims.receipts.get(receiptId);
        if (receipt === undefined) throw new ControlError(`there is no receipt ${receiptId}`, 404);
        if (receipt.outcome !== null || kindOf(receipt) !== of)
          throw new ControlError(`the receipt is no open ${of}`, 409);
        act(receipt, input, shop, now);
        const changed = shop.claims.receipts.get(receiptId);
        return changed === undefined ? {} : receiptTruth(changed);
      },
    ]),
  );
