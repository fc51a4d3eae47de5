import { isObject, type JsonObject } from '../../frame/json.ts';
import { badProduct, badRequest } from '../wire/refusal.ts';
import { booleanIn, countIn, listIn, objectIn, textIn } from './fields.ts';
import { groupNames } from './for-buyers.ts';
import {
  type Combination,
  combinationsOf,
  type OptionInfo,
  type OriginProduct,
  optionValues,
  type Supplement,
} from './origin-product.ts';

const AT = 'originProduct.detailAttribute.optionInfo';
const EXTRAS_AT = 'originProduct.detailAttribute.supplementProductInfo';
const VALUE_MAX = 25;
export const STOCK_MAX = 99_999_999;
const PRICE_MAX = 999_999_990;
/** What options show when nobody counts them (sheet §3.6). */
export const UNCOUNTED = 9_999;
const FORBIDDEN_SIGNS = /[\\*?"<>]/;

/** Reads the options of a product. One with an id is edited, one without is found by its values or added (sheet §3.7). */
export function readOptionInfo(
  detail: JsonObject,
  before: OriginProduct | undefined,
  nextId: () => number,
): OptionInfo | undefined {
  if (detail.optionInfo === undefined || detail.optionInfo === null) return undefined;
  const info = objectIn(detail, 'optionInfo', 'originProduct.detailAttribute');
  const kinds = ['optionSimple', 'optionCombinations', 'optionStandards'].filter(
    (kind) => listIn(info, kind, AT).length > 0,
  );
  if (kinds.length > 1) throw badRequest('단독형, 조합형, 표준형 옵션은 함께 사용할 수 없습니다.');
  const useStockManagement = booleanIn(info, 'useStockManagement', AT, false);
  const rows = listIn(info, 'optionCombinations', AT);
  if (rows.length === 0) return { ...info, optionCombinations: [], useStockManagement };
  const names = groupNames(objectIn(info, 'optionCombinationGroupNames', AT));
  if (names.length === 0)
    throw badProduct(`${AT}.optionCombinationGroupNames`, 'NotNull', '옵션명을 입력해 주세요.');
  for (const name of names) checkText(name, 'optionCombinationGroupNames');
  const known = before === undefined ? [] : combinationsOf(before);
  const optionCombinations = rows.map((row): Combination => {
    if (!isObject(row))
      throw badProduct(`${AT}.optionCombinations`, 'TypeMismatch', '옵션 형식이 올바르지 않습니다.');
    const values = readValues(row, names.length);
    const option = {
      ...row,
      ...values,
      stockQuantity: useStockManagement
        ? countIn(row, 'stockQuantity', `${AT}.optionCombinations`, { min: 0, max: STOCK_MAX, absent: 0 })
        : UNCOUNTED,
      price: countIn(row, 'price', `${AT}.optionCombinations`, {
        min: -PRICE_MAX,
        max: PRICE_MAX,
        absent: 0,
      }),
      usable: booleanIn(row, 'usable', `${AT}.optionCombinations`, true),
    };
    return { ...option, id: idOf(row, values, known) ?? nextId() };
  });
  checkTogether(optionCombinations);
  return { ...info, optionCombinations, useStockManagement };
}

interface Values {
  readonly optionName1: string;
  readonly optionName2?: string;
  readonly optionName3?: string;
}

function readValues(row: JsonObject, groups: number): Values {
  const value = (nth: number) => {
    const text = textIn(row, `optionName${nth}`, `${AT}.optionCombinations`, '옵션값', 1_000);
    checkText(text, `optionCombinations.optionName${nth}`);
    return text;
  };
  return {
    optionName1: value(1),
    ...(groups > 1 ? { optionName2: value(2) } : {}),
    ...(groups > 2 ? { optionName3: value(3) } : {}),
  };
}

function checkText(text: string, name: string): void {
  if (text.length > VALUE_MAX)
    throw badProduct(`${AT}.${name}`, 'Size', '옵션은 25자까지 입력할 수 있습니다.');
  if (FORBIDDEN_SIGNS.test(text))
    throw badProduct(`${AT}.${name}`, 'Pattern', '옵션에 사용할 수 없는 특수문자(\\ * ? " < >)가 있습니다.');
}

function idOf({ id }: JsonObject, values: Values, known: readonly Combination[]): number | undefined {
  if (id === undefined || id === null) {
    const wanted = JSON.stringify([values.optionName1, values.optionName2, values.optionName3]);
    return known.find(
      ({ optionName1, optionName2, optionName3 }) =>
        JSON.stringify([optionName1, optionName2, optionName3]) === wanted,
    )?.id;
  }
  const found = known.find((option) => option.id === id);
  if (found === undefined) throw badRequest(`옵션 ID가 올바르지 않습니다. (${String(id)})`);
  return found.id;
}

function checkTogether(options: readonly Combination[]): void {
  const values = options.map((option) => JSON.stringify(optionValues(option)));
  if (new Set(values).size !== values.length) throw badRequest('같은 옵션값이 두 번 이상 입력되었습니다.');
  // Told by the seller centre, not by the sheet: buyers must find the price that is shown.
  if (!options.some(({ usable, price }) => usable && price === 0))
    throw badRequest('옵션가 0원인 옵션이 1개 이상 있어야 합니다.');
}

/** Reads the add-ons of a product. */
export function readSupplements(detail: JsonObject, nextId: () => number) {
  if (detail.supplementProductInfo === undefined || detail.supplementProductInfo === null) return undefined;
  const info = objectIn(detail, 'supplementProductInfo', 'originProduct.detailAttribute');
  const supplementProducts = listIn(info, 'supplementProducts', EXTRAS_AT).map((row): Supplement => {
    if (!isObject(row))
      throw badProduct(
        `${EXTRAS_AT}.supplementProducts`,
        'TypeMismatch',
        '추가상품 형식이 올바르지 않습니다.',
      );
    const at = `${EXTRAS_AT}.supplementProducts`;
    const { id } = row;
    return {
      ...row,
      id: typeof id === 'number' ? id : nextId(),
      groupName: textIn(row, 'groupName', at, '추가상품명', VALUE_MAX),
      name: textIn(row, 'name', at, '추가상품값', VALUE_MAX),
      price: countIn(row, 'price', at, { min: 0, max: PRICE_MAX, absent: 0 }),
      stockQuantity: countIn(row, 'stockQuantity', at, { min: 0, max: STOCK_MAX, absent: 0 }),
      usable: booleanIn(row, 'usable', at, true),
    };
  });
  return { ...info, supplementProducts };
}
