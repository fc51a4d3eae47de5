import type { JsonObject } from '../../../frame/json.ts';
import { courierOf } from '../../couriers.ts';
import { type Category, categoryOf } from '../../products/categories.ts';
import { noticeGroup } from '../../products/notices.ts';
import type { Choice } from '../../products/product.ts';
import type { Settings } from '../../products/settings.ts';
import { SITE_CODES, SITES, type Site } from '../../sites.ts';
import { ItemRefusal, refuseItem } from '../answers.ts';
import { bySite, bytesOf, listAt, member, objectAt, textAt, wholeAt } from './members.ts';
import { MAX_STOCK, readChoice } from './read-choice.ts';

const MAX_NAME_BYTES = 100;
const MAX_CODE_BYTES = 100;
const MAX_PRICE = 1_000_000_000;
const PRICE_STEP = 10;
const MORE_IMAGES = 14;
const PERIODS: readonly number[] = [0, 15, 30, 60, 90, 365];

/** A product's document that ESM takes (E:20, E:140). */
export interface WrittenProduct {
  readonly document: JsonObject;
  readonly name: string;
  readonly sellerCode: string;
  readonly category: Category;
  readonly sites: readonly {
    readonly site: Site;
    readonly price: number;
    readonly stock: number;
    readonly sellingPeriod: number;
  }[];
  readonly choice: Choice;
}

/** Reads the document of a new or changed product. Refuses what a rule of the sheet (§3.3) forbids. */
export function readProduct(
  document: JsonObject,
  settings: Settings,
  allowed: readonly Site[],
): WrittenProduct {
  const basic = objectAt(document, 'itemBasicInfo');
  const more = objectAt(document, 'itemAddtionalInfo');
  const { category, sites } = readCategories(basic, allowed);
  const sellerCode = textAt(more, 'managedCode');
  if (bytesOf(sellerCode) > MAX_CODE_BYTES)
    refuseItem(`판매자 관리코드는 ${MAX_CODE_BYTES}byte 이하여야 합니다.`);
  if (member(document, 'addtionalInfo', 'siteDiscount') === undefined)
    refuseItem('siteDiscount는 필수입니다.');
  checkShipping(objectAt(more, 'shipping'), settings, sites);
  checkNotice(objectAt(more, 'officialNotice'));
  checkPictures(objectAt(more, 'images'));
  checkDescription(objectAt(more, 'descriptions', 'kor'));
  return {
    document,
    name: readName(basic),
    sellerCode,
    category,
    sites: sites.map((site) => ({
      site,
      price: priceAt(member(more, 'price'), site),
      stock: stockAt(member(more, 'stock'), site),
      sellingPeriod: periodAt(member(more, 'sellingPeriod'), site),
    })),
    choice: readChoice(member(more, 'recommendedOpts'), sites),
  };
}

function readName(basic: JsonObject): string {
  const name = textAt(basic, 'goodsName', 'kor');
  if (name === '') refuseItem('상품명은 필수입니다.');
  if (bytesOf(name) + bytesOf(textAt(basic, 'goodsName', 'promotion')) > MAX_NAME_BYTES)
    refuseItem(`상품명은 ${MAX_NAME_BYTES}byte 이하여야 합니다.`);
  return name;
}

function readCategories(
  basic: JsonObject,
  allowed: readonly Site[],
): { readonly category: Category; readonly sites: readonly Site[] } {
  const category = categoryOf(textAt(basic, 'category', 'esm', 'catCode'));
  if (category?.isLeaf !== true) return refuseItem('카테고리 코드가 없습니다.');
  const rows = listAt(basic, 'category', 'site');
  const sites = SITES.filter((site) => {
    const row = rows.find((one) => wholeAt(one, 'siteType') === SITE_CODES[site].siteType);
    if (row === undefined) return false;
    if (!allowed.includes(site)) refuseItem('판매자 ID 정보가 없습니다.', site);
    if (!category.sites[site].includes(textAt(row, 'catCode'))) refuseItem('카테고리 코드가 없습니다.', site);
    return true;
  });
  if (sites.length === 0) refuseItem('사이트 카테고리는 필수입니다.');
  return { category, sites };
}

/** The price a member says for a site, in steps of 10 won (E:186). */
export function priceAt(prices: unknown, site: Site): number {
  const price = wholeAt(prices, SITE_CODES[site].item);
  if (price === undefined || price < PRICE_STEP || price >= MAX_PRICE || price % PRICE_STEP !== 0)
    return refuseItem('판매가격은 10원 단위로 10원 이상 10억원 미만이어야 합니다.', site);
  return price;
}

