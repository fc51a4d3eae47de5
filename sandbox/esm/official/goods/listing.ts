import type { WireAnswer } from '../../../frame/marketplace.ts';
import { SERVICE_RATES } from '../../products/invent.ts';
import { type Product, type SiteSale, sitesOf } from '../../products/product.ts';
import { SITE_CODES, type Site } from '../../sites.ts';
import { ItemRefusal, json, refuseItem } from '../answers.ts';
import type { OfficialCall } from '../call.ts';
import { bySite, member } from './members.ts';
import { productJson } from './product-json.ts';
import { productOf } from './product-of.ts';
import { readProduct, type WrittenProduct } from './read-product.ts';

const NOT_MADE = '0';

/** A product as it stands. */
export function getProduct(call: OfficialCall): WireAnswer {
  return json(200, productJson(productOf(call)));
}

/** Lists a new product on the sites that its categories name. One of them may fail by itself (sheet §5). */
export function createProduct(call: OfficialCall): WireAnswer {
  const { shop, sites, body, frame, operation, now } = call;
  const written = readProduct(body.json, shop.settings, sites);
  for (const { site, sellingPeriod } of written.sites)
    if (sellingPeriod === 0) refuseItem('판매기간은 필수입니다.', site);
  const isStruck = frame.strike(operation, 'item_failure') !== undefined;
  const failed = isStruck ? written.sites.at(-1)?.site : undefined;
  const product: Product = {
    goodsNo: shop.ids.goods(),
    madeAt: now,
    isNameEditable: written.category.isNameEditable,
    serviceRate: SERVICE_RATES,
    name: written.name,
    sellerCode: written.sellerCode,
    esmCategory: written.category.code,
    choice: written.choice,
    document: () => written.document,
    sites: Object.fromEntries(
      written.sites
        .filter(({ site }) => site !== failed)
        .map(({ site, ...sale }): [Site, SiteSale] => [
          site,
          { ...sale, siteGoodsNo: shop.ids.siteGoods(site), isSell: true, isBlocked: false },
        ]),
    ),
  };
  shop.catalogue.put(product);
  const siteDetail = Object.fromEntries(
    written.sites.map(({ site }) => [
      SITE_CODES[site].item,
      {
        SiteGoodsNo: product.sites[site]?.siteGoodsNo ?? NOT_MADE,
        SiteGoodsComment: site === failed ? '상품 등록에 실패하였습니다.' : 'Success',
      },
    ]),
  );
  return json(200, { siteDetail, resultCode: 0, message: null, goodsNo: Number(product.goodsNo) });
}

/** Replaces a product: what is not sent is gone. A stopped one takes nothing, a fixed name is passed over in silence. */
export function updateProduct(call: OfficialCall): WireAnswer {
  const product = productOf(call);
  const wanted = new Map(bySite(member(call.body.json, 'isSell')));
  if (wanted.size === 0) refuseItem('isSell은 필수입니다.');
  const written = readProduct(call.body.json, call.shop.settings, call.sites);
  for (const [site, isSell] of wanted) {
    const sale = product.sites[site];
    if (sale !== undefined && isSell === true) sale.isSell = true;
  }
  if (sitesOf(product).some((site) => product.sites[site]?.isSell === true)) replace(product, written);
  for (const [site, isSell] of wanted) {
    const sale = product.sites[site];
    if (sale !== undefined) sale.isSell = isSell === true;
  }
  return json(200, {
    siteDetail: Object.fromEntries(
      sitesOf(product).map((site) => [
        SITE_CODES[site].item,
        { SiteGoodsNo: product.sites[site]?.siteGoodsNo ?? NOT_MADE, SiteGoodsComment: 'Success' },
      ]),
    ),
    resultCode: 0,
    message: null,
    goodsNo: Number(product.goodsNo),
  });
}

function replace(product: Product, written: WrittenProduct): void {
  if (product.isNameEditable) product.name = written.name;
  product.sellerCode = written.sellerCode;
  product.esmCategory = written.category.code;
  product.choice = written.choice;
  product.document = () => written.document;
  for (const { site, price, stock, sellingPeriod } of written.sites) {
    const sale = product.sites[site];
    if (sale?.isSell !== true) continue;
    sale.price = price;
    sale.stock = stock;
    if (sellingPeriod !== 0) sale.sellingPeriod = sellingPeriod;
  }
}

/** Takes a product away for good; it must be stopped everywhere (E:29). */
export function deleteProduct(call: OfficialCall): WireAnswer {
  const product = productOf(call);
  if (sitesOf(product).some((site) => product.sites[site]?.isSell === true))
    throw new ItemRefusal(1000, '[F001000]판매중지 후 삭제 가능합니다.');
  call.shop.catalogue.remove(product);
  return json(200, { resultCode: 0, message: null, goodsNo: Number(product.goodsNo) });
}
