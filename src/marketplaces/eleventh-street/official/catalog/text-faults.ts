import type { ListingDraft } from '../../../kit/catalog.ts';
import { asToldBy, type Localized } from '../../../kit/localized.ts';
import { cp949Bytes, unwritableInCp949 } from '../../../kit/xml.ts';
import { afterServiceText } from './encode-listing.ts';
import { faultIf } from './fault-if.ts';
import { LISTING_RULES } from './listing-rules.ts';
import { fitsPath } from './seller-code.ts';

/** D:1003. */
const AFTER_SERVICE_BYTES = 4_000;

/** Texts that are missing, too long, or hold what 11st cannot store. */
export function textFaults(draft: ListingDraft): readonly Localized[] {
  const { name, sellerCode } = draft;
  const { name: nameLimit, sellerCode: codeLimit } = LISTING_RULES;
  return [
    ...faultIf(name.trim() === '', {
      ko: '상품명(prdNm)이 없습니다.',
      en: 'The name (prdNm) is missing.',
      ru: 'Не заполнено название (prdNm).',
      uz: 'Nomi (prdNm) to‘ldirilmagan.',
    }),
    ...faultIf(lengthOf(name) > nameLimit.max, {
      ko: `상품명(prdNm)은 ${nameLimit.max}자까지 쓸 수 있습니다.`,
      en: `The name (prdNm) may have ${nameLimit.max} characters.`,
      ru: `В названии (prdNm) может быть до ${nameLimit.max} знаков.`,
      uz: `Nomi (prdNm) ${nameLimit.max} belgigacha bo‘ladi.`,
    }),
    ...faultIf(lengthOf(sellerCode) > codeLimit.max, {
      ko: `판매자 상품코드(sellerPrdCd)는 ${codeLimit.max}자까지 쓸 수 있습니다.`,
      en: `The seller code (sellerPrdCd) may have ${codeLimit.max} characters.`,
      ru: `В коде продавца (sellerPrdCd) может быть до ${codeLimit.max} знаков.`,
      uz: `Sotuvchi kodi (sellerPrdCd) ${codeLimit.max} belgigacha bo‘ladi.`,
    }),
    ...faultIf(cp949Bytes(afterServiceText(draft) ?? '').length > AFTER_SERVICE_BYTES, {
      ko: `A/S 안내(asDetail)는 ${AFTER_SERVICE_BYTES}바이트까지 쓸 수 있습니다.`,
      en: `The after-service text (asDetail) may have ${AFTER_SERVICE_BYTES} bytes.`,
      ru: `Текст послепродажного обслуживания (asDetail) может занимать до ${AFTER_SERVICE_BYTES} байт.`,
      uz: `Sotuvdan keyingi xizmat matni (asDetail) ${AFTER_SERVICE_BYTES} baytgacha bo‘ladi.`,
    }),
    ...faultIf(!fitsPath(sellerCode), {
      ko: '판매자 상품코드(sellerPrdCd)는 비워 두거나 / ; \\ 를 쓸 수 없습니다. 코드로 다시 찾을 수 없기 때문입니다.',
      en: 'The seller code (sellerPrdCd) may not be empty or hold / ; \\: the product could not be found by it again.',
      ru: 'Код продавца (sellerPrdCd) не может быть пустым или содержать / ; \\: по нему товар потом не найти.',
      uz: 'Sotuvchi kodi (sellerPrdCd) bo‘sh bo‘lmasin va unda / ; \\ bo‘lmasin: mahsulotni u bilan qayta topib bo‘lmaydi.',
    }),
    ...writtenIn(draft).flatMap(([field, text]) => signFault(field, unwritableInCp949(text ?? ''))),
  ];
}

