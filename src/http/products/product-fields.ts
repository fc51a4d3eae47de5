import { z } from 'zod';
import { findCarrier } from '../../domain/carrier.ts';
import { NOTICE_KINDS } from '../../domain/notice-kinds.ts';
import { DELIVERY_TYPES, TAXES } from '../../domain/product.ts';
import { PRODUCT_LIMITS as LIMITS } from '../../domain/product-limits.ts';
import { ownIssue } from '../problems/field-errors.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const amount = z.int().min(0).max(LIMITS.money);
export const sellingPrice = z.int().min(1).max(LIMITS.money).meta({
  description: 'Minor units of the currency: whole won. Never 0.',
});
export const code = text(LIMITS.code);
export const stockCount = z.int().min(0).max(LIMITS.stock).meta({
  description: 'How many lie on the shelf now. Counted: what was there before is corrected to it.',
});

export const imageAddress = z
  .string()
  .max(LIMITS.imageAddress)
  .transform((given, ctx): string => {
    const url = URL.parse(given);
    if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return url.href;
    ctx.addIssue(
      ownIssue({
        code: 'bad_address',
        sentence: {
          ko: '이미지 주소는 http 또는 https로 시작해야 합니다.',
          en: 'The address of an image begins with http or https.',
          ru: 'Адрес изображения начинается с http или https.',
          uz: 'Rasm manzili http yoki https bilan boshlanadi.',
        },
      }),
    );
    return z.NEVER;
  });

const carrier = z.string().transform((given, ctx): string => {
  const found = findCarrier(given);
  if (found !== undefined) return found.id;
  ctx.addIssue(
    ownIssue({
      code: 'unknown_carrier',
      sentence: {
        ko: `"${given}"은(는) 알 수 없는 택배사입니다.`,
        en: `"${given}" is no carrier that is known here.`,
        ru: `Перевозчик «${given}» неизвестен.`,
        uz: `«${given}» tashuvchisi noma’lum.`,
      },
    }),
  );
  return z.NEVER;
});

export const skuBody = z
  .strictObject({
    code: code.meta({
      description: 'Unique for the business. A SKU is known by it when a product is changed.',
    }),
    option_values: z
      .array(text(LIMITS.optionValue))
      .max(5)
      .default([])
      .meta({ description: 'One for each of `option_names`.' }),
    price: sellingPrice.nullable().default(null).meta({
      description: "The whole price; null: the product's.",
    }),
    barcode: text(LIMITS.barcode).nullable().default(null),
    cost: amount.nullable().default(null),
    safety_stock: z.int().min(0).max(LIMITS.safetyStock).default(0),
    stock_quantity: stockCount.optional(),
  })
  .meta({ id: 'NewSku' });

const origin = z.strictObject({
  kind: z.enum(['domestic', 'imported', 'see_description']),
  made_in: text(LIMITS.originPlace).nullable().default(null),
  importer: text(LIMITS.originPlace).nullable().default(null),
});

const notice = z.strictObject({
  kind: text(LIMITS.noticeKind).meta({
    description:
      'A kind of the list that the law has, by its code: ' +
      `${NOTICE_KINDS.map(({ code, names }) => `\`${code}\` ${names.ko}`).join(', ')}. ` +
      'Its Korean name and what a marketplace calls it are taken as well, and kept as they are given.',
    examples: ['clothing', '의류'],
  }),
  facts: z.record(z.string().max(LIMITS.noticeFactName), z.string().max(LIMITS.noticeFact)),
});

const certification = z.strictObject({
  kind: text(LIMITS.certificationKind),
  number: text(LIMITS.certificationText),
  agency: text(LIMITS.certificationText).nullable().default(null),
});

/** Everything that can be told of a product; the guide's fields under the guide's names. */
export const productFields = {
  name: text(LIMITS.name),
  description: z.string().max(LIMITS.description).meta({ description: 'What buyers read, as HTML.' }),
  seller_code: code.meta({ description: "The seller's own code; made up when left out." }),
  price: sellingPrice,
  currency: z.enum(['KRW', 'RUB', 'UZS']),
  stock_quantity: stockCount,
  category_id: text(LIMITS.category).nullable().meta({
    description: "The seller's own category. Which one of a marketplace it means is remembered.",
  }),
  brand: text(LIMITS.brand).nullable(),
  manufacturer: text(LIMITS.manufacturer).nullable(),
  weight: z.int().min(1).max(LIMITS.weightGrams).nullable().meta({ description: 'Grams.' }),
  tax: z.enum(TAXES),
  minors_may_buy: z.boolean(),
  main_image: imageAddress.nullable().meta({
    description: 'Null: none; the first of the others, where there are any, takes its place.',
  }),
  additional_images: z.array(imageAddress).max(LIMITS.images),
  delivery_type: z.enum(DELIVERY_TYPES),
  delivery_fee: amount,
  free_delivery_from: amount.nullable().meta({ description: 'From this order value on delivery is free.' }),
  return_fee: amount.nullable(),
  exchange_fee: amount.nullable(),
  remote_area_fee: amount.nullable(),
  leaves_within_days: z.int().min(0).max(LIMITS.leavesWithinDays).nullable(),
  carrier: carrier.nullable().meta({ description: 'A carrier by its name or id.' }),
  origin: origin.nullable(),
  after_service: z
    .strictObject({ phone: text(LIMITS.afterServicePhone), text: text(LIMITS.afterServiceText) })
    .nullable(),
  notice: notice.nullable().meta({ description: 'Statutory notice of product facts (상품정보제공고시).' }),
  certifications: z.array(certification).max(LIMITS.certifications),
  option_names: z.array(text(LIMITS.optionName)).max(5),
  barcode: text(LIMITS.barcode).nullable().meta({ description: 'Of a product without options.' }),
  cost: amount.nullable().meta({ description: 'Of a product without options.' }),
  safety_stock: z.int().min(0).max(LIMITS.safetyStock).meta({ description: 'Of a product without options.' }),
  skus: z.array(skuBody).min(1).max(500),
};

export const newProduct = z
  .strictObject(productFields)
  .partial()
  .required({ name: true, price: true })
  .meta({ id: 'NewProduct' });

export const productChange = z
  .strictObject({
    ...productFields,
    version: z.int().positive().meta({
      description:
        'The version that was read: the change is refused when somebody else has changed it since.',
    }),
  })
  .partial()
  .meta({ id: 'ProductChange' });

export type GivenProduct = Omit<z.output<typeof productChange>, 'version'>;
