import { rawNumber } from '../../frame/json.ts';
import type { Random } from '../../frame/random.ts';

const WRONG_STATE = '배송상태를 변경할 수 없습니다. 주문내역을 확인해주세요.';

// Codes and retryRequired are the sheet's (§5); the texts it does not give are ours.
const RESULTS = {
  OK: { retryRequired: false, message: 'request succeeded.' },
  NOT_FOUND_SHIPMENT_BOX: { retryRequired: true, message: 'shipmentBoxId ({id}) is not found.' },
  INVALID_STATUS: { retryRequired: false, message: WRONG_STATE },
  PERMISSION_DENIED: { retryRequired: true, message: '다른 판매자의 주문을 변경할 수 없습니다.' },
  DUPLICATE_INVOICE_NUMBER: {
    retryRequired: true,
    message: '이미 저장된 송장번호가 있어 업로드할 수 없습니다. 송장번호를 확인해주세요.',
  },
  INVALID_INVOICE_NUMBER: { retryRequired: true, message: '유효하지 않은 송장번호입니다.' },
  ORDER_DELIVERY_CANCELED: { retryRequired: false, message: WRONG_STATE },
  ORDER_DELIVERY_PARTIAL_STOP_REQUESTED: {
    retryRequired: true,
    message: '출고중지요청이 접수된 상품이 있습니다. 출고중지요청을 먼저 처리해주세요.',
  },
  ORDER_DELIVERY_CANCELED_HOLDING_FOR_CANCEL: {
    retryRequired: true,
    message: '취소 처리 대기중인 주문입니다.',
  },
  UNDEFINED_ERROR_OCCUR: { retryRequired: true, message: '알 수 없는 오류가 발생했습니다.' },
  NOT_FOUND_INVOICE_NUMBER: { retryRequired: false, message: '송장번호가 없습니다.' },
  NOT_FOUND_VENDOR_ITEM: { retryRequired: false, message: '묶음배송 상품의 옵션ID를 찾을 수 없습니다.' },
  NOT_ALLOW_VENDOR_DIRECT: { retryRequired: false, message: '분리배송은 업체직송을 사용할 수 없습니다.' },
  NOT_ALLOW_SEPARATE_AFTER_NORMAL_DELIVERY: {
    retryRequired: false,
    message: '일반배송 처리된 주문은 분리배송할 수 없습니다.',
  },
  IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY: {
    retryRequired: false,
    message: '분리배송 주문은 splitShipping 값이 true 이어야 합니다.',
  },
  NOT_ALLOW_SEPARATE_WHEN_ONE_VENDOR_ITEM: {
    retryRequired: false,
    message: '상품이 하나인 주문은 분리배송할 수 없습니다.',
  },
} as const;

/** What became of one box in a write. */
export type ResultCode = keyof typeof RESULTS;

export interface RowResult {
  readonly shipmentBoxId: string;
  readonly code: ResultCode;
}

/** The `data` of a write: one row per box, and whether all, some or none of them failed. */
export function summarise(
  action: string,
  rows: readonly RowResult[],
  random: Random,
): Record<string, unknown> {
  const { code, text } = overall(rows);
  return {
    responseKey: rawNumber(responseKey(random)),
    responseCode: code,
    responseMessage: `apply ${action} result - ${text}.`,
    responseList: rows.map(({ shipmentBoxId, code }) => ({
      shipmentBoxId: rawNumber(shipmentBoxId),
      succeed: code === 'OK',
      resultCode: code,
      retryRequired: RESULTS[code].retryRequired,
      resultMessage: RESULTS[code].message.replace('{id}', shipmentBoxId),
    })),
  };
}

function overall(rows: readonly RowResult[]): { readonly code: number; readonly text: string } {
  const failures = rows.filter(({ code }) => code !== 'OK').length;
  if (rows.length === 0) return { code: -1, text: 'None' };
  if (failures === 0) return { code: 0, text: 'OK' };
  return failures === rows.length ? { code: 99, text: 'All errors' } : { code: 1, text: 'Partial errors' };
}

// A signed 64-bit number, like the real one: too long for a double on purpose.
function responseKey(random: Random): string {
  return `${random.chance(0.5) ? '-' : ''}7${Array.from({ length: 18 }, () => random.int(0, 9)).join('')}`;
}
