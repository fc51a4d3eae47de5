import { z } from 'zod';
import { DELIVERY_TYPES, TAXES } from '../../src/domain/product.ts';

const text = z.string();
const texts = z.record(z.string(), z.string());
const amount = z.number();

/** What a golden fixture hands to the catalog desk to be listed. */
export const listingDraft = z.object({
  nativeListingId: text.nullable(),
  sellerCode: text,
  name: text,
  descriptionHtml: text,
  brand: text.nullable(),
  manufacturer: text.nullable(),
  nativeCategoryId: text,
  price: amount,
  currency: z.enum(['KRW', 'RUB', 'UZS']),
  tax: z.enum(TAXES),
  minorsMayBuy: z.boolean(),
  weightGrams: amount.nullable(),
  images: z.array(text),
  delivery: z.object({
    type: z.enum(DELIVERY_TYPES),
    fee: amount,
    freeFrom: amount.nullable(),
    returnFee: amount.nullable(),
    exchangeFee: amount.nullable(),
    remoteFee: amount.nullable(),
    leavesWithinDays: amount.nullable(),
    carrierId: text.nullable(),
  }),
  origin: z
    .object({
      kind: z.enum(['domestic', 'imported', 'see_description']),
      madeIn: text.nullable(),
      importer: text.nullable(),
    })
    .nullable(),
  afterService: z.object({ phone: text, text }).nullable(),
  notice: z.object({ kind: text, facts: texts }).nullable(),
  certifications: z.array(z.object({ kind: text, number: text, agency: text.nullable() })),
  attributes: texts,
  places: z.object({
    ship_from: text.optional(),
    return_to: text.optional(),
    delivery_policy: text.optional(),
    dispatch_policy: text.optional(),
    after_service: text.optional(),
  }),
  optionNames: z.array(text),
  items: z.array(
    z.object({
      sellerSku: text,
      nativeItemId: text.nullable(),
      optionValues: z.array(text),
      price: amount,
      quantity: amount,
      barcode: text.nullable(),
    }),
  ),
});

export const publishTarget = z.object({ item: z.number(), draft: listingDraft });
