import type { ListingDraft } from '../../../kit/catalog.ts';
import type { Localized } from '../../../kit/localized.ts';
import { cp949Bytes } from '../../../kit/xml.ts';
import { faultIf } from './fault-if.ts';
import { LISTING_RULES } from './listing-rules.ts';
import { lengthOf } from './text-faults.ts';

const { min, max, step } = LISTING_RULES.price;

/** Prices that 11st does not take. */
export function priceFaults({ price, currency, items, optionNames }: ListingDraft): readonly Localized[] {
  const isPrice = Number.isInteger(price) && price >= min && price <= max && price % step === 0;
  const surcharges = items.map((item) => item.price - price);
  const { below, above } = LISTING_RULES.itemPrice ?? { below: 0, above: 0 };
  const isOutside = surcharges.some((extra) => extra < -price * below || extra > price * above);
  return [
    ...faultIf(currency !== 'KRW', {
      ko: '11번가의 판매가(selPrc)는 원화여야 합니다.',
      en: 'Prices at 11st (selPrc) are in won.',
      ru: 'Цена на 11st (selPrc) указывается в вонах.',
      uz: '11st da narx (selPrc) vonda bo‘ladi.',
    }),
    ...faultIf(!isPrice, {
      ko: '판매가(selPrc)는 10원 단위로 10원 이상 10억 원 미만이어야 합니다.',
      en: 'The price (selPrc) goes in steps of 10 won, from 10 to under 1,000,000,000.',
      ru: 'Цена (selPrc) должна быть кратна 10 вонам, от 10 и меньше 1 000 000 000.',
      uz: 'Narx (selPrc) 10 vonga karrali, 10 dan 1 000 000 000 dan kamgacha bo‘lishi kerak.',
    }),
    ...faultIf(optionNames.length > 0 && (isOutside || !surcharges.includes(0)), {
      ko: '옵션가(colOptPrice)는 판매가의 -50%~+100%이고, 옵션가가 0원인 옵션이 하나 이상 있어야 합니다.',
      en: 'An option adds (colOptPrice) from -50% to +100% of the price, and at least one adds nothing.',
      ru: 'Доплата за вариант (colOptPrice) — от -50% до +100% цены, и хотя бы у одного варианта её нет.',
      uz: 'Variant ustamasi (colOptPrice) narxning -50% dan +100% gacha, kamida bitta variantda u 0 bo‘lishi kerak.',
    }),
    ...faultIf(optionNames.length === 0 && surcharges.some((extra) => extra !== 0), {
      ko: '옵션이 없는 상품의 가격은 판매가(selPrc)와 같아야 합니다.',
      en: 'A product without options costs its own price (selPrc).',
      ru: 'У товара без вариантов цена должна совпадать с основной (selPrc).',
      uz: 'Variantsiz mahsulot narxi asosiy narx (selPrc) bilan bir xil bo‘lishi kerak.',
    }),
  ];
}

