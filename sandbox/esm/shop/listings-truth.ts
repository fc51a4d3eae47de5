import { listAt, member, textAt, wholeAt } from '../official/goods/members.ts';
import { type Product, sellStatusOf, sitesOf } from '../products/product.ts';
import type { Shop } from './shop.ts';

const PICTURES = 15;

/** What the stand-in knows about what a shop has listed, or everything about one product by any of its numbers. */
export function listingsTruth(
  { catalogue }: Shop,
  reference: string | undefined,
): readonly Record<string, unknown>[] {
  if (reference === undefined) return catalogue.products().map(listingTruth);
  const product = catalogue.product(reference) ?? catalogue.onSite(reference);
  return product === undefined ? [] : [{ ...listingTruth(product), document: product.document() }];
}

function listingTruth(product: Product): Record<string, unknown> {
  const document = product.document();
  const more = member(document, 'itemAddtionalInfo');
  const shipping = member(more, 'shipping');
  return {
    goodsNo: product.goodsNo,
    name: product.name,
    sellerCode: product.sellerCode,
    category: product.esmCategory,
    optionNames: product.choice.names,
    sites: sitesOf(product).map((site) => ({
      site,
      ...product.sites[site],
      sellStatus: sellStatusOf(product, site, false),
    })),
    options: product.choice.options.map(({ written: _written, ...option }) => option),
    html: textAt(more, 'descriptions', 'kor', 'html'),
    pictures: Array.from({ length: PICTURES }, (_, nth) =>
      textAt(more, 'images', nth === 0 ? 'basicImgURL' : `addtionalImg${nth}URL`),
    ).filter((url) => url !== ''),
    deliveryFee: wholeAt(shipping, 'policy', 'each', 'fee') ?? 0,
    returnFee: wholeAt(shipping, 'returnAndExchange', 'fee') ?? null,
    notice: listAt(more, 'officialNotice', 'details'),
    isVatFree: member(more, 'isVatFree') === true,
    inventoryCode: textAt(more, 'inventoryCode') || null,
  };
}
