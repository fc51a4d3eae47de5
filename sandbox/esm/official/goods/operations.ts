import type { Operation } from '../call.ts';
import { createProduct, deleteProduct, getProduct, updateProduct } from './listing.ts';
import {
  listAddresses,
  listBrands,
  listCategories,
  listDispatchPolicies,
  listNoticeCodes,
  listNoticeGroups,
  listPlaces,
  listPolicies,
  matchCategories,
} from './lookups.ts';
import { getGoodsNo, getNumbers, searchProducts } from './search.ts';
import {
  getOptions,
  getPrice,
  getSellStatus,
  putOptions,
  putPrice,
  putSellStatus,
  putStock,
} from './selling.ts';

const ITEM = '/item/v1';
const GOODS = `${ITEM}/goods/{goodsNo}`;

type CarryOut = Operation['carryOut'];

const look = (name: string, path: string, carryOut: CarryOut): Operation => ({
  name,
  method: 'GET',
  path: `${ITEM}${path}`,
  carryOut,
});
/** Each site of the product is answered for by itself. */
const put = (name: string, path: string, carryOut: CarryOut): Operation => ({
  name,
  method: 'PUT',
  path: `${GOODS}${path}`,
  carryOut,
  changes: true,
  failsByItem: true,
});

/** The calls about products and what they name (sheet §3.2, §3.3). */
export const GOODS_OPERATIONS: readonly Operation[] = [
  look('categories.list', '/categories/sd-cats/{code}', listCategories),
  look('categories.match', '/categories/sd-cats/{code}/site-cats', matchCategories),
  look('brands.list', '/catalogs/brands/{name}', listBrands),
  look('notices.groups', '/official-notice/groups', listNoticeGroups),
  look('notices.codes', '/official-notice/groups/{no}/codes', listNoticeCodes),
  look('addresses.list', '/sellers/addresses', listAddresses),
  look('places.list', '/shipping/places', listPlaces),
  look('places.policies', '/shipping/places/{placeNo}/policies', listPolicies),
  look('dispatch.list', '/shipping/dispatch-policies', listDispatchPolicies),
  {
    name: 'goods.search',
    method: 'POST',
    path: `${ITEM}/goods/search`,
    carryOut: searchProducts,
    searches: true,
  },
  {
    name: 'goods.create',
    method: 'POST',
    path: `${ITEM}/goods`,
    carryOut: createProduct,
    changes: true,
    failsByItem: true,
  },
  { name: 'goods.get', method: 'GET', path: GOODS, carryOut: getProduct },
  { name: 'goods.update', method: 'PUT', path: GOODS, carryOut: updateProduct, changes: true },
  { name: 'goods.delete', method: 'DELETE', path: GOODS, carryOut: deleteProduct, changes: true },
  { name: 'goods.numbers', method: 'GET', path: `${GOODS}/status`, carryOut: getNumbers },
  look('goods.master', '/site-goods/{siteGoodsNo}/goods-no', getGoodsNo),
  { name: 'goods.sellStatus', method: 'GET', path: `${GOODS}/sell-status`, carryOut: getSellStatus },
  put('goods.setSellStatus', '/sell-status', putSellStatus),
  { name: 'goods.price', method: 'GET', path: `${GOODS}/price`, carryOut: getPrice },
  put('goods.setPrice', '/price', putPrice),
  put('goods.setStock', '/stock', putStock),
  { name: 'goods.options', method: 'GET', path: `${GOODS}/recommended-options`, carryOut: getOptions },
  put('goods.setOptions', '/recommended-options', putOptions),
];
