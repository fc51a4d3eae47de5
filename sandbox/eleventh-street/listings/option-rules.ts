import { encode } from 'iconv-lite';
import type { JsonObject } from '../../frame/json.ts';
import { textIn, treesIn } from '../gateway/xml-body.ts';
import type { ShopIds } from '../shop/ids.ts';
import type { ListingOption } from './listing.ts';
import { surchargeFault } from './price-rules.ts';

/** Options as a body tells them. */
export interface ToldOptions {
  readonly names: readonly string[];
  readonly options: readonly ToldOption[];
}

export type ToldOption = Omit<ListingOption, 'stockNo' | 'sold'>;

const FORBIDDEN = /['"%&<>#†;,[\]|]/;
const VALUE_BYTES = 50;
const NAME_SIGNS = 25;

/** Reads the options of a body; a text says what is wrong with them, and null that there are none. */
export function readOptions(body: JsonObject, price: number): ToldOptions | string | null {
  if (textIn(body, 'optSelectYn') !== 'Y') return null;
  if (textIn(body, 'txtColCnt') !== '1') return '옵션을 등록하실 경우 txtColCnt는 1이어야 합니다.';
  const roots = treesIn(body, 'ProductRootOption');
  const told = roots.length > 0 ? combined(body, roots) : single(body);
  if (typeof told === 'string') return told;
  return optionsFault(told, price) ?? told;
}

function single(body: JsonObject): ToldOptions {
  const options = treesIn(body, 'ProductOption').map((option) =>
    toldOption(option, [textIn(option, 'colValue0')], 'colCount'),
  );
  return { names: [textIn(body, 'colTitle')], options };
}

function combined(body: JsonObject, roots: readonly JsonObject[]): ToldOptions | string {
  if (textIn(body, 'optMixYn') !== 'N') return 'optMixYn은 N만 처리합니다.';
  const names = roots.map((root) => textIn(root, 'colTitle'));
  const known = roots.map((root) => treesIn(root, 'ProductOption').map((one) => textIn(one, 'colValue0')));
  const options: ToldOption[] = [];
  for (const option of treesIn(body, 'ProductOptionExt').flatMap((ext) => treesIn(ext, 'ProductOption'))) {
    const parts = textIn(option, 'optionMappingKey').split('†');
    const values = parts.map((part, place) => part.slice((names[place] ?? '').length + 1));
    const fits =
      parts.length === names.length &&
      parts.every((part, place) => part.startsWith(`${names[place]}:`)) &&
      values.every((value, place) => known[place]?.includes(value));
    if (!fits) return '옵션 매핑Key(optionMappingKey)가 올바르지 않습니다.';
    options.push(toldOption(option, values, 'colOptCount'));
  }
  return { names, options };
}

function toldOption(option: JsonObject, values: readonly string[], countField: string): ToldOption {
  const isUsed = textIn(option, 'useYn') !== 'N';
  const count = Number(textIn(option, countField));
  return {
    values,
    sellerCode: textIn(option, 'colSellerStockCd'),
    surcharge: Number(textIn(option, 'colOptPrice')),
    // Nought is taken of an option that is not used only; told apart below.
    quantity: isUsed && count === 0 ? Number.NaN : isUsed ? count : 0,
    weight: textIn(option, 'optWght') || '0',
  };
}

function optionsFault({ names, options }: ToldOptions, price: number): string | undefined {
  if (options.length === 0) return '옵션값을 입력해 주세요.';
  if (names.some((name) => name === '' || name.length > NAME_SIGNS || FORBIDDEN.test(name)))
    return '옵션명은 최대 공백포함 25자까지 입력가능하며 특수 문자는 입력할 수 없습니다.';
  for (const [place, { values, quantity }] of options.entries()) {
    const isBad = (value: string) =>
      value === '' || FORBIDDEN.test(value) || encode(value, 'cp949').length > VALUE_BYTES;
    if (values.some(isBad))
      return `${place + 1}번째 옵션값1[${values.join('/')}]을 확인 하십시오. 특수 문자,[,&,;,",%,&,<,>,#,†,]는 입력할 수 없습니다.`;
    if (!Number.isInteger(quantity) || quantity < 0)
      return `${place + 1}번째 옵션재고수량을 확인 하십시오. 옵션상태가 N일 때만 0 입력 가능합니다.`;
  }
  const keys = options.map(({ values }) => values.join('†'));
  if (new Set(keys).size < keys.length) return '한 상품안에서 옵션값은 중복이 될수 없습니다.';
  const surcharges = options.map(({ surcharge }) => surcharge);
  if (!surcharges.every(Number.isInteger)) return '옵션가는 숫자로 입력해 주세요.';
  return surchargeFault(price, surcharges);
}

/** New options in the place of the old: one with the same values keeps its number and what it has sold. */
export function settleOptions(
  told: readonly ToldOption[],
  old: readonly ListingOption[],
  ids: ShopIds,
): readonly ListingOption[] {
  return told.map((option) => {
    const former = old.find(({ values }) => values.join('†') === option.values.join('†'));
    return { ...option, stockNo: former?.stockNo ?? ids.stock(), sold: former?.sold ?? 0 };
  });
}