/** The stock a member says for a site: never none (E:194). */
export function stockAt(stocks: unknown, site: Site): number {
  const stock = wholeAt(stocks, SITE_CODES[site].item);
  if (stock === undefined || stock < 1 || stock > MAX_STOCK)
    return refuseItem(`재고수량은 1~${MAX_STOCK} 사이여야 합니다.`, site);
  return stock;
}

/** How many days it is to be sold; 0 keeps what it was, and only the site's own warehouse may have no end (E:21). */
export function periodAt(periods: unknown, site: Site): number {
  const period = wholeAt(periods, SITE_CODES[site].item);
  if (period === undefined || !PERIODS.includes(period))
    return refuseItem('판매기간 값이 올바르지 않습니다.', site);
  return period;
}

function checkShipping(shipping: JsonObject, settings: Settings, sites: readonly Site[]): void {
  const type = wholeAt(shipping, 'type');
  if (type !== 1 && type !== 2) refuseItem('배송방법은 필수입니다.');
  if (type === 1 && courierOf(member(shipping, 'companyNo')) === undefined)
    refuseItem('택배사 코드가 올바르지 않습니다.');
  const policy = objectAt(shipping, 'policy');
  const place =
    settings.places.find(({ placeNo }) => placeNo === wholeAt(policy, 'placeNo')) ??
    refuseItem('출하지 번호가 올바르지 않습니다.');
  const feeType = wholeAt(policy, 'feeType');
  if (feeType === 1) {
    const bundle = wholeAt(policy, 'bundle', 'deliveryTmplId');
    if (!place.policies.some(({ policyNo }) => policyNo === bundle))
      throw new ItemRefusal(1000, '[A001000]묶음배송비 정책 번호가 올바르지 않습니다.');
  } else if (feeType !== 2 || wholeAt(policy, 'each', 'feeType') === undefined)
    refuseItem('배송비 정보는 필수입니다.');
  // The number of the address book is wanted, not that of the place (sheet §7.17).
  const address = wholeAt(shipping, 'returnAndExchange', 'addrNo');
  if (!settings.addresses.some(({ addrNo }) => addrNo === address))
    refuseItem('반품/교환지 주소 번호가 올바르지 않습니다.');
  if (wholeAt(shipping, 'returnAndExchange', 'fee') === undefined) refuseItem('반품배송비는 필수입니다.');
  const dispatch = new Map(bySite(member(shipping, 'dispatchPolicyNo')));
  for (const site of sites)
    if (!settings.dispatch[site].some(({ policyNo }) => policyNo === dispatch.get(site)))
      throw new ItemRefusal(
        1000,
        `[A001000][${SITE_CODES[site].item.toUpperCase()}]발송정책 번호가 올바르지 않습니다.`,
      );
}

function checkNotice(notice: JsonObject): void {
  const group =
    noticeGroup(wholeAt(notice, 'officialNoticeNo') ?? -1) ??
    refuseItem('상품정보고시 번호가 올바르지 않습니다.');
  const told = new Map(
    listAt(notice, 'details').map((row) => [
      textAt(row, 'officialNoticeItemelementCode'),
      textAt(row, 'value'),
    ]),
  );
  for (const { code, name, isExtraMark } of group.facts)
    if (isExtraMark && !told.get(code)) refuseItem(`상품정보고시 항목은 필수입니다. (${name})`);
  for (const code of told.keys())
    if (!group.facts.some((fact) => fact.code === code))
      refuseItem(`상품정보고시 항목 코드가 올바르지 않습니다. (${code})`);
}

function checkPictures(images: JsonObject): void {
  const rest = Array.from({ length: MORE_IMAGES }, (_, nth) => textAt(images, `addtionalImg${nth + 1}URL`));
  const all = [textAt(images, 'basicImgURL'), ...rest];
  if (all[0] === '') refuseItem('기본 이미지는 필수입니다.');
  const end = all.indexOf('');
  if (end >= 0 && all.slice(end).some((url) => url !== ''))
    refuseItem('추가 이미지는 순서대로 등록해야 합니다.');
  if (all.some((url) => url !== '' && !/^https?:\/\/\S+\.(?:jpe?g|png)$/i.test(url)))
    refuseItem('이미지는 jpg, png URL이어야 합니다.');
}

function checkDescription(description: JsonObject): void {
  const html = textAt(description, 'html');
  if (wholeAt(description, 'type') !== 2 || html === '') refuseItem('상품상세설명은 필수입니다.');
  if (/<\s*(?:iframe|script)/i.test(html)) refuseItem('상품상세설명에 iframe, script는 사용할 수 없습니다.');
}