/** What options may not hold (sheet §3.3); the colon parts a name from its value where options are combined. */
const FORBIDDEN = /['"%&<>#†;,[\]|]/;
const FORBIDDEN_IN_COMBINED = /:/;
const FORBIDDEN_SIGNS = `' " % & < > # † ; , [ ] |`;

/** Options that are missing, too many, alike, or called what 11st does not take. */
export function optionFaults({ optionNames, items }: ListingDraft): readonly Localized[] {
  const { items: itemLimit, optionNames: nameLimit, optionValues: valueLimit } = LISTING_RULES;
  const values = items.flatMap(({ optionValues }) => optionValues);
  const combinations = items.map(({ optionValues }) => JSON.stringify(optionValues));
  const isCombined = optionNames.length > 1;
  const isForbidden = (one: string) => FORBIDDEN.test(one) || (isCombined && FORBIDDEN_IN_COMBINED.test(one));
  const isBadName = (name: string) =>
    name.trim() === '' || lengthOf(name) > nameLimit.text.max || isForbidden(name);
  const isBadValue = (value: string) =>
    value.trim() === '' || cp949Bytes(value).length > valueLimit.max || isForbidden(value);
  return [
    ...faultIf(items.length === 0, NO_OPTION),
    ...faultIf(items.length > itemLimit.atMost, {
      ko: `옵션은 ${itemLimit.atMost}개까지 등록합니다.`,
      en: `Up to ${itemLimit.atMost} options are taken.`,
      ru: `Вариантов может быть не больше ${itemLimit.atMost}.`,
      uz: `Variantlar ${itemLimit.atMost} tadan oshmasin.`,
    }),
    ...faultIf(optionNames.length === 0 && items.length > 1, {
      ko: '옵션명(colTitle)이 없습니다.',
      en: 'The option name (colTitle) is missing.',
      ru: 'Не заполнено название варианта (colTitle).',
      uz: 'Variant nomi (colTitle) to‘ldirilmagan.',
    }),
    ...faultIf(optionNames.length > nameLimit.atMost, {
      ko: `옵션명(colTitle)은 ${nameLimit.atMost}개까지 쓸 수 있습니다.`,
      en: `Up to ${nameLimit.atMost} option names (colTitle) are taken.`,
      ru: `Названий вариантов (colTitle) может быть не больше ${nameLimit.atMost}.`,
      uz: `Variant nomlari (colTitle) ${nameLimit.atMost} tadan oshmasin.`,
    }),
    ...faultIf(
      items.some(({ optionValues }) => optionValues.length !== optionNames.length),
      {
        ko: '옵션값(colValue0)의 수가 옵션명의 수와 다릅니다.',
        en: 'There must be as many option values (colValue0) as option names.',
        ru: 'Значений варианта (colValue0) должно быть столько же, сколько названий.',
        uz: 'Variant qiymatlari (colValue0) nomlar soniga teng bo‘lishi kerak.',
      },
    ),
    ...faultIf(new Set(combinations).size < combinations.length, {
      ko: '같은 옵션값(colValue0)이 두 번 있습니다.',
      en: 'The same option values (colValue0) come twice.',
      ru: 'Одинаковые значения варианта (colValue0) указаны дважды.',
      uz: 'Bir xil variant qiymatlari (colValue0) ikki marta kelgan.',
    }),
    ...faultIf(optionNames.some(isBadName), {
      ko: `옵션명(colTitle)은 ${nameLimit.text.max}자까지이며 ${FORBIDDEN_SIGNS} 를 쓸 수 없습니다.`,
      en: `An option name (colTitle) has up to ${nameLimit.text.max} characters and none of ${FORBIDDEN_SIGNS}`,
      ru: `В названии варианта (colTitle) до ${nameLimit.text.max} знаков и нельзя ${FORBIDDEN_SIGNS}`,
      uz: `Variant nomi (colTitle) ${nameLimit.text.max} belgigacha, quyidagilar mumkin emas: ${FORBIDDEN_SIGNS}`,
    }),
    ...faultIf(values.some(isBadValue), {
      ko: `옵션값(colValue0)은 한글 25자(50바이트)까지이며 ${FORBIDDEN_SIGNS} 를 쓸 수 없습니다.`,
      en: `An option value (colValue0) has up to 50 bytes (25 Korean letters) and none of ${FORBIDDEN_SIGNS}`,
      ru: `В значении варианта (colValue0) до 50 байт (25 корейских знаков) и нельзя ${FORBIDDEN_SIGNS}`,
      uz: `Variant qiymati (colValue0) 50 baytgacha (25 koreys belgisi), quyidagilar mumkin emas: ${FORBIDDEN_SIGNS}`,
    }),
  ];
}

const NO_OPTION: Localized = {
  ko: '판매할 옵션이 없습니다.',
  en: 'There is no option to sell.',
  ru: 'Нет ни одного варианта для продажи.',
  uz: 'Sotiladigan variant yo‘q.',
};

/** `prdSelQty` is never 0 (sheet §3.3); a listing that exists keeps its own. */
export function stockFaults({ nativeListingId, items }: ListingDraft): readonly Localized[] {
  const isCount = (count: number) =>
    Number.isInteger(count) && count >= 0 && count <= LISTING_RULES.stock.max;
  return [
    ...faultIf(!items.every(({ quantity }) => isCount(quantity)), {
      ko: '재고수량은 0 이상의 정수여야 합니다.',
      en: 'Stock (prdSelQty) is a whole number of 0 or more.',
      ru: 'Остаток должен быть целым числом от 0.',
      uz: 'Qoldiq 0 yoki undan katta butun son bo‘lishi kerak.',
    }),
    ...faultIf(nativeListingId === null && items.every(({ quantity }) => quantity === 0), {
      ko: '재고수량(prdSelQty)이 0인 상품은 등록할 수 없습니다.',
      en: 'Goods without stock (prdSelQty) cannot be listed.',
      ru: 'Товар с нулевым остатком (prdSelQty) разместить нельзя.',
      uz: 'Qoldig‘i 0 (prdSelQty) mahsulotni joylab bo‘lmaydi.',
    }),
  ];
}
