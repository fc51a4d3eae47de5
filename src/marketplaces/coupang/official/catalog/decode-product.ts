import type { Minor } from '../../../../domain/money.ts';
import {
  asFields,
  type Fields,
  fieldsAt,
  idAt,
  listAt,
  optionalIdAt,
  optionalTextAt,
  textAt,
} from '../../../kit/decode.ts';
import { optionalWonAt } from '../values.ts';
import { nativeStatusOf } from './states.ts';

/** A product as Coupang tells it (sheet §3.6), with the document it came in. */
export interface SellerProduct {
  readonly id: string;
  readonly status: string;
  /** What buyers read. */
  readonly name: string;
  readonly category: string | null;
  /** Where buyers find it; only once it was approved. */
  readonly productId: string | null;
  readonly items: readonly SellerItem[];
  readonly native: Fields;
}

/** One option of a product. */
export interface SellerItem {
  readonly sellerProductItemId: string | null;
  /** What orders, stock and price name it by; null until it is approved. */
  readonly vendorItemId: string | null;
  readonly name: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly price: Minor | null;
  readonly attributes: readonly ItemAttribute[];
  readonly native: Fields;
}

export interface ItemAttribute {
  readonly name: string;
  readonly value: string;
  /** Whether buyers choose by it, or only search by it. */
  readonly isPurchaseOption: boolean;
}

/** Reads the answer of a product read. Throws UnreadableError. */
export function decodeProduct(json: unknown): SellerProduct {
  const outer = fieldsAt(asFields(json, 'answer'), 'data');
  // Some answers of seller_api come wrapped once more (sheet §3).
  const native = outer.sellerProductId === undefined ? fieldsAt(outer, 'data') : outer;
  return {
    id: idAt(native, 'sellerProductId'),
    status: nativeStatusOf(optionalTextAt(native, 'status'), optionalTextAt(native, 'statusName')),
    name: optionalTextAt(native, 'displayProductName') ?? textAt(native, 'sellerProductName'),
    category: optionalIdAt(native, 'displayCategoryCode'),
    productId: optionalIdAt(native, 'productId'),
    items: listAt(native, 'items').map(decodeItem),
    native,
  };
}

function decodeItem(item: unknown): SellerItem {
  const native = asFields(item, 'items');
  return {
    sellerProductItemId: optionalIdAt(native, 'sellerProductItemId'),
    vendorItemId: optionalIdAt(native, 'vendorItemId'),
    name: optionalTextAt(native, 'itemName') ?? '',
    sku: optionalTextAt(native, 'externalVendorSku'),
    barcode: optionalTextAt(native, 'barcode'),
    price: optionalWonAt(native, 'salePrice'),
    attributes: listOf(native, 'attributes').flatMap(decodeAttribute),
    native,
  };
}

/** An attribute without a value is one that the seller left open. */
function decodeAttribute(attribute: Fields): readonly ItemAttribute[] {
  const value = optionalTextAt(attribute, 'attributeValueName');
  if (value === null) return [];
  const isPurchaseOption = optionalTextAt(attribute, 'exposed') === 'EXPOSED';
  return [{ name: textAt(attribute, 'attributeTypeName'), value, isPurchaseOption }];
}

/** The pictures of an option by the addresses the seller gave, the main one first. */
export function picturesOf({ native }: SellerItem): readonly string[] {
  return listOf(native, 'images')
    .filter(({ imageType }) => imageType === 'REPRESENTATION' || imageType === 'DETAIL')
    .sort((a, b) => rankOf(a) - rankOf(b))
    .flatMap((image) => optionalTextAt(image, 'vendorPath') ?? []);
}

function rankOf({ imageType, imageOrder }: Fields): number {
  return imageType === 'REPRESENTATION' ? -1 : Number(imageOrder);
}

/** What buyers read about an option: its texts, one behind the other. */
export function descriptionOf({ native }: SellerItem): string {
  return listOf(native, 'contents')
    .flatMap((content) => listOf(content, 'contentDetails'))
    .flatMap((detail) => optionalTextAt(detail, 'content') ?? [])
    .join('');
}

/** A list of objects; none where the field is absent or null. */
export function listOf(fields: Fields, name: string): readonly Fields[] {
  const value = fields[name];
  return value === undefined || value === null ? [] : listAt(fields, name).map((row) => asFields(row, name));
}
