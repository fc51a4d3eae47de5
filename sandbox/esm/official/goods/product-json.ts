import { isObject, type JsonObject } from '../../../frame/json.ts';
import { type Product, type SiteSale, sellStatusOf, sitesOf, stockOf } from '../../products/product.ts';
import type { Shop } from '../../shop/shop.ts';
import { SITE_CODES, type Site } from '../../sites.ts';
import { DAY_MS, formatDay } from '../../time.ts';
import { member, objectAt, textAt } from './members.ts';
import { choiceJson } from './write-choice.ts';

/** What each site of a product says, under the site's name in lower case, or with a capital as some members have it. */
export function perSite(
  product: Product,
  tell: (sale: SiteSale, site: Site) => unknown,
  spell: 'gmkt' | 'Gmkt' = 'gmkt',
): JsonObject {
  return Object.fromEntries(
    sitesOf(product).flatMap((site) => {
      const sale = product.sites[site];
      const name = SITE_CODES[site].item;
      const key = spell === 'gmkt' ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return sale === undefined ? [] : [[key, tell(sale, site)]];
    }),
  );
}

/** A product as its own call tells it: what the seller sent, with what has become of it since (E:20). */
export function productJson(product: Product): JsonObject {
  const document = product.document();
  const basic = objectAt(document, 'itemBasicInfo');
  return {
    ...document,
    goodsNo: Number(product.goodsNo),
    isSell: perSite(product, ({ isSell, isBlocked }) => isSell && !isBlocked),
    isEditableGoodsName: product.isNameEditable,
    isDisplayExclude: false,
    itemBasicInfo: { ...basic, goodsName: { ...objectAt(basic, 'goodsName'), kor: product.name } },
    itemAddtionalInfo: {
      ...objectAt(document, 'itemAddtionalInfo'),
      price: perSite(product, ({ price }) => price, 'Gmkt'),
      stock: perSite(product, (_, site) => stockOf(product, site), 'Gmkt'),
      sellingPeriod: perSite(product, ({ sellingPeriod }) => sellingPeriod, 'Gmkt'),
      recommendedOpts: choiceJson(product),
    },
  };
}

/** One row of a search (E:160, sheet §6). */
export function searchRow(shop: Shop, product: Product, nth: number, now: number): JsonObject {
  const document = product.document();
  const isFresh = now < product.madeAt + shop.lags.productMs;
  const siteCategory = (site: Site) => {
    const rows = member(document, 'itemBasicInfo', 'category', 'site');
    const row = (Array.isArray(rows) ? rows : []).find(
      (one) => isObject(one) && one.siteType === SITE_CODES[site].siteType,
    );
    return { catCode: textAt(row, 'catCode'), catName: '' };
  };
  return {
    no: nth,
    goodsNo: product.goodsNo,
    siteGoodsNo: perSite(product, ({ siteGoodsNo }) => siteGoodsNo),
    managedCode: product.sellerCode,
    imgUrl: textAt(document, 'itemAddtionalInfo', 'images', 'basicImgURL'),
    goodsName: product.name,
    siteSellerId: perSite(product, (_, site) => shop.sellerIds[site]),
    sellStatus: perSite(product, (_, site) => sellStatusOf(product, site, isFresh)),
    price: perSite(product, ({ price }) => price),
    stock: perSite(product, (_, site) => stockOf(product, site)),
    dispEndDate: formatDay(now + 90 * DAY_MS),
    useOption: product.choice.type !== 0,
    category: {
      site: perSite(product, (_, site) => siteCategory(site)),
      esm: { catCode: product.esmCategory, catName: '' },
    },
  };
}
