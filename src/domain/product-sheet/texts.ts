import { decimalOf } from '../money.ts';
import type { Product, Sku } from '../product.ts';
import type { ProductColumn, ReadColumn, SkuColumn } from './columns.ts';
import { addressLines, certificationLines, factLines } from './lines.ts';

/** The cells of a row by column; a column that is not there, or empty, tells nothing. */
export type Texts = Readonly<Partial<Record<ReadColumn, string>>>;

/** What the columns about a product hold for it, the way cells are read. */
export function productTexts(product: Product): Readonly<Record<ProductColumn, string>> {
  const { currency, delivery, images, optionNames, origin, afterService, notice } = product;
  const amount = (minor: number | null) => (minor === null ? '' : decimalOf(minor, currency));
  return {
    seller_code: product.sellerCode,
    name: product.name,
    option_name_1: optionNames[0] ?? '',
    option_name_2: optionNames[1] ?? '',
    option_name_3: optionNames[2] ?? '',
    price: amount(product.price),
    category: product.categoryKey ?? '',
    brand: product.brand ?? '',
    manufacturer: product.manufacturer ?? '',
    weight: numberText(product.weightGrams),
    main_image: addressLines(images.slice(0, 1)),
    additional_images: addressLines(images.slice(1)),
    tax: product.tax,
    minors_may_buy: product.minorsMayBuy ? 'yes' : 'no',
    delivery_type: delivery.type,
    delivery_fee: amount(delivery.fee),
    free_delivery_from: amount(delivery.freeFrom),
    return_fee: amount(delivery.returnFee),
    exchange_fee: amount(delivery.exchangeFee),
    remote_area_fee: amount(delivery.remoteFee),
    leaves_within_days: numberText(delivery.leavesWithinDays),
    carrier: delivery.carrierId ?? '',
    origin: origin?.kind ?? '',
    made_in: origin?.madeIn ?? '',
    importer: origin?.importer ?? '',
    after_service_phone: afterService?.phone ?? '',
    after_service_text: afterService?.text ?? '',
    notice_kind: notice?.kind ?? '',
    notice: factLines(notice?.facts ?? {}),
    certifications: certificationLines(product.certifications),
    currency,
    description: product.description,
  };
}

/** What the columns about a SKU hold for it. Its stock is what lies in all places, null where nobody has counted it. */
export function skuTexts(
  { currency }: Product,
  sku: Sku,
  stock: number | null,
): Readonly<Record<SkuColumn, string>> {
  const amount = (minor: number | null) => (minor === null ? '' : decimalOf(minor, currency));
  return {
    sku: sku.code,
    option_value_1: sku.optionValues[0] ?? '',
    option_value_2: sku.optionValues[1] ?? '',
    option_value_3: sku.optionValues[2] ?? '',
    sku_price: amount(sku.price),
    cost: amount(sku.cost),
    stock: numberText(stock),
    stock_when_exported: numberText(stock),
    safety_stock: String(sku.safetyStock),
    barcode: sku.barcode ?? '',
  };
}

function numberText(number: number | null): string {
  return number === null ? '' : String(number);
}
