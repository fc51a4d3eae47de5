import type { WireAnswer } from '../../../frame/marketplace.ts';
import { CATEGORIES, categoryOf, ROOT } from '../../products/categories.ts';
import { NOTICE_GROUPS, noticeGroup } from '../../products/notices.ts';
import type { Site } from '../../sites.ts';
import { json, NotThere, refuseItem } from '../answers.ts';
import type { OfficialCall } from '../call.ts';

/** The categories below one, or the first ones below `0` (E:5). */
export function listCategories({ params }: OfficialCall): WireAnswer {
  const code = params.code ?? ROOT;
  if (code !== ROOT && categoryOf(code) === undefined) refuseItem('카테고리 코드가 없습니다.');
  return json(200, {
    sdCategoryTree: CATEGORIES.filter(({ parent }) => parent === code).map((one) => ({
      SDCategoryCode: one.code,
      SDCategoryName: one.name,
      IsLeafCategory: one.isLeaf,
    })),
  });
}

/** The categories of the sites that match a leaf (E:13). */
export function matchCategories({ params }: OfficialCall): WireAnswer {
  const category = categoryOf(params.code ?? '');
  if (category?.isLeaf !== true) return refuseItem('카테고리 코드가 없습니다.');
  const rows = (site: Site) =>
    category.sites[site].map((CatCode, nth) => ({
      CatCode,
      CatName: nth === 0 ? category.name : `${category.name} 기타`,
      IsLeaf: true,
    }));
  return json(200, { MatchedCategory: { Gmkt: rows('gmarket'), Iac: rows('auction') } });
}

const BRANDS = [
  { brandNo: 11001, brandName: '달빛상점' },
  { brandNo: 11002, brandName: '하늘공방' },
];

/** Brands whose name holds the text (E:15). */
export function listBrands({ params }: OfficialCall): WireAnswer {
  const text = decodeURIComponent(params.name ?? '');
  return json(200, { brands: BRANDS.filter(({ brandName }) => brandName.includes(text)) });
}

/** The kinds of goods for which the law wants facts told (E:161). */
export function listNoticeGroups(): WireAnswer {
  return json(200, {
    officialNoticeGroups: NOTICE_GROUPS.map(({ no, name }) => ({
      officialNoticeNo: no,
      officialNoticeName: name,
    })),
  });
}

/** What must be told about goods of a kind. */
export function listNoticeCodes({ params }: OfficialCall): WireAnswer {
  const group = noticeGroup(Number(params.no));
  if (group === undefined) throw new NotThere('상품정보고시 번호가 없습니다.');
  return json(200, {
    officialNoticeCodes: group.facts.map(({ code, name, isExtraMark }) => ({
      officialNoticeItemelementCode: code,
      officialNoticeItemelementName: name,
      isExtraMark,
    })),
  });
}

/** The seller's address book (E:16). */
export function listAddresses({ shop }: OfficialCall): WireAnswer {
  return json(200, {
    addresses: shop.settings.addresses.map(({ addrNo, name }) => ({ addrNo, addrName: name })),
  });
}

/** Where parcels leave from (E:17). */
export function listPlaces({ shop }: OfficialCall): WireAnswer {
  return json(200, {
    shippingPlaces: shop.settings.places.map(({ placeNo, name, addrNo }) => ({
      placeNo,
      placeName: name,
      addrNo,
      imposeType: 1,
    })),
  });
}

/** The fees of what leaves a place together (E:18). */
export function listPolicies({ shop, params }: OfficialCall): WireAnswer {
  const place = shop.settings.places.find(({ placeNo }) => String(placeNo) === params.placeNo);
  if (place === undefined) throw new NotThere('출하지 정보가 존재하지 않습니다.');
  return json(200, { policies: place.policies });
}

/** When goods leave, for the one site of the token (E:19). */
export function listDispatchPolicies({ shop, sites }: OfficialCall): WireAnswer {
  const [site, ...others] = sites;
  if (site === undefined || others.length > 0) return refuseItem('사이트별 토큰으로 호출해야 합니다.');
  return json(200, {
    dispatchPolicies: shop.settings.dispatch[site].map(({ policyNo, name, ...rest }) => ({
      dispatchPolicyNo: policyNo,
      policyName: name,
      ...rest,
    })),
  });
}