/** As people count: a letter outside the basic plane is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

type Written = readonly (readonly [field: Localized, text: string | null | undefined])[];

function writtenIn(draft: ListingDraft): Written {
  const { notice, items } = draft;
  return [
    [FIELDS.name, draft.name],
    [FIELDS.sellerCode, draft.sellerCode],
    [FIELDS.brand, draft.brand],
    [FIELDS.manufacturer, draft.manufacturer],
    [FIELDS.origin, draft.origin?.madeIn],
    [FIELDS.afterService, afterServiceText(draft)],
    [FIELDS.notice, notice === null ? null : Object.values(notice.facts).join(' ')],
    [FIELDS.optionNames, draft.optionNames.join(' ')],
    [FIELDS.optionValues, items.flatMap(({ optionValues }) => optionValues).join(' ')],
    [FIELDS.sellerSku, items.map(({ sellerSku }) => sellerSku).join(' ')],
    [FIELDS.images, draft.images.join(' ')],
    ...Object.entries(draft.attributes).map(([key, text]) => [asToldBy(key), text] as const),
  ];
}

const FIELDS = {
  name: { ko: '상품명(prdNm)', en: 'name (prdNm)', ru: 'название (prdNm)', uz: 'nomi (prdNm)' },
  sellerCode: {
    ko: '판매자 상품코드(sellerPrdCd)',
    en: 'seller code (sellerPrdCd)',
    ru: 'код продавца (sellerPrdCd)',
    uz: 'sotuvchi kodi (sellerPrdCd)',
  },
  brand: { ko: '브랜드(brand)', en: 'brand (brand)', ru: 'бренд (brand)', uz: 'brend (brand)' },
  manufacturer: {
    ko: '제조사(company)',
    en: 'manufacturer (company)',
    ru: 'производитель (company)',
    uz: 'ishlab chiqaruvchi (company)',
  },
  origin: {
    ko: '원산지(orgnNmVal)',
    en: 'origin (orgnNmVal)',
    ru: 'происхождение (orgnNmVal)',
    uz: 'kelib chiqishi (orgnNmVal)',
  },
  afterService: {
    ko: 'A/S 안내(asDetail)',
    en: 'after-service text (asDetail)',
    ru: 'послепродажное обслуживание (asDetail)',
    uz: 'sotuvdan keyingi xizmat (asDetail)',
  },
  notice: {
    ko: '상품정보제공고시(ProductNotification)',
    en: 'statutory notice (ProductNotification)',
    ru: 'обязательные сведения (ProductNotification)',
    uz: 'majburiy ma’lumotlar (ProductNotification)',
  },
  optionNames: {
    ko: '옵션명(colTitle)',
    en: 'option name (colTitle)',
    ru: 'название варианта (colTitle)',
    uz: 'variant nomi (colTitle)',
  },
  optionValues: {
    ko: '옵션값(colValue0)',
    en: 'option value (colValue0)',
    ru: 'значение варианта (colValue0)',
    uz: 'variant qiymati (colValue0)',
  },
  sellerSku: {
    ko: '셀러재고번호(colSellerStockCd)',
    en: 'seller stock number (colSellerStockCd)',
    ru: 'номер SKU продавца (colSellerStockCd)',
    uz: 'sotuvchi SKU raqami (colSellerStockCd)',
  },
  images: {
    ko: '이미지(prdImage01)',
    en: 'picture (prdImage01)',
    ru: 'изображение (prdImage01)',
    uz: 'rasm (prdImage01)',
  },
} as const satisfies Readonly<Record<string, Localized>>;

function signFault(field: Localized, signs: readonly string[]): readonly Localized[] {
  const told = signs.join(' ');
  return faultIf(signs.length > 0, {
    ko: `${field.ko}에 11번가가 저장할 수 없는 문자가 있습니다: ${told}`,
    en: `11st cannot store these characters — ${field.en}: ${told}`,
    ru: `11st не может сохранить эти знаки — ${field.ru}: ${told}`,
    uz: `11st bu belgilarni saqlay olmaydi — ${field.uz}: ${told}`,
  });
}
