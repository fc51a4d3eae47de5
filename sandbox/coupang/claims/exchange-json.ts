import { rawNumber } from '../../frame/json.ts';
import { formatLocal } from '../time.ts';
import { type Exchange, isDispatched, isOpenExchange } from './exchange.ts';
import type { RowView } from './row-faults.ts';

/** An exchange in the shape of v4 (sheet §6) as it looks at this moment, ready for `JSON.stringify`. */
export function exchangeView(
  exchange: Exchange,
  vendorId: string,
  orderStatus: string,
  now: number,
): RowView {
  const { reason, collectInvoice } = exchange;
  const isOpen = isOpenExchange(exchange);
  const returned = {
    deliveryCompanyCode: collectInvoice?.courierCode,
    deliveryInvoiceNo: collectInvoice?.number,
  };
  return {
    exchangeId: rawNumber(exchange.exchangeId),
    orderId: rawNumber(exchange.orderId),
    vendorId,
    orderDeliveryStatusCode: orderStatus,
    exchangeStatus: exchange.status,
    referType: 'WEB_MOBILE',
    faultType: reason.fault,
    exchangeAmount: 0,
    reason: null,
    reasonCode: reason.code,
    reasonCodeText: reason.text,
    reasonEtcDetail: '',
    cancelReason: exchange.cancelReason,
    createdByType: 'CUSTOMER',
    createdAt: formatLocal(exchange.createdAt),
    modifiedByType: exchange.modifiedBy,
    modifiedAt: formatLocal(exchange.modifiedAt),
    exchangeItemDtoV1s: [itemView(exchange)],
    exchangeAddressDtoV1: addressView(exchange),
    deliveryInvoiceGroupDtos: invoiceGroups(exchange, now),
    deliveryStatus: isDispatched(exchange) ? 'Delivering' : 'BeforeDirection',
    collectStatus: exchange.collectStatus,
    collectCompleteDate: exchange.collectedAt === null ? null : formatLocal(exchange.collectedAt),
    collectInformationsDto: {
      returnType: 'EXCHANGE_RETURN',
      expectedReturnDate: formatLocal(exchange.createdAt + 3 * 24 * 3_600_000),
      returndeliveryItemDtos: [
        {
          vendorItemId: rawNumber(exchange.option.vendorItemId),
          statusCode: exchange.status,
          releaseStatus: 'RELEASED',
          count: exchange.quantity,
          collectStatus: exchange.collectStatus,
        },
      ],
      returndeliveryDestinationDto: { returnCenterCode: '1000274592' },
    },
    returnDeliveryDtos: collectInvoice === null ? [] : [returned],
    orderDeliveryStatusLabel: orderStatus,
    exchangeStatusLabel: exchange.status,
    referTypeLabel: 'WEB_MOBILE',
    faultTypeLabel: reason.fault,
    createdByTypeLabel: 'CUSTOMER',
    rejectable: isOpen && !isDispatched(exchange),
    deliveryInvoiceModifiable: exchange.status === 'PROGRESS' && isDispatched(exchange),
    successable: exchange.status === 'PROGRESS',
  };
}

function itemView({ exchangeItemId, option, quantity, ...exchange }: Exchange): RowView {
  return {
    exchangeItemId: rawNumber(exchangeItemId),
    orderItemId: rawNumber(option.vendorItemId),
    orderItemUnitPrice: option.price,
    orderItemName: null,
    orderPackageId: null,
    orderPackageName: null,
    targetItemId: rawNumber(option.vendorItemId),
    targetItemUnitPrice: option.price,
    targetItemName: option.shownName,
    targetPackageId: -1,
    targetPackageName: '',
    quantity,
    orderItemDeliveryComplete: null,
    orderItemReturnComplete: null,
    targetItemDeliveryComplete: null,
    createdAt: formatLocal(exchange.createdAt),
    modifiedAt: formatLocal(exchange.modifiedAt),
    originalShipmentBoxId: rawNumber(exchange.originalShipmentBoxId),
  };
}

function addressView({ requester, exchangeAddressId, exchangeId, createdAt, modifiedAt }: Exchange): RowView {
  return {
    exchangeAddressId: rawNumber(exchangeAddressId),
    returnCustomerName: requester.name,
    returnAddressZipCode: requester.postCode,
    returnAddress: requester.addr1,
    returnAddressDetail: requester.addr2,
    returnPhone: null,
    returnMobile: requester.safeNumber,
    returnMemo: null,
    deliveryCustomerName: requester.name,
    deliveryAddressZipCode: requester.postCode,
    deliveryAddress: requester.addr1,
    deliveryAddressDetail: requester.addr2,
    deliveryPhone: null,
    deliveryMobile: requester.safeNumber,
    deliveryMemo: null,
    createdAt: formatLocal(createdAt),
    modifiedAt: formatLocal(modifiedAt),
    exchangeId: rawNumber(exchangeId),
  };
}

// Empty until the goods were received, and for some minutes after (sheet §3.5).
function invoiceGroups(exchange: Exchange, now: number): readonly RowView[] {
  const { replacement, option, quantity } = exchange;
  if (replacement === null || replacement.showsAt > now) return [];
  const { invoice } = replacement;
  const statusCode =
    invoice === null ? 'INSTRUCT' : exchange.status === 'SUCCESS' ? 'FINAL_DELIVERY' : 'DEPARTURE';
  return [
    {
      shipmentBoxId: rawNumber(replacement.shipmentBoxId),
      shippingDeliveryType: 'THIRD_PARTY',
      deliveryInvoiceDtos: [
        {
          invoiceNumber: invoice?.number ?? '',
          deliverCode: invoice?.courierCode ?? '',
          statusCode,
          invoiceVendorItemDtos: [{ vendorItemId: rawNumber(option.vendorItemId), quantity }],
        },
      ],
    },
  ];
}
