import type { ListingDraft, ShopPlace } from '../../../kit/catalog.ts';
import type { Fields } from '../../../kit/decode.ts';
import type { Site } from '../../site.ts';
import type { Ask } from '../calls.ts';
import { CATEGORY_CHOICES, readSiteCategories, type SiteCategory } from './categories.ts';
import { idAt, rowsIn, textAt } from './members.ts';
import { formFor, noticeBody } from './notice.ts';
import { dispatchPolicyNumbers, readPlaces } from './places.ts';
import { RefusedDraft } from './refused-draft.ts';
import { SITE_LABELS } from './sites.ts';

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
    throw new RefusedDraft('notice', '상품정보제공고시가 없습니다.', 'The statutory notice is missing.');
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
    placeNo: numberOf(place('ship_from'), isNew, 'ship_from', '출하지', 'place to ship from'),
    addrNo: numberOf(place('return_to'), isNew, 'return_to', '반품지 주소', 'address for returns'),
    bundlePolicyNo: numberOf(place('delivery_policy'), false, 'delivery_policy', '', ''),
    dispatch:
      dispatch === null
        ? missing(isNew, 'dispatch_policy', '발송정책', 'dispatch policy')
        : dispatchPolicyNumbers(dispatch),
  };
}

function categoryOf(site: Site, matching: readonly SiteCategory[], { attributes }: ListingDraft): string {
  const key = CATEGORY_CHOICES[site];
  const chosen = attributes[key];
  const [only, ...others] = matching;
  if (only === undefined)
    throw new RefusedDraft(
      'nativeCategoryId',
      `${SITE_LABELS[site]}에 맞는 카테고리가 없습니다.`,
      'No category of the site matches it.',
    );
  if (chosen === undefined && others.length === 0) return only.code;
  if (chosen !== undefined && matching.some(({ code }) => code === chosen)) return chosen;
  const codes = matching.map(({ code, name }) => `${code} ${name}`).join(', ');
  throw new RefusedDraft(
    `attributes.${key}`,
    `${SITE_LABELS[site]} 카테고리를 골라야 합니다: ${codes}.`,
    'Several categories of the site match: choose one.',
  );
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

function numberOf(
  id: string | null,
  isNeeded: boolean,
  kind: ShopPlace['kind'],
  ko: string,
  en: string,
): number | null {
  if (id === null) return missing(isNeeded, kind, ko, en);
  if (!/^\d{1,15}$/.test(id))
    throw new RefusedDraft(`places.${kind}`, `번호가 올바르지 않습니다: ${id}.`, `Not a number: ${id}.`);
  return Number(id);
}

function missing(isNeeded: boolean, kind: ShopPlace['kind'], ko: string, en: string): null {
  if (isNeeded)
    throw new RefusedDraft(
      `places.${kind}`,
      `ESM PLUS에 ${ko}이(가) 등록되어 있지 않습니다.`,
      `The shop has no ${en} at ESM PLUS.`,
    );
  return null;
}
