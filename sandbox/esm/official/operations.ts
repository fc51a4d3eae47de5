import { checkOrder, completeDelivery, delayOrder, shipOrder } from './acting.ts';
import type { Operation } from './call.ts';
import { approveCancel, cancelAfterRemittance, cancelPlain, cancelSoldOut } from './cancels.ts';
import { listCarriers } from './carriers.ts';
import { listCancels, listExchanges, listReturns } from './claim-lists.ts';
import { getDeliveryStatus, progress } from './delivery-status.ts';
import {
  collectExchange,
  convertToReturn,
  deliverResend,
  holdExchange,
  pickUpExchange,
  releaseExchange,
  resendExchange,
} from './exchanges.ts';
import { GOODS_OPERATIONS } from './goods/operations.ts';
import { listNonReceipts, releaseNonReceipt } from './non-receipt.ts';
import { countedSite, preRequestOrders, requestOrders, siteOf } from './order-lists.ts';
import { approve, convertToExchange, fileReturn, holdReturn, pickUpReturn } from './returns.ts';

const ORDER = '/shipping/v1/Order';
const DELIVERY = '/shipping/v1/Delivery';
const CLAIM = '/claim/v1/sa';
const RETURN = `${CLAIM}/return/{orderNo}`;
const EXCHANGE = `${CLAIM}/exchange/{orderNo}`;

type CarryOut = Operation['carryOut'];

const read = (name: string, path: string, carryOut: CarryOut): Operation => ({
  name,
  method: 'POST',
  path,
  carryOut,
});
const write = (name: string, method: Operation['method'], path: string, carryOut: CarryOut): Operation => ({
  name,
  method,
  path,
  carryOut,
  changes: true,
});
const restricted = (operation: Operation): Operation => ({ ...operation, restricted: true });

/** Everything this stand-in answers in the official edition. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'carriers.list',
    method: 'GET',
    path: '/item/v1/shipping/delivery-company',
    carryOut: listCarriers,
  },
  { ...read('orders.list', `${ORDER}/RequestOrders`, requestOrders), counts: countedSite },
  { ...read('orders.waiting', `${ORDER}/PreRequestOrders`, preRequestOrders), counts: siteOf },
  read('orders.status', `${DELIVERY}/GetDeliveryStatus`, getDeliveryStatus),
  read('orders.progress', `${DELIVERY}/Progress`, progress),
  write('orders.check', 'POST', `${ORDER}/OrderCheck/{orderNo}`, checkOrder),
  write('orders.delay', 'POST', `${ORDER}/ShippingExpectedDate`, delayOrder),
  write('orders.ship', 'POST', `${DELIVERY}/ShippingInfo`, shipOrder),
  restricted(
    write('orders.delivered', 'POST', `${DELIVERY}/AddShippingCompleteInfo/{orderNo}`, completeDelivery),
  ),
  read('nonReceipts.list', `${DELIVERY}/ClaimList`, listNonReceipts),
  write('nonReceipts.release', 'POST', `${DELIVERY}/ClaimRelease`, releaseNonReceipt),
  read('cancels.list', `${CLAIM}/Cancels`, listCancels),
  write('cancels.approve', 'PUT', `${CLAIM}/Cancel/{orderNo}`, approveCancel),
  restricted(write('cancels.bySeller', 'POST', `${CLAIM}/Cancel/{orderNo}`, cancelPlain)),
  write('cancels.soldOut', 'POST', `${CLAIM}/Cancel/{orderNo}/SoldOut`, cancelSoldOut),
  write(
    'cancels.afterRemittance',
    'POST',
    `${CLAIM}/Cancel/{orderNo}/AfterRemittanceBySeller`,
    cancelAfterRemittance,
  ),
  read('returns.list', `${CLAIM}/Returns`, listReturns),
  write('returns.file', 'POST', `${RETURN}/Request`, fileReturn),
  write('returns.pickup', 'POST', `${RETURN}/pickup`, pickUpReturn),
  write('returns.hold', 'POST', `${RETURN}/hold`, holdReturn),
  write('returns.approve', 'PUT', RETURN, approve),
  write('returns.convert', 'POST', `${RETURN}/exchange`, convertToExchange),
  read('exchanges.list', `${CLAIM}/Exchanges`, listExchanges),
  write('exchanges.pickup', 'POST', `${EXCHANGE}/pickup`, pickUpExchange),
  write('exchanges.collected', 'PUT', `${EXCHANGE}/pickup`, collectExchange),
  write('exchanges.resend', 'POST', `${EXCHANGE}/resend`, resendExchange),
  write('exchanges.delivered', 'PUT', `${EXCHANGE}/resend`, deliverResend),
  restricted(write('exchanges.hold', 'POST', `${EXCHANGE}/hold`, holdExchange)),
  write('exchanges.release', 'DELETE', `${EXCHANGE}/hold`, releaseExchange),
  write('exchanges.convert', 'POST', `${EXCHANGE}/return`, convertToReturn),
  ...GOODS_OPERATIONS,
];
