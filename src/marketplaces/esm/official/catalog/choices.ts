import type { ListingDraft, ShopPlace } from '../../../kit/catalog.ts';
import type { Fields } from '../../../kit/decode.ts';
import type { Localized } from '../../../kit/localized.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import type { Site } from '../../site.ts';
import type { Ask } from '../calls.ts';
import { CATEGORY_CHOICES, readSiteCategories, type SiteCategory } from './categories.ts';
import { idAt, rowsIn, textAt } from './members.ts';
import { formFor, noticeBody } from './notice.ts';
import { dispatchPolicyNumbers, readPlaces } from './places.ts';
import { SITE_TITLES } from './sites.ts';

/** What a draft names in the seller's words, as ESM's numbers. */
export interface Choices {
  readonly categories: ReadonlyMap<Site, string>;
  readonly officialNotice: Fields;
  /** Null where ESM knows no brand of this name, or the draft has none. */
  readonly brandNo: number | null;
  /** Null leaves what a product has. */
  readonly placeNo: number | null;
  readonly addrNo: number | null;
  readonly bundlePolicyNo: number | null;
  readonly dispatch: ReadonlyMap<Site, number> | null;
}

/** What no product can do without; the fees of delivery may be its own. */
const NEEDED = ['ship_from', 'return_to', 'dispatch_policy'] as const;

/** Looks up what a draft names. Of a new product the usual places are taken where none is chosen. Throws RefusedDraft. */
export async function lookUpChoices(
  ask: Ask,
  sites: readonly Site[],
  draft: ListingDraft,
  isNew: boolean,
): Promise<Choices> {
  const { notice, places } = draft;
  if (notice === null)
    throw new RefusedDraft('notice', {
      ko: '상품정보제공고시가 없습니다.',
      en: 'The statutory notice is missing.',
      ru: 'Нет обязательных сведений о товаре.',
      uz: 'Mahsulot haqidagi majburiy ma’lumotlar yo‘q.',
    });
  const matching = await readSiteCategories(ask, sites, draft.nativeCategoryId);
  const categories = new Map(sites.map((site) => [site, categoryOf(site, matching.get(site) ?? [], draft)]));
  const officialNotice = noticeBody(notice, await formFor(ask, sites, notice));
  const brandNo = draft.brand === null ? null : await brandNumber(ask, sites, draft.brand);
  const isLacking = NEEDED.some((kind) => places[kind] === undefined);
  const known = isNew && isLacking ? await readPlaces(ask, sites) : [];
  const place = (kind: ShopPlace['kind']) =>
    places[kind] ?? known.find((one) => one.kind === kind && one.usual)?.id ?? null;
  const dispatch = place('dispatch_policy');
  return {
    categories,
    officialNotice,
    brandNo,
    placeNo: numberOf(place('ship_from'), isNew, 'ship_from'),
    addrNo: numberOf(place('return_to'), isNew, 'return_to'),
    bundlePolicyNo: numberOf(place('delivery_policy'), false, 'delivery_policy'),
    dispatch: dispatch === null ? missing(isNew, 'dispatch_policy') : dispatchPolicyNumbers(dispatch),
  };
}

function categoryOf(site: Site, matching: readonly SiteCategory[], { attributes }: ListingDraft): string {
  const key = CATEGORY_CHOICES[site];
  const title = SITE_TITLES[site];
  const chosen = attributes[key];
  const [only, ...others] = matching;
  if (only === undefined)
    throw new RefusedDraft('nativeCategoryId', {
      ko: `${title.ko}에 맞는 카테고리가 없습니다.`,
      en: `No category of ${title.en} matches it.`,
      ru: `На ${title.ru} нет подходящей категории.`,
      uz: `${title.uz} da mos toifa yo‘q.`,
    });
  if (chosen === undefined && others.length === 0) return only.code;
  if (chosen !== undefined && matching.some(({ code }) => code === chosen)) return chosen;
  const codes = matching.map(({ code, name }) => `${code} ${name}`).join(', ');
  throw new RefusedDraft(`attributes.${key}`, {
    ko: `${title.ko} 카테고리를 골라야 합니다: ${codes}.`,
    en: `Several categories of ${title.en} match, choose one: ${codes}.`,
    ru: `На ${title.ru} подходит несколько категорий, выберите одну: ${codes}.`,
    uz: `${title.uz} da bir nechta toifa mos, birini tanlang: ${codes}.`,
  });
}

function brandNumber(ask: Ask, site: readonly Site[], name: string): Promise<number | null> {
  return ask({
    operation: 'brands',
    site,
    params: { name },
    decode: (json) => {
      const row = rowsIn(json).find((one) => textAt(one, 'brandName') === name);
      return row === undefined ? null : Number(idAt(row, 'brandNo'));
    },
  });
}

function numberOf(id: string | null, isNeeded: boolean, kind: ShopPlace['kind']): number | null {
  if (id === null) return missing(isNeeded, kind);
  if (!/^\d{1,15}$/.test(id))
    throw new RefusedDraft(`places.${kind}`, {
      ko: `번호가 올바르지 않습니다: ${id}.`,
      en: `Not a number: ${id}.`,
      ru: `Это не номер: ${id}.`,
      uz: `Bu raqam emas: ${id}.`,
    });
  return Number(id);
}

function missing(isNeeded: boolean, kind: ShopPlace['kind']): null {
  if (isNeeded) throw new RefusedDraft(`places.${kind}`, NONE_THERE[kind]);
  return null;
}

const NONE_THERE: Readonly<Record<ShopPlace['kind'], Localized>> = {
  ship_from: {
    ko: 'ESM PLUS에 출하지가 등록되어 있지 않습니다.',
    en: 'The shop has no place to ship from at ESM PLUS.',
    ru: 'В ESM PLUS нет адреса отправки.',
    uz: 'ESM PLUS da jo‘natish manzili yo‘q.',
  },
  return_to: {
    ko: 'ESM PLUS에 반품지 주소가 등록되어 있지 않습니다.',
    en: 'The shop has no address for returns at ESM PLUS.',
    ru: 'В ESM PLUS нет адреса возврата.',
    uz: 'ESM PLUS da qaytarish manzili yo‘q.',
  },
  after_service: {
    ko: 'ESM PLUS에 A/S 정보가 등록되어 있지 않습니다.',
    en: 'The shop has no after-service at ESM PLUS.',
    ru: 'В ESM PLUS нет послепродажного обслуживания.',
    uz: 'ESM PLUS da sotuvdan keyingi xizmat yo‘q.',
  },
  delivery_policy: {
    ko: 'ESM PLUS에 배송정책이 등록되어 있지 않습니다.',
    en: 'The shop has no delivery policy at ESM PLUS.',
    ru: 'В ESM PLUS нет правила доставки.',
    uz: 'ESM PLUS da yetkazish qoidasi yo‘q.',
  },
  dispatch_policy: {
    ko: 'ESM PLUS에 발송정책이 등록되어 있지 않습니다.',
    en: 'The shop has no dispatch policy at ESM PLUS.',
    ru: 'В ESM PLUS нет правила отправки.',
    uz: 'ESM PLUS da jo‘natish qoidasi yo‘q.',
  },
};
