import type { Product } from '../../domain/product.ts';
import {
  MOST_OPTION_NAMES,
  MOST_SKUS,
  type ProductFault,
  productFaults,
} from '../../domain/product-check.ts';
import { addressFault } from '../../engine/egress/user-address.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import type { CodeTaken } from '../../store/catalogue/product.ts';
import { type FieldError, Problem } from '../problems/problem.ts';

/** Everything that is wrong with a product before any marketplace is asked, as sentences. */
export function faultsOf(product: Product, allowPrivateHosts: boolean): readonly FieldError[] {
  return [
    ...productFaults(product).map((fault) => ({
      field: fault.field,
      code: fault.code,
      message: sentenceOf(fault),
    })),
    ...product.images.flatMap((address, nth) =>
      imageFault(address, nth === 0 ? 'main_image' : `additional_images[${nth - 1}]`, allowPrivateHosts),
    ),
  ];
}

/** Throws a 422 with everything that is wrong. */
export function requireFlawless(product: Product, allowPrivateHosts: boolean): void {
  const errors = faultsOf(product, allowPrivateHosts);
  if (errors.length > 0) throw new Problem('invalid_request', { errors });
}

/** A 409 that names the codes which others have. */
export function codeTakenProblem({ kind, codes }: CodeTaken): Problem {
  const list = codes.slice(0, 10).join(', ');
  const detail: Localized =
    kind === 'product'
      ? {
          ko: `판매자 상품코드 ${list}은(는) 이미 다른 상품이 쓰고 있습니다.`,
          en: `Another product already has the seller code ${list}.`,
          ru: `Код продавца ${list} уже у другого товара.`,
          uz: `Sotuvchi kodi ${list} boshqa mahsulotda bor.`,
        }
      : {
          ko: `SKU 코드 ${list}은(는) 이미 다른 상품이 쓰고 있습니다.`,
          en: `Another product already has the SKU code ${list}.`,
          ru: `Код SKU ${list} уже у другого товара.`,
          uz: `SKU kodi ${list} boshqa mahsulotda bor.`,
        };
  return new Problem('code_taken', { detail });
}

/** What is wrong with the address of a picture, before it is asked. */
export function imageFault(
  address: string,
  field: string,
  allowPrivateHosts: boolean,
): readonly FieldError[] {
  const url = new URL(address);
  // Marketplaces also take pictures by http; what counts is that the address is out in the open.
  url.protocol = 'https:';
  switch (addressFault(url, allowPrivateHosts)) {
    case null:
      return [];
    case 'private_address':
      return [
        {
          field,
          code: 'private_address',
          message: {
            ko: '이미지 주소가 사설 네트워크를 가리킵니다. 마켓이 내려받을 수 있는 공개 주소를 넣으세요.',
            en: 'The address leads into a private network. Give a public one that marketplaces can fetch.',
            ru: 'Адрес ведёт в частную сеть. Укажите публичный, доступный площадкам.',
            uz: 'Manzil yopiq tarmoqqa olib boradi. Marketpleyslar ocha oladigan ochiq manzil bering.',
          },
        },
      ];
    case 'bad_address':
    case 'bad_port':
      return [
        {
          field,
          code: 'bad_address',
          message: {
            ko: '이미지 주소를 쓸 수 없습니다. 로그인 정보나 특수한 포트가 없는 공개 주소를 넣으세요.',
            en: 'The address of the image cannot be used. Give a public one without credentials or unusual port.',
            ru: 'Этот адрес изображения не годится. Укажите публичный, без логина и необычного порта.',
            uz: 'Bu rasm manzili yaramaydi. Login va g‘ayrioddiy portsiz ochiq manzil bering.',
          },
        },
      ];
  }
}

function sentenceOf(fault: ProductFault): Localized {
  switch (fault.code) {
    case 'too_many_option_names':
      return {
        ko: `옵션명은 ${MOST_OPTION_NAMES}개까지입니다.`,
        en: `There may be up to ${MOST_OPTION_NAMES} option names.`,
        ru: `Названий вариантов может быть не больше ${MOST_OPTION_NAMES}.`,
        uz: `Variant nomlari ${MOST_OPTION_NAMES} tagacha.`,
      };
    case 'same_option_name':
      return {
        ko: '같은 옵션명이 두 번 있습니다.',
        en: 'An option name is there twice.',
        ru: 'Название варианта повторяется.',
        uz: 'Variant nomi ikki marta yozilgan.',
      };
    case 'too_many_skus':
      return {
        ko: `SKU는 ${MOST_SKUS}개까지입니다.`,
        en: `There may be up to ${MOST_SKUS} SKUs.`,
        ru: `SKU может быть не больше ${MOST_SKUS}.`,
        uz: `SKU ${MOST_SKUS} tagacha.`,
      };
    case 'no_skus':
      return {
        ko: 'SKU가 하나는 있어야 합니다.',
        en: 'There must be at least one SKU.',
        ru: 'Нужен хотя бы один SKU.',
        uz: 'Kamida bitta SKU kerak.',
      };
    case 'several_without_options':
      return {
        ko: '옵션명이 없는 상품은 SKU가 하나뿐입니다. option_names를 넣으세요.',
        en: 'Without option names there is one SKU only. Give option_names.',
        ru: 'Без названий вариантов SKU только один. Укажите option_names.',
        uz: 'Variant nomlarisiz SKU bitta bo‘ladi. option_names ni kiriting.',
      };
    case 'option_values':
      return {
        ko: `옵션값이 ${fault.wanted}개여야 합니다.`,
        en: `There must be ${fault.wanted} option values.`,
        ru: `Значений вариантов должно быть ${fault.wanted}.`,
        uz: `Variant qiymatlari ${fault.wanted} ta bo‘lishi kerak.`,
      };
    case 'same_options':
      return {
        ko: `${fault.with + 1}번째 SKU와 옵션값이 같습니다.`,
        en: `The option values are those of SKU ${fault.with + 1}.`,
        ru: `Значения вариантов те же, что у SKU ${fault.with + 1}.`,
        uz: `Variant qiymatlari SKU ${fault.with + 1} bilan bir xil.`,
      };
    case 'same_code':
      return {
        ko: `${fault.with + 1}번째 SKU와 코드가 같습니다.`,
        en: `The code is that of SKU ${fault.with + 1}.`,
        ru: `Код тот же, что у SKU ${fault.with + 1}.`,
        uz: `Kod SKU ${fault.with + 1} bilan bir xil.`,
      };
  }
}
