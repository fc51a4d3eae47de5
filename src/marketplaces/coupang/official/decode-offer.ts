import { asFields, booleanAt, fieldsAt, idAt, optionalIntegerAt } from '../../kit/decode.ts';
import type { OfferNow } from '../../kit/offers.ts';
import { optionalWonAt } from './values.ts';

/** Reads the stock, price and sale state of one option (sheet §3.7). A price may come as `13000.00000` (sheet §2). */
export function decodeOffer(json: unknown): OfferNow {
  const data = fieldsAt(asFields(json, 'answer'), 'data');
  const onSale = data.onSale === undefined || data.onSale === null ? null : booleanAt(data, 'onSale', false);
  return {
    nativeItemId: idAt(data, 'sellerItemId'),
    quantity: optionalIntegerAt(data, 'amountInStock'),
    price: optionalWonAt(data, 'salePrice'),
    currency: 'KRW',
    onSale,
  };
}

/** The answer to a write of one option holds no data; that it is good was settled before it is read. */
export function decodeDone(): void {}
