import { type ColumnKey, columnOf, isColumnKey } from '../../domain/product-sheet/columns.ts';
import type { RowFault } from '../../domain/product-sheet/fault.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';

/** What is wrong with a row and what to do, as a sentence that stands by itself. */
export function faultSentence(fault: RowFault): Localized {
  const { value, row = 0, named = '' } = fault;
  const limit = {
    ko: (fault.limit ?? 0).toLocaleString('ko-KR'),
    en: (fault.limit ?? 0).toLocaleString('en-US'),
  };
  const other = nameOf(named);
  switch (fault.code) {
    case 'formula_without_value':
      return {
        ko: '수식의 결과가 저장되어 있지 않습니다. 값으로 붙여 넣으세요.',
        en: 'The result of the formula is not in the file. Paste it as a value.',
      };
    case 'error_value':
      return {
        ko: `엑셀 오류(${value})가 들어 있습니다. 올바른 값을 넣으세요.`,
        en: `It holds an Excel error (${value}). Put the right value there.`,
      };
    case 'date':
      return {
        ko: '엑셀이 날짜로 바꾼 칸입니다. 셀 서식을 "텍스트"로 바꾸고 값을 다시 넣으세요.',
        en: 'Excel has made a date of it. Set the cell to the text format and write the value again.',
      };
    case 'merged':
      return {
        ko: '병합된 칸입니다. 병합을 풀고 행마다 값을 넣으세요.',
        en: 'The cell is merged with others. Unmerge them and write the value in each row.',
      };
    case 'digits_lost':
      return {
        ko: `숫자가 길어 엑셀이 뒷자리를 버렸습니다(${value}). 셀 서식을 "텍스트"로 바꾸고 값을 다시 넣으세요.`,
        en: `The number is so long that Excel has dropped digits (${value}). Set the cell to the text format and write it again.`,
      };
    case 'too_long':
      return { ko: `${limit.ko}자까지 쓸 수 있습니다.`, en: `It may have up to ${limit.en} characters.` };
    case 'bad_character':
      return {
        ko: '저장할 수 없는 글자(널 문자나 깨진 이모지)가 들어 있습니다. 지우세요.',
        en: 'It holds a character that cannot be stored (NUL, or half an emoji). Take it out.',
      };
    case 'not_a_number':
      return { ko: `숫자가 아닙니다: "${value}".`, en: `This is no number: "${value}".` };
    case 'not_whole':
      return { ko: `정수가 아닙니다: ${value}.`, en: `This is no whole number: ${value}.` };
    case 'negative':
      return { ko: `0보다 작을 수 없습니다: ${value}.`, en: `It cannot be below zero: ${value}.` };
    case 'too_small':
      return { ko: `${limit.ko} 이상이어야 합니다.`, en: `It must be ${limit.en} or more.` };
    case 'too_large':
      return { ko: `${limit.ko} 이하여야 합니다.`, en: `It must be ${limit.en} or less.` };
    case 'too_fine':
      return {
        ko: `${named}에는 그렇게 작은 단위가 없습니다: ${value}.`,
        en: `${named} has no unit that small: ${value}.`,
      };
    case 'not_a_choice':
      return {
        ko: `다음 중 하나여야 합니다: ${named}.`,
        en: `It must be one of these, or their English names: ${named}.`,
      };
    case 'bad_address':
      return {
        ko: `쓸 수 없는 주소입니다: ${value}. 로그인 정보나 특수한 포트가 없는 http(s) 주소를 넣으세요.`,
        en: `This address cannot be used: ${value}. Give one that begins with http(s), without credentials or unusual port.`,
      };
    case 'private_address':
      return {
        ko: `사설 네트워크를 가리키는 주소입니다: ${value}. 마켓이 내려받을 수 있는 공개 주소를 넣으세요.`,
        en: `The address leads into a private network: ${value}. Give a public one that marketplaces can fetch.`,
      };
    case 'unknown_carrier':
      return { ko: `알 수 없는 택배사입니다: ${value}.`, en: `No carrier is known as ${value}.` };
    case 'too_many':
      return { ko: `${limit.ko}개까지 넣을 수 있습니다.`, en: `There may be up to ${limit.en}.` };
    case 'bad_line':
      return {
        ko: '한 줄에 하나씩, 고시정보는 "항목: 값", 인증정보는 "종류 | 번호 | 기관"으로 적으세요.',
        en: 'One a line: `name: value` for notices, `kind | number | agency` for certificates.',
      };
    case 'no_code':
      return {
        ko: '판매자상품코드도 SKU도 없어 어느 상품인지 알 수 없습니다.',
        en: 'Neither a seller code nor a SKU says which product this is.',
      };
    case 'unknown_sku':
      return {
        ko: `SKU ${value}인 상품이 없습니다. 새 상품이면 판매자상품코드를 넣으세요.`,
        en: `No product has the SKU ${value}. For a new one, give its seller code.`,
      };
    case 'missing':
      return { ko: '꼭 필요한 칸이 비어 있습니다.', en: 'The cell is needed, and it is empty.' };
    case 'needs_column':
      return { ko: `"${other.ko}"도 함께 넣어야 합니다.`, en: `\`${other.en}\` is needed as well.` };
    case 'differs':
      return {
        ko: `같은 상품의 ${row}행과 다릅니다. 상품마다 하나인 값은 모든 행에서 같아야 합니다. 옵션마다 다른 가격은 "옵션판매가"에 넣으세요.`,
        en: `It is not what row ${row} of the same product says. What a product has once must be the same in all its rows; prices of options go into \`sku_price\`.`,
      };
    case 'sku_twice':
      return {
        ko: `SKU ${value}이(가) ${row}행에도 있습니다. SKU는 한 번만 쓸 수 있습니다.`,
        en: `The SKU ${value} stands in row ${row} as well. Each SKU may be there once.`,
      };
    case 'same_options':
      return row === 0
        ? {
            ko: `이미 있는 SKU ${named}와(과) 옵션값이 같습니다.`,
            en: `The option values are those of the SKU ${named}, which is there already.`,
          }
        : { ko: `${row}행과 옵션값이 같습니다.`, en: `The option values are those of row ${row}.` };
    case 'sku_of_other':
      return {
        ko: `SKU ${value}은(는) 다른 상품(판매자상품코드 ${named})이 쓰고 있습니다.`,
        en: `The SKU ${value} belongs to another product (seller code ${named}).`,
      };
    case 'no_option_name':
      return {
        ko: '옵션값이 있는데 옵션명이 없습니다. 같은 번호의 옵션명을 넣으세요.',
        en: 'There is an option value without the name of the option. Give the name with the same number.',
      };
    case 'no_option_value':
      return {
        ko: `옵션 "${named}"의 값이 비어 있습니다.`,
        en: `The value of the option "${named}" is missing.`,
      };
    case 'same_option_name':
      return { ko: '같은 옵션명이 두 번 있습니다.', en: 'An option name is there twice.' };
    case 'several_without_options':
      return {
        ko: '옵션명이 없는 상품은 SKU가 하나뿐입니다. 옵션명을 넣거나 판매자상품코드를 나누세요.',
        en: 'Without option names a product has one SKU only. Give option names, or seller codes of their own.',
      };
    case 'too_many_skus':
      return {
        ko: `한 상품의 SKU는 ${limit.ko}개까지입니다.`,
        en: `A product may have up to ${limit.en} SKUs.`,
      };
    case 'sku_without_option':
      return {
        ko: `이 상품의 다른 SKU(${named})에 새 옵션의 값이 없습니다. 그 SKU의 행도 넣으세요.`,
        en: `Another SKU of this product (${named}) has no value for the new option. Add a row for it.`,
      };
    case 'less_than_elsewhere':
      return {
        ko: `다른 창고에만 ${limit.ko}개가 있어 그보다 적을 수 없습니다. 다른 창고의 재고를 먼저 옮기세요.`,
        en: `In other locations alone lie ${limit.en}, so there cannot be fewer. Move those first.`,
      };
    case 'row_of_product_bad':
      return {
        ko: `같은 상품의 ${row}행을 고쳐야 해서 함께 빠집니다.`,
        en: `Row ${row} of the same product needs correction, so this one is left out with it.`,
      };
  }
}

function nameOf(named: string): ColumnNames {
  return isColumnKey(named) ? columnNames(named) : { ko: named, en: named };
}

type ColumnNames = { readonly ko: string; readonly en: string };

function columnNames(key: ColumnKey): ColumnNames {
  return columnOf(key).names;
}
