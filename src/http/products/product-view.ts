import { z } from 'zod';
import type { SkuId } from '../../domain/ids.ts';
import { DELIVERY_TYPES, TAXES } from '../../domain/product.ts';
import type { StoredProduct } from '../../store/catalogue/product.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { type Availability, availableOf } from '../../store/stock/available.ts';
import { id } from '../values/id.ts';
import { instant } from '../values/instant.ts';

const stock = {
  stock_quantity: z.int().nullable().describe('What lies on the shelf. Null: never counted.'),
  available_quantity: z.int().nullable().describe('Of it, what is not promised to an order yet.'),
};

const skuView = z
  .object({
    id,
    code: z.string(),
    option_values: z.array(z.string()),
    price: z.int().describe('The whole price.'),
    own_price: z.boolean().describe('Whether it has a price of its own.'),
    barcode: z.string().nullable(),
    cost: z.int().nullable(),
    safety_stock: z.int(),
    ...stock,
  })
  .meta({ id: 'Sku' });

export const productView = z
  .object({
    id,
    seller_code: z.string(),
    name: z.string(),
    description: z.string(),
    price: z.int(),
    currency: z.string(),
    ...stock,
    category_id: z.string().nullable(),
    brand: z.string().nullable(),
    manufacturer: z.string().nullable(),
    weight: z.int().nullable(),
    tax: z.enum(TAXES),
    minors_may_buy: z.boolean(),
    main_image: z.string().nullable(),
    additional_images: z.array(z.string()),
    delivery_type: z.enum(DELIVERY_TYPES),
    delivery_fee: z.int(),
    free_delivery_from: z.int().nullable(),
    return_fee: z.int().nullable(),
    exchange_fee: z.int().nullable(),
    remote_area_fee: z.int().nullable(),
    leaves_within_days: z.int().nullable(),
    carrier: z.string().nullable(),
    origin: z
      .object({
        kind: z.enum(['domestic', 'imported', 'see_description']),
        made_in: z.string().nullable(),
        importer: z.string().nullable(),
      })
      .nullable(),
    after_service: z.object({ phone: z.string(), text: z.string() }).nullable(),
    notice: z.object({ kind: z.string(), facts: z.record(z.string(), z.string()) }).nullable(),
    certifications: z.array(
      z.object({ kind: z.string(), number: z.string(), agency: z.string().nullable() }),
    ),
    option_names: z.array(z.string()),
    skus: z.array(skuView),
    version: z.int(),
    created_at: instant,
    changed_at: instant,
  })
  .meta({ id: 'Product' });

export type ProductView = z.infer<typeof productView>;

/** Products as they go out, with what the ledger says of their SKUs. */
export async function viewProducts(
  scope: OwnerScope,
  products: readonly StoredProduct[],
): Promise<ProductView[]> {
  const skus = products.flatMap((product) => product.skus.map((sku) => sku.id));
  const levels = await availableOf(scope, skus);
  return products.map((product) => viewOf(product, levels));
}

/** One product as it goes out. */
export async function viewProduct(scope: OwnerScope, product: StoredProduct): Promise<ProductView> {
  const [view] = await viewProducts(scope, [product]);
  if (view === undefined) throw new Error('the product has no view');
  return view;
}

function viewOf(product: StoredProduct, levels: ReadonlyMap<SkuId, Availability>): ProductView {
  const { delivery, origin } = product;
  const [main = null, ...additional] = product.images;
  const skus = product.skus.map((sku) => {
    const level = countedOf(levels.get(sku.id));
    return {
      id: sku.id,
      code: sku.code,
      option_values: [...sku.optionValues],
      price: sku.price ?? product.price,
      own_price: sku.price !== null,
      barcode: sku.barcode,
      cost: sku.cost,
      safety_stock: sku.safetyStock,
      stock_quantity: level?.onHand ?? null,
      available_quantity: level?.available ?? null,
    };
  });
  return {
    id: product.id,
    seller_code: product.sellerCode,
    name: product.name,
    description: product.description,
    price: product.price,
    currency: product.currency,
    stock_quantity: sumOf(skus.map((sku) => sku.stock_quantity)),
    available_quantity: sumOf(skus.map((sku) => sku.available_quantity)),
    category_id: product.categoryKey,
    brand: product.brand,
    manufacturer: product.manufacturer,
    weight: product.weightGrams,
    tax: product.tax,
    minors_may_buy: product.minorsMayBuy,
    main_image: main,
    additional_images: additional,
    delivery_type: delivery.type,
    delivery_fee: delivery.fee,
    free_delivery_from: delivery.freeFrom,
    return_fee: delivery.returnFee,
    exchange_fee: delivery.exchangeFee,
    remote_area_fee: delivery.remoteFee,
    leaves_within_days: delivery.leavesWithinDays,
    carrier: delivery.carrierId,
    origin: origin === null ? null : { kind: origin.kind, made_in: origin.madeIn, importer: origin.importer },
    after_service: product.afterService,
    notice:
      product.notice === null ? null : { kind: product.notice.kind, facts: { ...product.notice.facts } },
    certifications: product.certifications.map((one) => ({ ...one })),
    option_names: [...product.optionNames],
    skus,
    version: product.version,
    created_at: product.createdAt.toISOString(),
    changed_at: product.changedAt.toISOString(),
  };
}

/** What nobody has counted is not told as none. */
function countedOf(level: Availability | undefined): Availability | null {
  return level === undefined || level.trackedSince === null ? null : level;
}

/** A sum of what is known; null where nothing is. */
function sumOf(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}
