import type { ListingItemSnapshot } from '../../../../domain/listing.ts';
import {
  asFields,
  asList,
  booleanAt,
  type Fields,
  idAt,
  integerAt,
  optionalFieldsAt,
  optionalIntegerAt,
  optionalTextAt,
  textAt,
} from '../../../kit/decode.ts';

/** The number and price of an option can be written by itself; an add-on's only with the whole product (sheet §3.7). */
export type ItemKind = 'whole' | 'combination' | 'standard' | 'add_on';

export interface ProductItem {
  readonly kind: ItemKind;
  readonly id: string;
  readonly values: readonly string[];
  readonly sellerSku: string | null;
  readonly barcode: string | null;
  /** In won, the option's surcharge included; a discount that the seller gives at Naver comes off it. */
  readonly price: number;
  readonly quantity: number | null;
  readonly usable: boolean;
  /** Its own row, empty for the product itself. */
  readonly row: Fields;
}

/**
 * What can be bought of a product: its options, or the product itself where it has none, and its add-ons. The product
 * itself goes by its origin number: orders carry that for both channels, whose own numbers differ (sheet §7.14).
 */
export function itemsOf(originProductNo: string, origin: Fields): readonly ProductItem[] {
  const salePrice = integerAt(origin, 'salePrice');
  const detail = optionalFieldsAt(origin, 'detailAttribute') ?? {};
  const info = optionalFieldsAt(detail, 'optionInfo') ?? {};
  const options = [
    ...rowsAt(info, 'optionCombinations').map((row) => option('combination', row, salePrice)),
    ...rowsAt(info, 'optionStandards').map((row) => option('standard', row, salePrice)),
  ];
  const extras = optionalFieldsAt(detail, 'supplementProductInfo') ?? {};
  return [
    ...(options.length > 0 ? options : [whole(originProductNo, origin, detail, salePrice)]),
    ...rowsAt(extras, 'supplementProducts').map(addOn),
  ];
}

/** The rows of a list that may be absent. */
export function rowsAt(fields: Fields, name: string): readonly Fields[] {
  return fields[name] === undefined || fields[name] === null
    ? []
    : asList(fields[name], name).map((row) => asFields(row, name));
}

function whole(originProductNo: string, origin: Fields, detail: Fields, price: number): ProductItem {
  const codes = optionalFieldsAt(detail, 'sellerCodeInfo') ?? {};
  return {
    kind: 'whole',
    id: originProductNo,
    values: [],
    sellerSku: optionalTextAt(codes, 'sellerManagementCode'),
    barcode: optionalTextAt(codes, 'sellerBarcode'),
    price,
    quantity: optionalIntegerAt(origin, 'stockQuantity'),
    usable: true,
    row: {},
  };
}

function option(kind: 'combination' | 'standard', row: Fields, salePrice: number): ProductItem {
  return {
    kind,
    id: idAt(row, 'id'),
    values: ['optionName1', 'optionName2', 'optionName3', 'optionName4']
      .map((name) => optionalTextAt(row, name))
      .filter((value) => value !== null),
    sellerSku: optionalTextAt(row, 'sellerManagerCode'),
    barcode: null,
    price: salePrice + (optionalIntegerAt(row, 'price') ?? 0),
    quantity: optionalIntegerAt(row, 'stockQuantity'),
    usable: booleanAt(row, 'usable', true),
    row,
  };
}

function addOn(row: Fields): ProductItem {
  return {
    kind: 'add_on',
    id: idAt(row, 'id'),
    values: [textAt(row, 'groupName'), textAt(row, 'name')],
    sellerSku: optionalTextAt(row, 'sellerManagementCode'),
    barcode: null,
    price: optionalIntegerAt(row, 'price') ?? 0,
    quantity: optionalIntegerAt(row, 'stockQuantity'),
    usable: booleanAt(row, 'usable', true),
    row,
  };
}

/** An item in the hub's words; `isSold` tells whether the product is on sale. */
export function itemSnapshot(item: ProductItem, isSold: boolean): ListingItemSnapshot {
  const { id, values, sellerSku, barcode, price, quantity, usable } = item;
  return {
    nativeItemId: id,
    optionValues: values,
    sellerSku,
    barcode,
    price,
    quantity,
    onSale: isSold && usable,
  };
}
