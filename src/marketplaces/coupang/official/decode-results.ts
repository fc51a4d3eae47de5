import { asFields, asList, booleanAt, idAt, optionalFieldsAt, optionalTextAt } from '../../kit/decode.ts';

/** What Coupang said about one box of a write. */
export interface BoxResult {
  readonly shipmentBoxId: string;
  readonly succeeded: boolean;
  readonly resultCode: string;
  readonly resultMessage: string;
}

export interface WriteResult {
  readonly rows: readonly BoxResult[];
  /** Coupang's words about the call as a whole. */
  readonly message: string;
}

/**
 * Reads the answer to acknowledge, invoices and updateInvoices (sheet §3.2). `responseCode` only sums up the
 * rows, so it is not consulted: a box without a row has no answer, whatever the sum says.
 */
export function decodeResults(json: unknown): WriteResult {
  const data = optionalFieldsAt(asFields(json, 'answer'), 'data');
  return {
    rows: asList(data?.responseList ?? [], 'responseList').map(decodeResult),
    message:
      (data === undefined ? null : optionalTextAt(data, 'responseMessage')) ?? 'no answer for this box',
  };
}

function decodeResult(row: unknown): BoxResult {
  const result = asFields(row, 'responseList');
  return {
    shipmentBoxId: idAt(result, 'shipmentBoxId'),
    succeeded: booleanAt(result, 'succeed', false),
    resultCode: optionalTextAt(result, 'resultCode') ?? '',
    resultMessage: optionalTextAt(result, 'resultMessage') ?? '',
  };
}
