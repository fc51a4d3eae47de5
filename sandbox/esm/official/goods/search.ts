import type { WireAnswer } from '../../../frame/marketplace.ts';
import { type Product, sellStatusOf, sitesOf } from '../../products/product.ts';
import { SITE_CODES } from '../../sites.ts';
import { json, NotThere, refuseItem } from '../answers.ts';
import type { OfficialCall } from '../call.ts';
import { listAt, member, textAt } from './members.ts';
import { perSite, searchRow } from './product-json.ts';
import { productOf, spokenFor } from './product-of.ts';

const MAX_PAGE = 500;

/**
 * Products page by page (E:160). `managedCode` and `siteGoodsNo` are taken and do nothing, as in production (sheet §3.3).
 */
export function searchProducts(call: OfficialCall): WireAnswer {
  const { body, shop, now } = call;
  const pageIndex = body.whole('pageIndex') ?? 1;
  const pageSize = body.whole('pageSize') ?? MAX_PAGE;
  if (pageIndex < 1 || pageSize < 1 || pageSize > MAX_PAGE) refuseItem('pageSize는 500 이하여야 합니다.');
  const query = member(body.json, 'query');
  const numbers = new Set(listAt(query, 'goodsNo').map(String));
  const statuses = new Set(listAt(query, 'sellStatus').map(String));
  const keyword = textAt(query, 'keyword');
  const hasStatus = (product: Product) =>
    sitesOf(product).some((site) =>
      statuses.has(sellStatusOf(product, site, now < product.madeAt + shop.lags.productMs)),
    );
  const found = shop.catalogue
    .products()
    .filter(
      (product) =>
        spokenFor(call, product).length > 0 &&
        (numbers.size === 0 || numbers.has(product.goodsNo)) &&
        (statuses.size === 0 || hasStatus(product)) &&
        product.name.includes(keyword),
    );
  const from = (pageIndex - 1) * pageSize;
  return json(200, {
    totalItems: found.length,
    pageIndex,
    pageSize,
    items: found
      .slice(from, from + pageSize)
      .map((product, nth) => searchRow(shop, product, from + nth + 1, now)),
  });
}

/** The numbers of a product on its sites (E:30). */
export function getNumbers(call: OfficialCall): WireAnswer {
  const product = productOf(call);
  return json(200, {
    goodsNo: Number(product.goodsNo),
    sellManageCode: product.sellerCode,
    siteDetail: perSite(product, ({ siteGoodsNo }) => ({ SiteGoodsNo: siteGoodsNo })),
    isConverted: false,
  });
}

/** The master number behind a site's number (E:30). */
export function getGoodsNo({ shop, sites, params }: OfficialCall): WireAnswer {
  const number = params.siteGoodsNo ?? '';
  const product = shop.catalogue.onSite(number);
  const site = sites.find((one) => product?.sites[one]?.siteGoodsNo === number);
  if (product === undefined || site === undefined) throw new NotThere('상품 정보가 존재하지 않습니다.');
  return json(200, { goodsNo: Number(product.goodsNo), site: SITE_CODES[site].item });
}
