import { copyOf } from '../../kit/copy.ts';
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

/** Spellings met so far: rows of one list all have the same ones. */
const spellings = new Map<string, string>(NAMES.map((name) => [name, name]));
const MOST_SPELLINGS = 2_000;

function canonical(name: string): string {
  const known = spellings.get(name);
  if (known !== undefined) return known;
  const found = CANONICAL.get(name.toLowerCase()) ?? name;
  if (spellings.size < MOST_SPELLINGS) spellings.set(name, found);
  return found;
}

/**
 * The document with the names we know in the case of the sheet, at any depth. Others stay as they are, and so does what
 * has no other spelling in it.
 */
export function withCanonicalKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value.map(withCanonicalKeys);
    return list.some((item, nth) => item !== value[nth]) ? list : value;
  }
  if (!isFields(value)) return value;
  let copy: Record<string, unknown> | undefined;
  // Many times as fast as a list of the names, and every field of every order passes here.
  for (const name in value) {
    const inner = value[name];
    const kept = typeof inner === 'object' ? withCanonicalKeys(inner) : inner;
    const key = canonical(name);
    if (copy === undefined && key === name && kept === inner) continue;
    copy ??= copyOf(value);
    if (key !== name) copy[name] = undefined;
    copy[key] = kept;
  }
  return copy ?? value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
