import type { Fields } from '../../kit/decode.ts';

/**
 * Names of the fields we read, or cut for being personal. ESM writes them in either case, even within one answer:
 * `BuyerId` and `BuyerID`, `IsGiftOrder` and `isGiftOrder` (sheet §2).
 */
const NAMES = [
  // Envelopes
  ...['ResultCode', 'Message', 'Data', 'BizRuleCode', 'SiteType', 'SellerId', 'TotalCount', 'RequestOrders'],
  // Orders
  ...['OrderNo', 'PayNo', 'OrderStatus', 'OrderDate', 'PayDate', 'TransDate', 'TransDueDate', 'IsChanged'],
  ...['TransCompleteDate', 'BuyDecisionDate', 'DistrType', 'SiteGoodsNo', 'OutGoodsNo', 'GoodsName'],
  ...['SalePrice', 'ContrAmount', 'OptSelPrice', 'OptAddPrice', 'SellerDiscountPrice', 'DirectDiscountPrice'],
  ...['SettlementPrice', 'ServiceFee', 'ShippingFee', 'BackwoodsAddDeliveryFee', 'JejuAddDeliveryFee'],
  ...['BuyerName', 'BuyerId', 'BuyerMobileTel', 'BuyerTel', 'ReceiverName', 'HpNo', 'TelNo', 'ZipCode'],
  ...[
    'DelFrontAddress',
    'DelBackAddress',
    'DelFullAddress',
    'DelMemo',
    'InfoCin',
    'TakbaeName',
    'NoSongjang',
  ],
  ...['ItemOptionSelectList', 'ItemOptionAdditionList', 'ItemOptionValue', 'ItemOptionOrderCnt'],
  ...['ItemOptionCode', 'GiftOrderStatus', 'Status', 'ClaimStatus', 'StatusChangeDate'],
  // Claims
  ...[
    'CancelStatus',
    'ReturnStatus',
    'ExchangeStatus',
    'RequestUser',
    'Reason',
    'ReasonCode',
    'ReasonDetail',
  ],
  ...['RequestDate', 'WithdrawDate', 'ApproveDate', 'CompleteDate', 'AddShippingFee', 'ReturnShippingFee'],
  ...['WhoReturnShippingFee', 'ReturnShippingFeeWay', 'AddReturnShippingFee', 'WhoAddReturnShippingFee'],
  ...['ExchangeShippingFee', 'WhoExchangeShippingFee', 'ExchangeShippingFeeWay', 'HoldInfo', 'HoldDate'],
  ...['IsHold', 'PickupInfo', 'ResendInfo', 'ResendDate', 'DeliveryCompName', 'InvoiceNo', 'SenderInfo'],
  ...['ReceiverInfo', 'Name', 'AddressFront', 'AddressBack', 'Address'],
] as const;

const CANONICAL: ReadonlyMap<string, string> = new Map(NAMES.map((name) => [name.toLowerCase(), name]));
const KNOWN: ReadonlySet<string> = new Set(NAMES);

/** The document with the names we know in the case of the sheet, at any depth. Others stay as they are. */
export function withCanonicalKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withCanonicalKeys);
  if (!isFields(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const key = KNOWN.has(name) ? name : (CANONICAL.get(name.toLowerCase()) ?? name);
    copy[key] = typeof inner === 'object' ? withCanonicalKeys(inner) : inner;
  }
  return copy;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
