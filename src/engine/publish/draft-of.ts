import { itemsBySku } from '../../domain/item-match.ts';
import type { DraftItem, ListingDraft } from '../../marketplaces/kit/catalog.ts';
import type { TargetItem } from '../../store/publish/targets.ts';
import { type DraftFault, fault } from './draft-fault.ts';
import type { DraftInput } from './draft-input.ts';
import { noticeFor } from './notice-for.ts';
import { cataloguePrice, listingPrice, priceOf, quantityOf } from './sku-offer.ts';

export interface DraftMade {
  readonly draft: ListingDraft;
  /** What could not be worked out. The draft is not to be sent then. */
  readonly faults: readonly DraftFault[];
  /** What a person should know, though it may be sent. */
  readonly warnings: readonly DraftFault[];
}

/** What one shop's listing of a product is to be, with what is said otherwise there and what was chosen. */
export function draftOf(input: DraftInput): DraftMade {
  const { product, choices, overrides, requirements, rules } = input;
  const name = overrides.name ?? product.name;
  const { notice, faults: noticeFaults } = noticeFor(product.notice, { ...product, name }, requirements);
  const standing = itemsBySku(skusOf(input), input.standing);
  const items = product.skus.map((sku, nth) => itemFor(sku, nth, input, standing.get(sku.code)?.[0]));
  const prices = items.map(({ item }) => item.price);
  const usual = overrides.price ?? product.price;
  const { images, warnings } = picturesOf(overrides.images ?? product.images, rules.images.atMost);
  const draft: ListingDraft = {
    nativeListingId: input.nativeListingId,
    sellerCode: product.sellerCode,
    name,
    descriptionHtml: overrides.description ?? product.description,
    brand: product.brand,
    manufacturer: product.manufacturer,
    nativeCategoryId: input.categoryId ?? '',
    price: listingPrice(prices, usual, rules.itemPrice),
    currency: product.currency,
    tax: product.tax,
    minorsMayBuy: product.minorsMayBuy,
    weightGrams: product.weightGrams,
    images,
    delivery: product.delivery,
    origin: product.origin,
    afterService: product.afterService,
    notice,
    certifications: product.certifications,
    attributes: choices.attributes,
    places: choices.places,
    optionNames: product.optionNames,
    items: items.map(({ item }) => item),
  };
  const unknown = items.flatMap(({ uncounted }) => uncounted ?? []).map(quantityFault);
  return { draft, faults: [...noticeFaults, ...unknown, ...strangerFaults(input, standing)], warnings };
}

/** The catalogue's price of each SKU in the shop: what a later publication is compared with. */
export function cataloguePrices({ product, overrides }: DraftInput): Readonly<Record<string, number>> {
  return Object.fromEntries(
    product.skus.map((sku) => [sku.code, cataloguePrice(sku, product, overrides.price)]),
  );
}

function skusOf({ product }: DraftInput) {
  return product.skus.map(({ code, optionValues }) => ({ sellerSku: code, optionValues }));
}

interface MadeItem {
  readonly item: DraftItem;
  /** Where nobody knows how many there are. */
  readonly uncounted: Uncounted | null;
}

interface Uncounted {
  /** The field that has to tell it. */
  readonly field: string;
  /** The SKU's. */
  readonly code: string;
}

function itemFor(
  sku: DraftInput['product']['skus'][number],
  nth: number,
  input: DraftInput,
  standing: TargetItem | undefined,
): MadeItem {
  const { product, overrides } = input;
  const quantity = quantityOf(sku, standing, input);
  const field = product.optionNames.length === 0 ? 'stock_quantity' : `skus[${nth}].stock_quantity`;
  return {
    item: {
      sellerSku: sku.code,
      nativeItemId: standing?.nativeItemId ?? null,
      optionValues: sku.optionValues,
      price: priceOf(sku, product, overrides.price, standing),
      quantity: quantity ?? 0,
      barcode: sku.barcode,
    },
    uncounted: quantity === null ? { field, code: sku.code } : null,
  };
}

/** A shop that takes fewer pictures gets the first ones, and the seller is told. */
function picturesOf(
  images: readonly string[],
  atMost: number,
): { readonly images: readonly string[]; readonly warnings: readonly DraftFault[] } {
  if (images.length <= atMost) return { images, warnings: [] };
  const left = images.length - atMost;
  const warning = fault('additional_images', 'images_left_out', {
    ko: `이미지는 ${atMost}장까지라서 뒤의 ${left}장은 보내지 않습니다.`,
    en: `Up to ${atMost} pictures are taken here: the last ${left} are not sent.`,
    ru: `Можно до ${atMost} изображений: последние (${left}) не отправляются.`,
    uz: `${atMost} tagacha rasm mumkin: oxirgi ${left} tasi yuborilmaydi.`,
  });
  return { images: images.slice(0, atMost), warnings: [warning] };
}

function quantityFault({ field, code }: Uncounted): DraftFault {
  return fault(field, 'quantity_unknown', {
    ko: `재고를 센 적이 없는 SKU입니다: ${code}. 재고를 등록하거나, 이 상점에 처음 내놓을 수량(quantities)을 정하세요.`,
    en: `Nobody has counted the SKU ${code}. Tell its stock, or how many to offer in this shop at first (quantities).`,
    ru: `SKU ${code} никто не считал. Укажите остаток или сколько предложить в этом магазине сначала (quantities).`,
    uz: `SKU ${code} hech qachon sanalmagan. Qoldig‘ini yoki bu do‘konda dastlab nechta taklif qilishni kiriting (quantities).`,
  });
}

/** What is on sale there and none of this product's would go off sale by an update. */
function strangerFaults(
  { standing }: DraftInput,
  mine: ReadonlyMap<string, readonly TargetItem[]>,
): readonly DraftFault[] {
  const known = new Set([...mine.values()].flat());
  const others = standing.filter((item) => !known.has(item) && item.isOfOthers);
  if (others.length === 0) return [];
  const names = others.map(({ optionValues, sellerSku }) => optionValues.join(' / ') || sellerSku || '?');
  return [
    fault('skus', 'items_of_others', {
      ko: `마켓의 상품에 이 상품의 SKU가 아닌 옵션이 있습니다: ${names.join(', ')}. 먼저 SKU와 연결하거나 상품에 추가하세요.`,
      en: `The listing has options that are none of this product's SKUs: ${names.join(', ')}. Link them or add them first.`,
      ru: `В карточке есть варианты, которых нет среди SKU этого товара: ${names.join(', ')}. Сначала свяжите их или добавьте к товару.`,
      uz: `Kartochkada bu mahsulot SKU lari orasida yo‘q variantlar bor: ${names.join(', ')}. Avval ularni bog‘lang yoki mahsulotga qo‘shing.`,
    }),
  ];
}
