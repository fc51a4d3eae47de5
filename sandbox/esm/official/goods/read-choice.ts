import { isObject } from '../../../frame/json.ts';
import type { Choice, ProductOption } from '../../products/product.ts';
import { SITE_CODES, type Site } from '../../sites.ts';
import { refuseItem } from '../answers.ts';
import { bytesOf, listAt, member, objectAt, textAt, wholeAt } from './members.ts';

export const MAX_STOCK = 99_999;
const MAX_SINGLE = 50;
const MAX_CODE_BYTES = 20;

const NO_CHOICE: Choice = { type: 0, names: [], options: [] };

/** Reads `recommendedOpts`, the same in a product's document and in the call of its own (E:26), for the product's sites. */
export function readChoice(body: unknown, sites: readonly Site[]): Choice {
  const type = wholeAt(body, 'type');
  if (type === 0) return NO_CHOICE;
  if (type !== 1 && type !== 2 && type !== 3) return refuseItem('추천옵션 type 값이 올바르지 않습니다.');
  const told = objectAt(body, type === 1 ? 'independent' : 'combination');
  const places = type === 1 ? [''] : type === 2 ? ['1', '2'] : ['1', '2', '3'];
  const names = places.map((nth) => {
    if (wholeAt(told, `recommendedOptNo${nth}`) === undefined) refuseItem('recommendedOptNo는 필수입니다.');
    return textAt(told, `recommendedOptName${nth}`, 'koreanText') || refuseItem('옵션명은 필수입니다.');
  });
  const options = listAt(told, 'details').map((row) => readOption(row, places, sites));
  if (options.length === 0) refuseItem('옵션 상세는 필수입니다.');
  if (type === 1 && options.length > MAX_SINGLE) refuseItem(`옵션은 ${MAX_SINGLE}개까지 등록 가능합니다.`);
  const values = new Set(options.map((option) => JSON.stringify(option.values)));
  if (values.size < options.length) refuseItem('중복된 옵션이 있습니다.');
  if (options.every(({ soldOut }) => soldOut)) refuseItem('모든 옵션을 품절로 등록할 수 없습니다.');
  return { type, names, options };
}

function readOption(row: unknown, places: readonly string[], sites: readonly Site[]): ProductOption {
  const values = places.map(
    (nth) => textAt(row, `recommendedOptValue${nth}`, 'koreanText') || refuseItem('옵션값은 필수입니다.'),
  );
  const code = textAt(row, 'manageCode');
  if (bytesOf(code) > MAX_CODE_BYTES) refuseItem(`옵션 관리코드는 ${MAX_CODE_BYTES}byte 이하여야 합니다.`);
  const extra = wholeAt(row, 'addAmnt') ?? 0;
  const quantity = Object.fromEntries(
    sites.map((site) => {
      const count = wholeAt(row, 'qty', SITE_CODES[site].item);
      if (count === undefined || count < 1 || count > MAX_STOCK)
        return refuseItem(`옵션 재고수량은 1~${MAX_STOCK} 사이여야 합니다.`, site);
      return [site, count];
    }),
  );
  return {
    values,
    code,
    extra,
    quantity,
    soldOut: member(row, 'isSoldOut') === true,
    isDisplayed: member(row, 'isDisplay') !== false,
    written: isObject(row) ? row : {},
  };
}
