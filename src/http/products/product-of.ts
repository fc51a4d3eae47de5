import { randomInt } from 'node:crypto';
import { NEW_PRODUCT } from '../../domain/new-product.ts';
import type { Product, Sku } from '../../domain/product.ts';
import type { StoredProduct } from '../../store/catalogue/product.ts';
import type { GivenProduct } from './product-fields.ts';

/** Letters and digits that are not mistaken for each other. */
const CODE_SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 9;

/** A product as a body tells it, on top of what an empty one is. */
export function newProductOf(
  given: GivenProduct & { readonly name: string; readonly price: number },
): Product {
  const sellerCode = given.seller_code ?? madeUpCode();
  return withGiven({ ...NEW_PRODUCT, name: given.name, price: given.price, sellerCode }, given);
}

/** A product with what a body changes of it. */
export function changedProductOf({ skus, ...before }: StoredProduct, given: GivenProduct): Product {
  const { id: _id, version: _version, createdAt: _createdAt, changedAt: _changedAt, ...product } = before;
  return withGiven({ ...product, skus: skus.map(({ id: _sku, ...sku }) => sku) }, given);
}

function withGiven(before: Product, given: GivenProduct): Product {
  const { delivery } = before;
  const sellerCode = given.seller_code ?? before.sellerCode;
  return {
    name: given.name ?? before.name,
    description: given.description ?? before.description,
    sellerCode,
    categoryKey: orBefore(given.category_id, before.categoryKey),
    brand: orBefore(given.brand, before.brand),
    manufacturer: orBefore(given.manufacturer, before.manufacturer),
    price: given.price ?? before.price,
    currency: given.currency ?? before.currency,
    tax: given.tax ?? before.tax,
    weightGrams: orBefore(given.weight, before.weightGrams),
    minorsMayBuy: given.minors_may_buy ?? before.minorsMayBuy,
    images: imagesOf(given, before.images),
    delivery: {
      type: given.delivery_type ?? delivery.type,
      fee: given.delivery_fee ?? delivery.fee,
      freeFrom: orBefore(given.free_delivery_from, delivery.freeFrom),
      returnFee: orBefore(given.return_fee, delivery.returnFee),
      exchangeFee: orBefore(given.exchange_fee, delivery.exchangeFee),
      remoteFee: orBefore(given.remote_area_fee, delivery.remoteFee),
      leavesWithinDays: orBefore(given.leaves_within_days, delivery.leavesWithinDays),
      carrierId: orBefore(given.carrier, delivery.carrierId),
    },
    origin: originOf(given, before),
    afterService: orBefore(given.after_service, before.afterService),
    notice: orBefore(given.notice, before.notice),
    certifications: given.certifications ?? before.certifications,
    optionNames: given.option_names ?? before.optionNames,
    skus: skusOf(given, before, sellerCode),
  };
}

function orBefore<Value>(given: Value | null | undefined, before: Value | null): Value | null {
  return given === undefined ? before : given;
}

function imagesOf(
  { main_image: main, additional_images: additional }: GivenProduct,
  before: readonly string[],
): readonly string[] {
  const first = main === undefined ? before[0] : main;
  return [...(first == null ? [] : [first]), ...(additional ?? before.slice(1))];
}

function originOf({ origin }: GivenProduct, before: Product): Product['origin'] {
  if (origin === undefined) return before.origin;
  return origin === null ? null : { kind: origin.kind, madeIn: origin.made_in, importer: origin.importer };
}

/** A product without options has one SKU, which goes by the product's own code unless it was given another. */
function skusOf(given: GivenProduct, before: Product, sellerCode: string): readonly Sku[] {
  if (given.skus !== undefined)
    return given.skus.map((sku) => ({
      code: sku.code,
      optionValues: sku.option_values,
      price: sku.price,
      barcode: sku.barcode,
      cost: sku.cost,
      safetyStock: sku.safety_stock,
    }));
  const [only, ...others] = before.skus;
  if (others.length > 0) return before.skus;
  return [
    {
      code: only?.code ?? sellerCode,
      optionValues: only?.optionValues ?? [],
      price: only?.price ?? null,
      barcode: orBefore(given.barcode, only?.barcode ?? null),
      cost: orBefore(given.cost, only?.cost ?? null),
      safetyStock: given.safety_stock ?? only?.safetyStock ?? 0,
    },
  ];
}

function madeUpCode(): string {
  const signs = Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]);
  return `M${signs.join('')}`;
}
