import type { Operation, Shape } from '../gateway/call.ts';
import { listInboundAddresses, listOutboundAddresses, listQuestions } from './addresses.ts';
import { approveCancel, rejectCancelByShipping, rejectCancelWithReason } from './cancel-claims.ts';
import { listCategories, listDispatchTemplates, listSubtree } from './categories.ts';
import {
  listCanceled,
  listCanceledAfterDecision,
  listCancelRequests,
  listExchanged,
  listExchangeRequests,
  listReturned,
  listReturnRequests,
  listWithdrawnCancels,
  listWithdrawnExchanges,
  listWithdrawnReturns,
} from './claim-lists.ts';
import { confirmLine, confirmReserved } from './confirm.ts';
import { noteDelay } from './delay-notice.ts';
import { approveExchange, rejectExchange } from './exchange-claims.ts';
import { answerNonDelivery, listNonDeliveries } from './non-delivery.ts';
import {
  listConfirmed,
  listConfirmedDueToday,
  listConfirmedOverdue,
  listDecided,
  listDelivered,
  listGifts,
  listPaid,
  listPaidDueToday,
  listPaidOverdue,
  listReserved,
  listShipping,
  listUnpaid,
  readOrder,
  readStatuses,
  readStatusesWithAddress,
} from './order-lists.ts';
import {
  createProduct,
  replaceOptions,
  restartDisplay,
  setPrice,
  stopDisplay,
  updateProduct,
} from './product-writes.ts';
import { listBySellerCode, listProducts, readProduct } from './products.ts';
import {
  approveReturn,
  fileReturn,
  holdReturn,
  holdReturnCompletion,
  noteReturnInvoice,
  rejectReturn,
} from './return-claims.ts';
import { cancelBySeller } from './seller-cancel.ts';
import { shipDelivery, shipLines, shipQuantities } from './ship.ts';
import { listStock, listStocks, setStock } from './stocks.ts';
import { endVisit } from './visit.ts';

type CarryOut = Operation['carryOut'];

const read = (name: string, path: string, carryOut: CarryOut, shape: Shape = 'orders'): Operation => ({
  name,
  method: 'GET',
  path: `/rest/${path}`,
  shape,
  carryOut,
});

/** A list over a stretch of time. */
const list = (name: string, path: string, carryOut: CarryOut) =>
  read(name, `${path}/{start}/{end}`, carryOut);

/** A change: a GET like any other (sheet §2). */
const act = (name: string, path: string, carryOut: CarryOut): Operation => ({
  ...read(name, path, carryOut, 'action'),
  writes: true,
});

/** A change of a product. */
const product = (name: string, method: Operation['method'], path: string, carryOut: CarryOut): Operation => ({
  name,
  method,
  path: `/rest/${path}`,
  shape: 'client',
  writes: true,
  carryOut,
});

const ORDERS = 'ordservices';
const CLAIMS = 'claimservice';
const SHIP = `${ORDERS}/reqdelivery/{sentAt}/{method}/{courier}/{invoice}/{dlvNo}`;
const CANCEL_REJECT = '{ordNo}/{ordPrdSeq}/{claimSeq}/{method}/{sentOn}/{courier}/{invoice}';
const CLAIM_ANSWER = '{ordNo}/{ordPrdSeq}/{claimSeq}/{reason}/{text}';

