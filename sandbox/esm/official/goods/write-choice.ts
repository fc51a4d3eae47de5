import type { JsonObject } from '../../../frame/json.ts';
import { type Product, type ProductOption, sitesOf } from '../../products/product.ts';
import { SITE_CODES } from '../../sites.ts';

/** `recommendedOpts` as it stands, sales taken off (E:26). */
export function choiceJson(product: Product): JsonObject {
  const { type, names, options } = product.choice;
  const head = { type, isStockManage: type !== 0, inputType: 0 };
  if (type === 0) return { ...head, independent: null, combination: null };
  const places = type === 1 ? [''] : names.map((_, nth) => String(nth + 1));
  const told = {
    ...Object.fromEntries(
      places.flatMap((place, nth) => [
        [`recommendedOptNo${place}`, 0],
        [`recommendedOptName${place}`, { koreanText: names[nth] ?? '' }],
      ]),
    ),
    details: options.map((option) => detailJson(product, option, places)),
  };
  return { ...head, independent: type === 1 ? told : null, combination: type === 1 ? null : told };
}

function detailJson(product: Product, option: ProductOption, places: readonly string[]): JsonObject {
  return {
    ...Object.fromEntries(
      places.flatMap((place, nth) => [
        [`recommendedOptValueNo${place}`, 0],
        [`recommendedOptValue${place}`, { koreanText: option.values[nth] ?? '' }],
      ]),
    ),
    ...option.written,
    isSoldOut: option.soldOut,
    isDisplay: option.isDisplayed,
    qty: Object.fromEntries(
      sitesOf(product).map((site) => [SITE_CODES[site].item, option.quantity[site] ?? 0]),
    ),
    manageCode: option.code,
    addAmnt: option.extra,
  };
}
