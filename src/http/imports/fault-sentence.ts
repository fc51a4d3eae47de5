import { type ColumnKey, columnOf, isColumnKey } from '../../domain/product-sheet/columns.ts';
import type { RowFault } from '../../domain/product-sheet/fault.ts';
import { asToldBy, type Localized } from '../../marketplaces/kit/localized.ts';

/** What is wrong with a row and what to do, as a sentence that stands by itself. */
export function faultSentence(fault: RowFault): Localized {
  const { value, row = 0, named = '' } = fault;
  const most = fault.limit ?? 0;
  const limit = {
    ko: most.toLocaleString('ko-KR'),
    en: most.toLocaleString('en-US'),
    ru: most.toLocaleString('ru-RU'),
    // Written alike, and not every Node knows Uzbek.
    uz: most.toLocaleString('ru-RU'),
  };
  const other = nameOf(named);
  switch (fault.code) {
    case 'formula_without_value':
      return {
        ko: '수식의 결과가 저장되어 있지 않습니다. 값으로 붙여 넣으세요.',
        en: 'The result of the formula is not in the file. Paste it as a value.',
        ru: 'Результата формулы в файле нет. Вставьте его как значение.',
        uz: 'Formula natijasi faylda yo‘q. Uni qiymat sifatida qo‘ying.',
      };
    case 'error_value':
      return {
        ko: `엑셀 오류(${value})가 들어 있습니다. 올바른 값을 넣으세요.`,
        en: `It holds an Excel error (${value}). Put the right value there.`,
        ru: `Здесь ошибка Excel (${value}). Введите верное значение.`,
        uz: `Bu yerda Excel xatosi (${value}). To‘g‘ri qiymatni kiriting.`,
      };
    case 'date':
      return {
        ko: '엑셀이 날짜로 바꾼 칸입니다. 셀 서식을 "텍스트"로 바꾸고 값을 다시 넣으세요.',
        en: 'Excel has made a date of it. Set the cell to the text format and write the value again.',
        ru: 'Excel превратил значение в дату. Задайте ячейке текстовый формат и введите значение снова.',
        uz: 'Excel qiymatni sanaga aylantirgan. Katakni matn formatiga o‘tkazib, qiymatni qayta kiriting.',
      };
    case 'merged':
      return {
        ko: '병합된 칸입니다. 병합을 풀고 행마다 값을 넣으세요.',
        en: 'The cell is merged with others. Unmerge them and write the value in each row.',
        ru: 'Ячейка объединена с другими. Разъедините их и введите значение в каждой строке.',
        uz: 'Katak boshqalar bilan birlashtirilgan. Ajratib, qiymatni har bir qatorga yozing.',
      };
    case 'digits_lost':
      return {
        ko: `숫자가 길어 엑셀이 뒷자리를 버렸습니다(${value}). 셀 서식을 "텍스트"로 바꾸고 값을 다시 넣으세요.`,
        en: `The number is so long that Excel has dropped digits (${value}). Set the cell to the text format and write it again.`,
        ru: `Число такое длинное, что Excel отбросил цифры (${value}). Задайте ячейке текстовый формат и введите его снова.`,
        uz: `Son juda uzun, Excel raqamlarini tashlab yuborgan (${value}). Katakni matn formatiga o‘tkazib, qayta kiriting.`,
      };
    case 'too_long':
      return {
        ko: `${limit.ko}자까지 쓸 수 있습니다.`,
        en: `It may have up to ${limit.en} characters.`,
        ru: `Не больше ${limit.ru} знаков.`,
        uz: `${limit.uz} belgidan oshmasin.`,
      };
    case 'bad_character':
      return {
        ko: '저장할 수 없는 글자(널 문자나 깨진 이모지)가 들어 있습니다. 지우세요.',
        en: 'It holds a character that cannot be stored (NUL, or half an emoji). Take it out.',
        ru: 'Здесь есть знак, который нельзя сохранить (NUL или половина эмодзи). Уберите его.',
        uz: 'Saqlab bo‘lmaydigan belgi bor (NUL yoki yarim emodzi). Olib tashlang.',
      };
    case 'not_a_number':
      return {
        ko: `숫자가 아닙니다: "${value}".`,
        en: `This is no number: "${value}".`,
        ru: `Это не число: «${value}».`,
        uz: `Bu son emas: «${value}».`,
      };
    case 'not_whole':
      return {
        ko: `정수가 아닙니다: ${value}.`,
        en: `This is no whole number: ${value}.`,
        ru: `Это не целое число: ${value}.`,
        uz: `Bu butun son emas: ${value}.`,
      };
    case 'negative':
      return {
        ko: `0보다 작을 수 없습니다: ${value}.`,
        en: `It cannot be below zero: ${value}.`,
        ru: `Не может быть меньше нуля: ${value}.`,
        uz: `Noldan kichik bo‘lishi mumkin emas: ${value}.`,
      };
    case 'too_small':
      return {
        ko: `${limit.ko} 이상이어야 합니다.`,
        en: `It must be ${limit.en} or more.`,
        ru: `Должно быть не меньше ${limit.ru}.`,
        uz: `Kamida ${limit.uz} bo‘lishi kerak.`,
      };
    case 'too_large':
      return {
        ko: `${limit.ko} 이하여야 합니다.`,
        en: `It must be ${limit.en} or less.`,
        ru: `Должно быть не больше ${limit.ru}.`,
        uz: `Ko‘pi bilan ${limit.uz} bo‘lishi kerak.`,
      };
    case 'too_fine':
      return {
        ko: `${named}에는 그렇게 작은 단위가 없습니다: ${value}.`,
        en: `${named} has no unit that small: ${value}.`,
        ru: `У ${named} нет такой мелкой единицы: ${value}.`,
        uz: `${named} da bunday mayda birlik yo‘q: ${value}.`,
      };
    case 'not_a_choice':
      return {
        ko: `다음 중 하나여야 합니다: ${named}.`,
        en: `It must be one of these, or their English names: ${named}.`,
        ru: `Должно быть одно из этих или их английских названий: ${named}.`,
        uz: `Bulardan yoki ularning inglizcha nomlaridan biri bo‘lishi kerak: ${named}.`,
      };
    case 'bad_address':
      return {
        ko: `쓸 수 없는 주소입니다: ${value}. 로그인 정보나 특수한 포트가 없는 http(s) 주소를 넣으세요.`,
        en: `This address cannot be used: ${value}. Give one that begins with http(s), without credentials or unusual port.`,
        ru: `Этот адрес не подходит: ${value}. Нужен адрес http(s) без логина и необычного порта.`,
        uz: `Bu manzil yaramaydi: ${value}. Loginsiz va odatdagi portli http(s) manzil kerak.`,
      };
    case 'private_address':
      return {
        ko: `사설 네트워크를 가리키는 주소입니다: ${value}. 마켓이 내려받을 수 있는 공개 주소를 넣으세요.`,
        en: `The address leads into a private network: ${value}. Give a public one that marketplaces can fetch.`,
        ru: `Адрес ведёт в частную сеть: ${value}. Нужен открытый, доступный маркетплейсам.`,
        uz: `Manzil xususiy tarmoqqa olib boradi: ${value}. Marketpleyslar ola oladigan ochiq manzil kerak.`,
      };
    case 'unknown_carrier':
      return {
        ko: `알 수 없는 택배사입니다: ${value}.`,
        en: `No carrier is known as ${value}.`,
        ru: `Перевозчик ${value} неизвестен.`,
        uz: `${value} degan tashuvchi noma’lum.`,
      };
    case 'too_many':
      return {
        ko: `${limit.ko}개까지 넣을 수 있습니다.`,
        en: `There may be up to ${limit.en}.`,
        ru: `Не больше ${limit.ru}.`,
        uz: `${limit.uz} tadan oshmasin.`,
      };
    case 'bad_line':
      return {
        ko: '한 줄에 하나씩, 고시정보는 "항목: 값", 인증정보는 "종류 | 번호 | 기관"으로 적으세요.',
        en: 'One a line: `name: value` for notices, `kind | number | agency` for certificates.',
        ru: 'По одному в строке: `название: значение` для обязательных сведений, `вид | номер | орган` для сертификатов.',
        uz: 'Har qatorda bittadan: majburiy ma’lumot uchun `nomi: qiymati`, sertifikat uchun `turi | raqami | organi`.',
      };
    case 'no_code':
      return {
        ko: '판매자상품코드도 SKU도 없어 어느 상품인지 알 수 없습니다.',
        en: 'Neither a seller code nor a SKU says which product this is.',
        ru: 'Ни код продавца, ни SKU не говорят, какой это товар.',
        uz: 'Na sotuvchi kodi, na SKU qaysi mahsulot ekanini aytmaydi.',
      };
    case 'unknown_sku':
      return {
        ko: `SKU ${value}인 상품이 없습니다. 새 상품이면 판매자상품코드를 넣으세요.`,
        en: `No product has the SKU ${value}. For a new one, give its seller code.`,
        ru: `Товара с SKU ${value} нет. Для нового введите код продавца.`,
        uz: `SKU ${value} bo‘lgan mahsulot yo‘q. Yangisi uchun sotuvchi kodini kiriting.`,
      };
    case 'missing':
      return {
        ko: '꼭 필요한 칸이 비어 있습니다.',
        en: 'The cell is needed, and it is empty.',
        ru: 'Обязательная ячейка пуста.',
        uz: 'Majburiy katak bo‘sh.',
      };
    case 'needs_column':
      return {
        ko: `"${other.ko}"도 함께 넣어야 합니다.`,
        en: `\`${other.en}\` is needed as well.`,
        ru: `Нужно также \`${other.en}\`.`,
        uz: `\`${other.en}\` ham kerak.`,
      };
    case 'differs':
      return {
        ko: `같은 상품의 ${row}행과 다릅니다. 상품마다 하나인 값은 모든 행에서 같아야 합니다. 옵션마다 다른 가격은 "옵션판매가"에 넣으세요.`,
        en: `It is not what row ${row} of the same product says. What a product has once must be the same in all its rows; prices of options go into \`sku_price\`.`,
        ru: `Не совпадает со строкой ${row} того же товара. Общее для товара должно быть одинаковым во всех его строках; цены опций вводятся в \`sku_price\`.`,
        uz: `Shu mahsulotning ${row}-qatoriga mos emas. Mahsulotga umumiy qiymat hamma qatorda bir xil bo‘lishi kerak; variant narxlari \`sku_price\` ga yoziladi.`,
      };
    case 'sku_twice':
      return {
        ko: `SKU ${value}이(가) ${row}행에도 있습니다. SKU는 한 번만 쓸 수 있습니다.`,
        en: `The SKU ${value} stands in row ${row} as well. Each SKU may be there once.`,
        ru: `SKU ${value} есть и в строке ${row}. Каждый SKU может быть только один раз.`,
        uz: `SKU ${value} ${row}-qatorda ham bor. Har bir SKU faqat bir marta bo‘lishi mumkin.`,
      };
    case 'same_options':
      return row === 0
        ? {
            ko: `이미 있는 SKU ${named}와(과) 옵션값이 같습니다.`,
            en: `The option values are those of the SKU ${named}, which is there already.`,
            ru: `Значения опций такие же, как у имеющегося SKU ${named}.`,
            uz: `Variant qiymatlari mavjud SKU ${named} niki bilan bir xil.`,
          }
        : {
            ko: `${row}행과 옵션값이 같습니다.`,
            en: `The option values are those of row ${row}.`,
            ru: `Значения опций такие же, как в строке ${row}.`,
            uz: `Variant qiymatlari ${row}-qatordagi bilan bir xil.`,
          };
    case 'sku_of_other':
      return {
        ko: `SKU ${value}은(는) 다른 상품(판매자상품코드 ${named})이 쓰고 있습니다.`,
        en: `The SKU ${value} belongs to another product (seller code ${named}).`,
        ru: `SKU ${value} принадлежит другому товару (код продавца ${named}).`,
        uz: `SKU ${value} boshqa mahsulotga tegishli (sotuvchi kodi ${named}).`,
      };
    case 'no_option_name':
      return {
        ko: '옵션값이 있는데 옵션명이 없습니다. 같은 번호의 옵션명을 넣으세요.',
        en: 'There is an option value without the name of the option. Give the name with the same number.',
        ru: 'Есть значение опции без её названия. Введите название с тем же номером.',
        uz: 'Variant qiymati bor, nomi yo‘q. Shu raqamli nomni kiriting.',
      };
    case 'no_option_value':
      return {
        ko: `옵션 "${named}"의 값이 비어 있습니다.`,
        en: `The value of the option "${named}" is missing.`,
        ru: `Нет значения опции «${named}».`,
        uz: `«${named}» variantining qiymati yo‘q.`,
      };
    case 'same_option_name':
      return {
        ko: '같은 옵션명이 두 번 있습니다.',
        en: 'An option name is there twice.',
        ru: 'Название опции повторяется.',
        uz: 'Variant nomi ikki marta bor.',
      };
    case 'several_without_options':
      return {
        ko: '옵션명이 없는 상품은 SKU가 하나뿐입니다. 옵션명을 넣거나 판매자상품코드를 나누세요.',
        en: 'Without option names a product has one SKU only. Give option names, or seller codes of their own.',
        ru: 'Без названий опций у товара может быть только один SKU. Введите названия опций или разные коды продавца.',
        uz: 'Variant nomlarisiz mahsulotda faqat bitta SKU bo‘ladi. Variant nomlarini yoki alohida sotuvchi kodlarini kiriting.',
      };
    case 'too_many_skus':
      return {
        ko: `한 상품의 SKU는 ${limit.ko}개까지입니다.`,
        en: `A product may have up to ${limit.en} SKUs.`,
        ru: `У товара может быть не больше ${limit.ru} SKU.`,
        uz: `Mahsulotda ${limit.uz} tagacha SKU bo‘lishi mumkin.`,
      };
    case 'sku_without_option':
      return {
        ko: `이 상품의 다른 SKU(${named})에 새 옵션의 값이 없습니다. 그 SKU의 행도 넣으세요.`,
        en: `Another SKU of this product (${named}) has no value for the new option. Add a row for it.`,
        ru: `У другого SKU этого товара (${named}) нет значения новой опции. Добавьте для него строку.`,
        uz: `Bu mahsulotning boshqa SKU sida (${named}) yangi variant qiymati yo‘q. Unga qator qo‘shing.`,
      };
    case 'less_than_elsewhere':
      return {
        ko: `다른 창고에만 ${limit.ko}개가 있어 그보다 적을 수 없습니다. 다른 창고의 재고를 먼저 옮기세요.`,
        en: `In other locations alone lie ${limit.en}, so there cannot be fewer. Move those first.`,
        ru: `Только на других складах лежит ${limit.ru}, меньше быть не может. Сначала переместите их.`,
        uz: `Faqat boshqa omborlarda ${limit.uz} ta bor, bundan kam bo‘lmaydi. Avval ularni ko‘chiring.`,
      };
    case 'row_of_product_bad':
      return {
        ko: `같은 상품의 ${row}행을 고쳐야 해서 함께 빠집니다.`,
        en: `Row ${row} of the same product needs correction, so this one is left out with it.`,
        ru: `Строку ${row} того же товара нужно исправить, поэтому эта тоже пропущена.`,
        uz: `Shu mahsulotning ${row}-qatorini tuzatish kerak, shuning uchun bu ham qoldirildi.`,
      };
  }
}

function nameOf(named: string): Localized {
  return isColumnKey(named) ? columnNames(named) : asToldBy(named);
}

function columnNames(key: ColumnKey): Localized {
  return columnOf(key).names;
}
