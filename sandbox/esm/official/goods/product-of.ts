import type { WireAnswer } from '../../../frame/marketplace.ts';
import { type Product, sitesOf } from '../../products/product.ts';
import { SITE_CODES, SITES, type Site } from '../../sites.ts';
import { ItemRefusal, json, NotThere } from '../answers.ts';
import type { OfficialCall } from '../call.ts';

/** The product whose master number stands in the path; a site's number finds none (sheet §7.16). */
export function productOf({ shop, params }: OfficialCall): Product {
  const product = shop.catalogue.product(params.goodsNo ?? '');
  if (product === undefined) throw new NotThere('상품 정보가 존재하지 않습니다.');
  return product;
}

/** The sites of a product for which the token speaks. */
export function spokenFor({ sites }: OfficialCall, product: Product): readonly Site[] {
  return sitesOf(product).filter((site) => sites.includes(site));
}

/** Refuses calls that come too soon after the product was made (sheet §2, §5). */
export function refuseFresh({ shop, now }: OfficialCall, { madeAt }: Product): void {
  if (now < madeAt + shop.lags.productMs)
    throw new ItemRefusal(1000, '[F001000]상품 등록이 진행 중입니다. 잠시 후 다시 시도해 주세요.');
}

const DONE = '성공';

/** A change that was made on each of these sites; each is told by itself, and one may fail (sheet §5). */
export function changed(
  call: OfficialCall,
  product: Product,
  sites: readonly Site[],
  change: (site: Site) => void,
): WireAnswer {
  const isStruck = call.frame.strike(call.operation, 'item_failure') !== undefined;
  const said = SITES.toReversed()
    .filter((site) => sites.includes(site))
    .map((site, nth) => {
      const fails = isStruck && nth === 0;
      if (!fails) change(site);
      return `[${SITE_CODES[site].item.toUpperCase()}] ${fails ? '처리에 실패하였습니다.' : DONE}`;
    });
  return json(200, { resultCode: 0, message: said.join(' / '), goodsNo: Number(product.goodsNo) });
}
