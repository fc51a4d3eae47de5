import type { Schema } from '../../api/types.ts';
import { amountOf, amountText, countOf } from './amounts.ts';
import { emptySku, type OptionRow, optionRowsOf, type SkuRow, skuBodyOf, skuRowOf } from './sku-rows.ts';

type Product = Schema<'Product'>;

export interface Fact {
  readonly key: string;
  readonly value: string;
}

export interface Certification {
  readonly kind: string;
  readonly number: string;
  readonly agency: string;
}

/** A product as it is typed. */
export interface ProductDraft {
  readonly name: string;
  readonly sellerCode: string;
  readonly price: string;
  readonly currency: NonNullable<Schema<'NewProductInput'>['currency']>;
  readonly category: string;
  readonly brand: string;
  readonly manufacturer: string;
  readonly weight: string;
  readonly description: string;
  readonly tax: Product['tax'];
  readonly minorsMayBuy: boolean;
  /** The first is the main one. */
  readonly images: readonly string[];
  readonly deliveryType: Product['delivery_type'];
  readonly deliveryFee: string;
  readonly freeFrom: string;
  readonly returnFee: string;
  readonly exchangeFee: string;
  readonly remoteFee: string;
  readonly leavesWithin: string;
  readonly carrier: string;
  readonly originKind: '' | NonNullable<Product['origin']>['kind'];
  readonly madeIn: string;
  readonly importer: string;
  readonly servicePhone: string;
  readonly serviceText: string;
  readonly noticeKind: string;
  readonly facts: readonly Fact[];
  readonly certifications: readonly Certification[];
  readonly optionNames: readonly string[];
  readonly skus: readonly SkuRow[];
  /** Options as they are typed, and as the SKUs were made of them last. */
  readonly options: { readonly typed: readonly OptionRow[]; readonly made: readonly OptionRow[] };
}

export const NEW_PRODUCT: ProductDraft = {
  name: '',
  sellerCode: '',
  price: '',
  currency: 'KRW',
  category: '',
  brand: '',
  manufacturer: '',
  weight: '',
  description: '',
  tax: 'taxed',
  minorsMayBuy: true,
  images: [],
  deliveryType: 'DELIVERY',
  deliveryFee: '',
  freeFrom: '',
  returnFee: '',
  exchangeFee: '',
  remoteFee: '',
  leavesWithin: '',
  carrier: '',
  originKind: '',
  madeIn: '',
  importer: '',
  servicePhone: '',
  serviceText: '',
  noticeKind: '',
  facts: [],
  certifications: [],
  optionNames: [],
  skus: [emptySku('only')],
  options: { typed: [], made: [] },
};

/** A product that is there, to change it. */
export function draftOf(product: Product): ProductDraft {
  const money = (minor: number | null) => amountText(minor, product.currency);
  const skus = product.skus.map((sku) => skuRowOf(sku, product.currency));
  const made = optionRowsOf(product.option_names, skus);
  return {
    name: product.name,
    sellerCode: product.seller_code,
    price: money(product.price),
    currency: currencyOf(product.currency),
    category: product.category_id ?? '',
    brand: product.brand ?? '',
    manufacturer: product.manufacturer ?? '',
    weight: product.weight === null ? '' : String(product.weight),
    description: product.description,
    tax: product.tax,
    minorsMayBuy: product.minors_may_buy,
    images: [...(product.main_image === null ? [] : [product.main_image]), ...product.additional_images],
    deliveryType: product.delivery_type,
    deliveryFee: money(product.delivery_fee),
    freeFrom: money(product.free_delivery_from),
    returnFee: money(product.return_fee),
    exchangeFee: money(product.exchange_fee),
    remoteFee: money(product.remote_area_fee),
    leavesWithin: product.leaves_within_days === null ? '' : String(product.leaves_within_days),
    carrier: product.carrier ?? '',
    originKind: product.origin?.kind ?? '',
    madeIn: product.origin?.made_in ?? '',
    importer: product.origin?.importer ?? '',
    servicePhone: product.after_service?.phone ?? '',
    serviceText: product.after_service?.text ?? '',
    noticeKind: product.notice?.kind ?? '',
    facts: Object.entries(product.notice?.facts ?? {}).map(([key, value]) => ({ key, value })),
    certifications: product.certifications.map((one) => ({ ...one, agency: one.agency ?? '' })),
    optionNames: product.option_names,
    skus,
    options: { typed: made, made },
  };
}

function currencyOf(code: string): ProductDraft['currency'] {
  return code === 'RUB' || code === 'UZS' ? code : 'KRW';
}

/** What was typed in the API's words. The price is 0, which the API refuses at its field, where none was typed. */
export function bodyOf(draft: ProductDraft, isNew: boolean) {
  const money = (text: string) => amountOf(text, draft.currency);
  const [main, ...additional] = draft.images.map((address) => address.trim()).filter(Boolean);
  const sellerCode = draft.sellerCode.trim();
  const skus = draft.skus.map((row) => skuBodyOf(row, draft.currency));
  const [only] = skus;
  // Without options the product's own code will do, and left out one is made up.
  const isSingle = draft.optionNames.length === 0 && only !== undefined;
  if (isSingle && only.code === '') only.code = sellerCode;
  const { code: _, option_values: __, price: ___, ...single } = only ?? { code: '' };
  return {
    name: draft.name,
    price: money(draft.price) ?? 0,
    currency: draft.currency,
    ...(sellerCode === '' ? {} : { seller_code: sellerCode }),
    category_id: draft.category.trim() || null,
    brand: draft.brand.trim() || null,
    manufacturer: draft.manufacturer.trim() || null,
    weight: countOf(draft.weight),
    description: draft.description,
    tax: draft.tax,
    minors_may_buy: draft.minorsMayBuy,
    main_image: main ?? null,
    additional_images: additional,
    delivery_type: draft.deliveryType,
    delivery_fee: money(draft.deliveryFee) ?? 0,
    free_delivery_from: money(draft.freeFrom),
    return_fee: money(draft.returnFee),
    exchange_fee: money(draft.exchangeFee),
    remote_area_fee: money(draft.remoteFee),
    leaves_within_days: countOf(draft.leavesWithin),
    carrier: draft.carrier.trim() || null,
    origin:
      draft.originKind === ''
        ? null
        : {
            kind: draft.originKind,
            made_in: draft.madeIn.trim() || null,
            importer: draft.importer.trim() || null,
          },
    after_service:
      draft.servicePhone.trim() === '' && draft.serviceText.trim() === ''
        ? null
        : { phone: draft.servicePhone, text: draft.serviceText },
    notice:
      draft.noticeKind.trim() === ''
        ? null
        : {
            kind: draft.noticeKind,
            facts: Object.fromEntries(
              draft.facts
                .filter(({ key, value }) => key.trim() !== '' && value.trim() !== '')
                .map(({ key, value }) => [key.trim(), value]),
            ),
          },
    certifications: draft.certifications.map((one) => ({ ...one, agency: one.agency.trim() || null })),
    option_names: [...draft.optionNames],
    ...(isSingle && isNew && only.code === '' ? single : { skus }),
  };
}
