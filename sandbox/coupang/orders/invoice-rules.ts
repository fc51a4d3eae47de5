import { DIRECT, fitsCourier } from '../couriers.ts';
import { parseLocalDay } from '../time.ts';
import { type Box, type BoxStatus, type Invoice, isCanceled, isItemCanceled, shippableCount } from './box.ts';
import type { InvoiceEntry } from './invoice-entries.ts';
import type { InvoiceUses } from './invoice-uses.ts';
import type { ResultCode } from './write-results.ts';

/** What is asked for one box. */
export interface InvoiceCase {
  readonly box: Box;
  readonly entries: readonly InvoiceEntry[];
  readonly uses: InvoiceUses;
  readonly now: number;
}

/** The reason to refuse, if there is one. */
type Rule = (asked: InvoiceCase) => ResultCode | undefined;

const SHIPPED: readonly BoxStatus[] = ['DEPARTURE', 'DELIVERING', 'FINAL_DELIVERY', 'NONE_TRACKING'];

const isShippedNow = ({ number }: InvoiceEntry) => number !== '';
const isLeftForLater = ({ number }: InvoiceEntry) => number === '';

/** The invoice an entry speaks of. */
export function invoiceOf({ courier, number }: InvoiceEntry): Invoice {
  return { courierCode: courier.code, courierName: courier.name, number };
}

const notCanceled: Rule = ({ box }) => (isCanceled(box) ? 'ORDER_DELIVERY_CANCELED' : undefined);

const statusIn =
  (...allowed: readonly BoxStatus[]): Rule =>
  ({ box }) =>
    allowed.includes(box.status) ? undefined : 'INVALID_STATUS';

// An open release-stop receipt must be answered before anything of the box may leave (sheet §7).
const nothingHeld: Rule = ({ box }) => {
  if (box.items.every((item) => item.holdCountForCancel === 0)) return undefined;
  return box.items.every((item) => shippableCount(item) === 0)
    ? 'ORDER_DELIVERY_CANCELED_HOLDING_FOR_CANCEL'
    : 'ORDER_DELIVERY_PARTIAL_STOP_REQUESTED';
};

const namesEveryItem: Rule = ({ box, entries }) => {
  const asked = entries.map(({ vendorItemId }) => vendorItemId);
  const known = box.items.map(({ option }) => option.vendorItemId);
  const due = box.items.filter((item) => !isItemCanceled(item)).map(({ option }) => option.vendorItemId);
  const isComplete = due.every((id) => asked.includes(id)) && asked.every((id) => known.includes(id));
  return isComplete && new Set(asked).size === asked.length ? undefined : 'NOT_FOUND_VENDOR_ITEM';
};

const namesTheOrder: Rule = ({ box, entries }) =>
  entries.every(({ orderId }) => orderId === box.orderId) ? undefined : 'NOT_FOUND_SHIPMENT_BOX';

const splitsAsAllowed: Rule = ({ box, entries }) => {
  const numbers = new Set(entries.map(({ number }) => number));
  if (!entries.some(({ splitShipping }) => splitShipping)) {
    return box.splitShipping || numbers.size > 1
      ? 'IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY'
      : undefined;
  }
  if (!entries.every(({ splitShipping }) => splitShipping))
    return 'IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY';
  if (entries.some(({ courier }) => courier.code === DIRECT)) return 'NOT_ALLOW_VENDOR_DIRECT';
  if (box.splitShipping) {
    return entries.every(({ preSplitShipped }) => preSplitShipped)
      ? undefined
      : 'IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY';
  }
  if (box.items.length === 1) return 'NOT_ALLOW_SEPARATE_WHEN_ONE_VENDOR_ITEM';
  return entries.some(({ preSplitShipped }) => preSplitShipped)
    ? 'NOT_ALLOW_SEPARATE_AFTER_NORMAL_DELIVERY'
    : undefined;
};

const leavesDatedItemsOnly: Rule = ({ entries }) =>
  entries
    .filter(isLeftForLater)
    .every(({ estimatedShippingDate }) => parseLocalDay(estimatedShippingDate) !== undefined)
    ? undefined
    : 'UNDEFINED_ERROR_OCCUR';

const shipsSomething: Rule = ({ entries }) =>
  entries.some(isShippedNow) ? undefined : 'NOT_FOUND_INVOICE_NUMBER';

const hasOneValidNumber: Rule = ({ entries }) => {
  const shipped = entries.filter(isShippedNow);
  const parcels = new Set(shipped.map(({ courier, number }) => `${courier.code} ${number}`));
  const isValid = parcels.size === 1 && shipped.every(({ courier, number }) => fitsCourier(courier, number));
  return isValid ? undefined : 'INVALID_INVOICE_NUMBER';
};

const hasFreeNumber: Rule = ({ box, entries, uses, now }) =>
  entries.filter(isShippedNow).some((entry) => uses.isTaken(invoiceOf(entry), box.receiver, now))
    ? 'DUPLICATE_INVOICE_NUMBER'
    : undefined;

const UPLOAD_RULES: readonly Rule[] = [
  namesTheOrder,
  notCanceled,
  statusIn('INSTRUCT'),
  nothingHeld,
  namesEveryItem,
  shipsSomething,
  splitsAsAllowed,
  leavesDatedItemsOnly,
  hasOneValidNumber,
  hasFreeNumber,
];

const isNotSplitAnew: Rule = ({ box, entries }) =>
  entries.some(({ splitShipping }) => splitShipping) && !box.splitShipping
    ? 'NOT_ALLOW_SEPARATE_AFTER_NORMAL_DELIVERY'
    : undefined;

const hasEveryNumber: Rule = ({ entries }) =>
  entries.every(isShippedNow) ? undefined : 'NOT_FOUND_INVOICE_NUMBER';

const UPDATE_RULES: readonly Rule[] = [
  namesTheOrder,
  notCanceled,
  statusIn(...SHIPPED),
  namesEveryItem,
  hasEveryNumber,
  isNotSplitAnew,
  hasOneValidNumber,
  hasFreeNumber,
];

const firstObjection = (rules: readonly Rule[], asked: InvoiceCase): ResultCode => {
  for (const rule of rules) {
    const objection = rule(asked);
    if (objection !== undefined) return objection;
  }
  return 'OK';
};

/** Whether a first invoice may be uploaded for a box. */
export function judgeUpload(asked: InvoiceCase): ResultCode {
  return firstObjection(UPLOAD_RULES, asked);
}

/** Whether the invoice of a shipped box may be changed. */
export function judgeUpdate(asked: InvoiceCase): ResultCode {
  return firstObjection(UPDATE_RULES, asked);
}
