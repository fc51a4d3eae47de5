import { rawNumber } from '../../frame/json.ts';
import { formatLocal } from '../time.ts';
import { cancelCountSum, type Receipt } from './receipt.ts';
import type { RowView } from './row-faults.ts';

const krw = (units: number) => ({ currencyCode: 'KRW', units, nanos: 0 });

/** A receipt in the shape of v6 (sheet §6), ready for `JSON.stringify`. */
export function receiptView(receipt: Receipt): RowView {
  const { reason, requester, collectInvoice } = receipt;
  const isConfirmed = receipt.completeConfirm !== 'UNDEFINED' && receipt.endedAt !== null;
  return {
    receiptId: rawNumber(receipt.receiptId),
    orderId: rawNumber(receipt.orderId),
    paymentId: rawNumber(receipt.paymentId),
    receiptType: receipt.receiptType,
    receiptStatus: receipt.status,
    createdAt: formatLocal(receipt.createdAt),
    modifiedAt: formatLocal(receipt.modifiedAt),
    requesterName: requester.name,
    requesterPhoneNumber: requester.safeNumber,
    requesterRealPhoneNumber: null,
    requesterAddress: requester.addr1,
    requesterAddressDetail: requester.addr2,
    requesterZipCode: requester.postCode,
    cancelReasonCategory1: reason.category1,
    cancelReasonCategory2: reason.category2,
    cancelReason: '',
    cancelCountSum: cancelCountSum(receipt),
    returnDeliveryId: rawNumber(receipt.returnDeliveryId),
    returnDeliveryType: receipt.returnDeliveryType,
    releaseStopStatus: receipt.releaseStop,
    enclosePrice: krw(0),
    faultByType: reason.fault,
    preRefund: receipt.preRefund,
    completeConfirmDate: isConfirmed ? formatLocal(receipt.endedAt) : '',
    completeConfirmType: receipt.completeConfirm,
    returnItems: receipt.items.map((item) => ({
      vendorItemPackageId: 0,
      vendorItemPackageName: item.option.productName,
      vendorItemId: rawNumber(item.option.vendorItemId),
      vendorItemName: item.option.shownName,
      purchaseCount: item.purchaseCount,
      cancelCount: item.cancelCount,
      shipmentBoxId: rawNumber(item.shipmentBoxId),
      sellerProductId: rawNumber(item.option.sellerProductId),
      sellerProductName: item.option.sellerProductName,
      releaseStatus: item.releaseStatus,
      cancelCompleteUser: receipt.outcome === 'done' && receipt.createdBy === 'seller' ? '판매자' : null,
    })),
    returnDeliveryDtos: [
      {
        deliveryCompanyCode: collectInvoice?.courierCode ?? 'CJGLS',
        deliveryInvoiceNo: collectInvoice?.number ?? '',
      },
    ],
    reasonCode: reason.code,
    reasonCodeText: reason.text,
    returnShippingCharge: krw(receipt.returnShippingCharge),
  };
}
