import type { TroubleReason } from '../../kit/trouble.ts';

/** What a per-box refusal means for the hub, and whether the very same call may work later. */
export interface ResultMeaning {
  readonly reason: TroubleReason;
  readonly retryHelps: boolean;
}

const final = (reason: TroubleReason): ResultMeaning => ({ reason, retryHelps: false });
const later = (reason: TroubleReason): ResultMeaning => ({ reason, retryHelps: true });

/**
 * Result codes of acknowledge and invoice calls (sheet §5). Coupang's own `retryRequired` is also true where
 * something must be corrected first, or a claim answered first, so it says nothing about sending the same again.
 */
const MEANINGS: ReadonlyMap<string, ResultMeaning> = new Map(
  Object.entries({
    NOT_FOUND_SHIPMENT_BOX: final('not_found'),
    NOT_FOUND_INVOICE_NUMBER: final('not_found'),
    NOT_FOUND_VENDOR_ITEM: final('refused'),
    INVALID_STATUS: final('wrong_state'),
    PERMISSION_DENIED: final('missing_permission'),
    DUPLICATE_INVOICE_NUMBER: final('refused'),
    INVALID_INVOICE_NUMBER: final('refused'),
    NOT_ALLOW_INVOICE_NUMBER_RE_UPLOAD: final('refused'),
    ORDER_DELIVERY_CANCELED: final('wrong_state'),
    ORDER_DELIVERY_PARTIAL_STOP_REQUESTED: final('wrong_state'),
    ORDER_DELIVERY_CANCELED_HOLDING_FOR_CANCEL: final('wrong_state'),
    UNDEFINED_ERROR_OCCUR: later('unexplained'),
    NOT_ALLOW_VENDOR_DIRECT: final('refused'),
    PSD_NOT_ALLOW_TO_CHANGE: final('refused'),
    NOT_ALLOW_SEPARATE_AFTER_NORMAL_DELIVERY: final('refused'),
    IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY: final('refused'),
    NOT_ALLOW_SEPARATE_WHEN_ONE_VENDOR_ITEM: final('refused'),
  }),
);

/** Texts that come with a code that says too little (sheet §5). */
const WRONG_STATE_TEXT = /배송상태를 변경할 수 없습니다/;

/** Reads a refusal. A code that nobody has mapped is a refusal with Coupang's own words, not a guess. */
export function meaningOf(resultCode: string, resultMessage: string): ResultMeaning {
  if (WRONG_STATE_TEXT.test(resultMessage)) return final('wrong_state');
  return MEANINGS.get(resultCode) ?? final('refused');
}
