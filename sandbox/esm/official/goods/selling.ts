import type { WireAnswer } from '../../../frame/marketplace.ts';
import type { Product, SiteSale } from '../../products/product.ts';
import type { Site } from '../../sites.ts';
import { json, refuseItem } from '../answers.ts';
import type { OfficialCall } from '../call.ts';
import { bySite, member } from './members.ts';
import { perSite, productJson } from './product-json.ts';
import { changed, productOf, refuseFresh, spokenFor } from './product-of.ts';
import { readChoice } from './read-choice.ts';
import { periodAt, priceAt, stockAt } from './read-product.ts';
import { choiceJson } from './write-choice.ts';

/** The sites that a member such as `price` names and the token speaks for. */
function sitesNamed(call: OfficialCall, product: Product, ...members: readonly unknown[]): readonly Site[] {
  const named = members.flatMap((one) => bySite(one).map(([site]) => site));
  const sites = spokenFor(call, product).filter((site) => named.includes(site));
  return sites.length > 0 ? sites : refuseItem('사이트 정보가 없습니다.');
}

/** Status, price and stock as they stand (E:21). */
export function getSellStatus(call: OfficialCall): WireAnswer {
  const product = productOf(call);
  const { isSell, itemAddtionalInfo: told } = productJson(product);
  return json(200, {
    isSell,
    itemBasicInfo: {
      price: member(told, 'price'),
      stock: member(told, 'stock'),
      sellingPeriod: member(told, 'sellingPeriod'),
    },
  });
}

/** Stops or resumes, and sets price and stock in the same call; while stopped the rest is passed over (E:21). */
export function putSellStatus(call: OfficialCall): WireAnswer {
  const product = productOf(call);
  const isSell = member(call.body.json, 'isSell');
  const info = member(call.body.json, 'itemBasicInfo');
  const sites = sitesNamed(call, product, isSell);
  refuseFresh(call, product);
  const wanted = new Map(bySite(isSell));
  const checked = new Map(sites.map((site) => [site, readOffer(info, site)]));
  return changed(call, product, sites, (site) => {
    const sale = product.sites[site];
    if (sale === undefined) return;
    sale.isSell = wanted.get(site) === true;
    if (sale.isSell) Object.assign(sale, checked.get(site));
  });
}

function readOffer(info: unknown, site: Site): Partial<SiteSale> {
  const names = (name: string) => bySite(member(info, name)).some(([one]) => one === site);
  const period = names('sellingPeriod') ? periodAt(member(info, 'sellingPeriod'), site) : 0;
  return {
    ...(names('price') ? { price: priceAt(member(info, 'price'), site) } : {}),
    ...(names('stock') ? { stock: stockAt(member(info, 'stock'), site) } : {}),
    ...(period === 0 ? {} : { sellingPeriod: period }),
  };
}

/** The prices as they stand. */
export function getPrice(call: OfficialCall): WireAnswer {
  return json(
    200,
    perSite(productOf(call), ({ price }) => price),
  );
}

/** Sets the price on the sites that are named; while stopped it is passed over (E:186). */
export function putPrice(call: OfficialCall): WireAnswer {
  const product = productOf(call);
  const sites = sitesNamed(call, product, call.body.json);
  refuseFresh(call, product);
  const prices = new Map(sites.map((site) => [site, priceAt(call.body.json, site)]));
  return changed(call, product, sites, (site) => {
    const sale = product.sites[site];
    if (sale?.isSell === true) sale.price = prices.get(site) ?? sale.price;
  });
}

/** Sets the stock of a product without options on the sites that are named (E:194). */
export function putStock(call: OfficialCall): WireAnswer {
  const product = productOf(call);
  const stocks = member(call.body.json, 'stock');
  const sites = sitesNamed(call, product, stocks);
  if (product.choice.type !== 0) refuseItem('옵션 상품의 재고는 옵션에서 수정 가능합니다.');
  refuseFresh(call, product);
  const counts = new Map(sites.map((site) => [site, stockAt(stocks, site)]));
  return changed(call, product, sites, (site) => {
    const sale = product.sites[site];
    if (sale?.isSell === true) sale.stock = counts.get(site) ?? sale.stock;
  });
}

/** The options as they stand (E:26). */
export function getOptions(call: OfficialCall): WireAnswer {
  return json(200, choiceJson(productOf(call)));
}

/** Replaces the options of a product, all of them; passed over where it is stopped on every site (E:26). */
export function putOptions(call: OfficialCall): WireAnswer {
  const product = productOf(call);
  const sites = spokenFor(call, product);
  refuseFresh(call, product);
  const choice = readChoice(call.body.json, sites);
  const takesIt = sites.some((site) => product.sites[site]?.isSell === true);
  return changed(call, product, sites, () => {
    if (takesIt) product.choice = choice;
  });
}
