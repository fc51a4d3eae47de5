import type { Operation } from '../../kit/operation.ts';
import { API } from './buckets.ts';
import { CATALOG_OPERATIONS } from './catalog/operations.ts';

const read = (path: string): Operation => ({
  method: 'GET',
  path: `/rest/${path}`,
  intent: 'read',
  bucket: API,
  idempotent: true,
  timeoutMs: 40_000,
});

/** A list of rows over a window, both ends as `YYYYMMDDhhmm` (sheet §3). */
const list = (path: string): Operation => ({ ...read(`${path}/{from}/{to}`), timeoutMs: 60_000 });

/** Writes are GET too: a call that is repeated confirms, ships or refunds again, so none is (sheet §2, retry safety). */
const act = (path: string, method: 'GET' | 'POST' = 'GET'): Operation => ({
  method,
  path: `/rest/${path}`,
  intent: 'order-act',
  bucket: API,
  idempotent: false,
  timeoutMs: 60_000,
});

const REJECT_CANCEL = '{ordNo}/{ordPrdSeq}/{ordPrdCnSeq}/{dlvMthdCd}/{sendDt}/{dlvEtprsCd}/{invcNo}';

/** Sheet §3.1, §3.4 to §3.8. */
export const OPERATIONS = {
  outboundArea: read('areaservice/outboundarea'),

  complete: list('ordservices/complete'),
  reservationComplete: list('ordservices/reservatecomplete'),
  giftStandby: list('ordservices/delvplacestandby'),
  packaging: list('ordservices/packaging'),
  shipping: list('ordservices/shipping'),
  delivered: list('ordservices/dlvcompleted'),
  confirmed: list('ordservices/completed'),
  order: read('ordservices/complete/{ordNo}'),
  orderStates: read('claimservice/orderlistalladdr/{ordNos}'),

  cancelRequests: list('claimservice/cancelorders'),
  cancelled: list('claimservice/canceledorders'),
  cancelsWithdrawn: list('claimservice/withdrawcanceledorders'),
  cancelledAfterConfirm: list('claimservice/officecancellist'),
  returnRequests: list('claimservice/returnorders'),
  returned: list('claimservice/returnedorders'),
  returnsWithdrawn: list('claimservice/retractretorders'),
  exchangeRequests: list('claimservice/exchangeorders'),
  exchanged: list('claimservice/exchangedorders'),
  exchangesWithdrawn: list('claimservice/retractexcorders'),

  confirm: act('ordservices/reqpackaging/{ordNo}/{ordPrdSeq}/{addPrdYn}/{addPrdNo}/{dlvNo}'),
  shipDelivery: act('ordservices/reqdelivery/{sendDt}/{dlvMthdCd}/{dlvEtprsCd}/{invcNo}/{dlvNo}'),
  shipLines: act(
    'ordservices/reqdelivery/{sendDt}/{dlvMthdCd}/{dlvEtprsCd}/{invcNo}/{dlvNo}/Y/{ordNo}/{ordPrdSeqs}',
  ),
  shipParts: act(
    'ordservices/reqdelivery/{sendDt}/{dlvMthdCd}/{dlvEtprsCd}/{invcNo}/{dlvNo}/{quantity}/{ordNo}/{ordPrdSeq}/{others}',
  ),
  delay: act('ordservices/deliveryDelayGuide', 'POST'),
  cancelBySeller: act('claimservice/reqrejectorder/{ordNo}/{ordPrdSeq}/{reason}/{text}'),

  approveCancel: act('claimservice/cancelreqconf/{ordPrdCnSeq}/{ordNo}/{ordPrdSeq}'),
  rejectCancel: act(`claimservice/cancelreqreject/${REJECT_CANCEL}`),
  rejectCancelForReason: act(`claimservice/cancelreqrejectNEW/${REJECT_CANCEL}/{reason}/{text}`),
  approveReturn: act('claimservice/returnreqconf/{clmReqSeq}/{ordNo}/{ordPrdSeq}'),
  rejectReturn: act('claimservice/returnreqreject/{ordNo}/{ordPrdSeq}/{clmReqSeq}/{reason}/{text}'),
  holdReturn: act('claimservice/returnclaimdefer/{ordNo}/{ordPrdSeq}/{clmReqSeq}/{reason}/{text}'),
  holdReturnCompletion: act(
    'claimservice/returncompletedefer/{ordNo}/{ordPrdSeq}/{clmReqSeq}/{reason}/{text}',
  ),
  // The doubled `claimservice` is what the guide prints (sheet §3.7).
  returnInvoice: act(
    'claimservice/claimservice/returninvc/{sendDt}/{dlvNo}/{dlvEtprsCd}/{invcNo}/{dlvMthdCd}/{clmReqSeq}',
  ),
  shipExchange: act('claimservice/exchangereqconf/{clmReqSeq}/{ordNo}/{ordPrdSeq}/{dlvEtprsCd}/{invcNo}'),
  rejectExchange: act('claimservice/exchangereqreject/{ordNo}/{ordPrdSeq}/{clmReqSeq}/{reason}/{text}'),

  ...CATALOG_OPERATIONS,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;