/** Everything of the official API that this stand-in answers. */
export const OFFICIAL_OPERATIONS: readonly Operation[] = [
  list('orders.complete', `${ORDERS}/complete`, listPaid),
  read('orders.byNumber', `${ORDERS}/complete/{ordNo}`, readOrder),
  list('orders.packaging', `${ORDERS}/packaging`, listConfirmed),
  list('orders.shipping', `${ORDERS}/shipping`, listShipping),
  list('orders.delivered', `${ORDERS}/dlvcompleted`, listDelivered),
  list('orders.completed', `${ORDERS}/completed`, listDecided),
  list('orders.standby', `${ORDERS}/standby`, listUnpaid),
  list('orders.gifts', `${ORDERS}/delvplacestandby`, listGifts),
  list('orders.reserved', `${ORDERS}/reservatecomplete`, listReserved),
  read('orders.paidDueToday', `${ORDERS}/todaydelivery/completes`, listPaidDueToday),
  read('orders.confirmedDueToday', `${ORDERS}/todaydelivery/packagings`, listConfirmedDueToday),
  read('orders.paidOverdue', `${ORDERS}/delaydelivery/completes`, listPaidOverdue),
  read('orders.confirmedOverdue', `${ORDERS}/delaydelivery/packagings`, listConfirmedOverdue),
  read('orders.statuses', `${CLAIMS}/orderlistall/{ordNos}`, readStatuses),
  read('orders.statusesWithAddress', `${CLAIMS}/orderlistalladdr/{ordNos}`, readStatusesWithAddress),

  act('orders.confirmReserved', `${ORDERS}/saleconfirm/{ordNo}/{ordPrdSeq}`, confirmReserved),
  act(
    'orders.confirm',
    `${ORDERS}/reqpackaging/{ordNo}/{ordPrdSeq}/{addPrdYn}/{addPrdNo}/{dlvNo}`,
    confirmLine,
  ),
  act('orders.ship', SHIP, shipDelivery),
  act('orders.shipLines', `${SHIP}/Y/{ordNo}/{ordPrdSeqs}`, shipLines),
  act('orders.shipQuantities', `${SHIP}/{quantity}/{ordNo}/{ordPrdSeq}/{further}`, shipQuantities),
  { ...act('orders.delayNotice', `${ORDERS}/deliveryDelayGuide`, noteDelay), method: 'POST' },
  { ...act('orders.endVisit', `${ORDERS}/visitdlvend/{dlvNo}/{ordNo}/{code}`, endVisit), method: 'POST' },
  act('orders.sellerCancel', `${CLAIMS}/reqrejectorder/{ordNo}/{ordPrdSeq}/{reason}/{text}`, cancelBySeller),

  read(
    'nonDeliveries.list',
    'nondeliverys/nondeliverylist/{dateType}/{start}/{end}',
    listNonDeliveries,
    'nonDelivery',
  ),
  {
    ...act('nonDeliveries.answer', 'nondeliverys/nondeliverystatus/{ordNo}/{ordPrdSeq}', answerNonDelivery),
    method: 'PUT',
    shape: 'nonDelivery',
  },

  list('cancels.requested', `${CLAIMS}/cancelorders`, listCancelRequests),
  list('cancels.completed', `${CLAIMS}/canceledorders`, listCanceled),
  list('cancels.withdrawn', `${CLAIMS}/withdrawcanceledorders`, listWithdrawnCancels),
  list('cancels.afterDecision', `${CLAIMS}/officecancellist`, listCanceledAfterDecision),
  act('cancels.approve', `${CLAIMS}/cancelreqconf/{claimSeq}/{ordNo}/{ordPrdSeq}`, approveCancel),
  act('cancels.reject', `${CLAIMS}/cancelreqreject/${CANCEL_REJECT}`, rejectCancelByShipping),
  act(
    'cancels.rejectWithReason',
    `${CLAIMS}/cancelreqrejectNEW/${CANCEL_REJECT}/{refusal}/{text}`,
    rejectCancelWithReason,
  ),

  list('returns.requested', `${CLAIMS}/returnorders`, listReturnRequests),
  list('returns.completed', `${CLAIMS}/returnedorders`, listReturned),
  list('returns.withdrawn', `${CLAIMS}/retractretorders`, listWithdrawnReturns),
  act('returns.approve', `${CLAIMS}/returnreqconf/{claimSeq}/{ordNo}/{ordPrdSeq}`, approveReturn),
  act('returns.reject', `${CLAIMS}/returnreqreject/${CLAIM_ANSWER}`, rejectReturn),
  act('returns.hold', `${CLAIMS}/returnclaimdefer/${CLAIM_ANSWER}`, holdReturn),
  act('returns.holdCompletion', `${CLAIMS}/returncompletedefer/${CLAIM_ANSWER}`, holdReturnCompletion),
  // The service's name stands there twice in the guide too (sheet §3.7).
  act(
    'returns.invoice',
    `${CLAIMS}/${CLAIMS}/returninvc/{sentAt}/{dlvNo}/{courier}/{invoice}/{method}/{claimSeq}`,
    noteReturnInvoice,
  ),
  act(
    'returns.file',
    `${CLAIMS}/sellerclaimfix/{ordNo}/{ordPrdSeq}/{reason}/{extent}/{courier}/{invoice}/{method}/{text}/{feeMeans}`,
    fileReturn,
  ),

  list('exchanges.requested', `${CLAIMS}/exchangeorders`, listExchangeRequests),
  list('exchanges.completed', `${CLAIMS}/exchangedorders`, listExchanged),
  list('exchanges.withdrawn', `${CLAIMS}/retractexcorders`, listWithdrawnExchanges),
  act(
    'exchanges.approve',
    `${CLAIMS}/exchangereqconf/{claimSeq}/{ordNo}/{ordPrdSeq}/{courier}/{invoice}`,
    approveExchange,
  ),
  act('exchanges.reject', `${CLAIMS}/exchangereqreject/${CLAIM_ANSWER}`, rejectExchange),

  {
    ...read('categories.all', 'cateservice/category', listCategories, 'categories'),
    keyless: listCategories,
  },
  {
    ...read(
      'categories.subtree',
      'cateservice/category/{dispCtgrNo}',
      ({ params }) => listSubtree(params.dispCtgrNo ?? ''),
      'categories',
    ),
    keyless: ({ dispCtgrNo = '' }) => listSubtree(dispCtgrNo),
  },
  {
    ...read('products.list', 'prodmarketservice/prodmarket', listProducts, 'products'),
    method: 'POST',
  },
  {
    ...read('stocks.list', 'prodmarketservice/prodmarket/stocks', listStocks, 'stocks'),
    method: 'POST',
  },
  read('stocks.read', 'prodmarketservice/prodmarket/stck/{prdNo}', listStock, 'stocks'),
  read('products.read', 'prodmarketservice/prodmarket/{prdNo}', readProduct, 'product'),
  read(
    'products.bySellerCode',
    'prodmarketservice/sellerprodcode/{sellerPrdCd}',
    listBySellerCode,
    'products',
  ),
  product('products.create', 'POST', 'prodservices/product', createProduct),
  product('products.update', 'PUT', 'prodservices/product/{prdNo}', updateProduct),
  product('products.options', 'POST', 'prodservices/updateProductOption/{prdNo}', replaceOptions),
  product('products.price', 'GET', 'prodservices/product/price/{prdNo}/{selPrc}', setPrice),
  product('products.stop', 'PUT', 'prodstatservice/stat/stopdisplay/{prdNo}', stopDisplay),
  product('products.restart', 'PUT', 'prodstatservice/stat/restartdisplay/{prdNo}', restartDisplay),
  product('stocks.set', 'PUT', 'prodservices/stockqty/{prdStckNo}', setStock),
  read('templates.dispatch', 'prodservices/sendCloseList', listDispatchTemplates, 'templates'),

  read('areas.outbound', 'areaservice/outboundarea', listOutboundAddresses, 'addresses'),
  read('areas.inbound', 'areaservice/inboundarea', listInboundAddresses, 'addresses'),
  read('questions.list', 'prodqnaservices/prodqnalist/{start}/{end}/{answered}', listQuestions, 'questions'),
];
