import type { Product } from './product.ts';

/** What a product is of which nothing has been told. */
export const NEW_PRODUCT: Omit<Product, 'name' | 'price' | 'sellerCode'> = {
  description: '',
  categoryKey: null,
  brand: null,
  manufacturer: null,
  currency: 'KRW',
  tax: 'taxed',
  weightGrams: null,
  minorsMayBuy: true,
  images: [],
  delivery: {
    type: 'DELIVERY',
    fee: 0,
    freeFrom: null,
    returnFee: null,
    exchangeFee: null,
    remoteFee: null,
    leavesWithinDays: null,
    carrierId: null,
  },
  origin: null,
  afterService: null,
  notice: null,
  certifications: [],
  optionNames: [],
  skus: [],
};
