import { findCarrier } from '../carrier.ts';
import { PRODUCT_LIMITS as LIMITS } from '../product-limits.ts';
import { CHOICES } from './choices.ts';
import type { ReadColumn } from './columns.ts';
import type { FaultCode } from './fault.ts';
import { addressesOf, certificationLines, certificationsOf, factLines, factsOf } from './lines.ts';
import { fault, numberBetween, oneOf, plainText, type Reader, textUpTo, value } from './reading.ts';

/** What is wrong with the address of a picture, beyond how it is written. */
export type AddressJudge = (address: URL) => Extract<FaultCode, 'bad_address' | 'private_address'> | null;

const amount = numberBetween(0, LIMITS.money, { whole: false });
/** A price of less than the smallest coin is refused once its currency is known. */
const price: Reader = (text) => {
  const reading = amount(text);
  return reading.kind === 'value' && Number(reading.text) === 0
    ? fault('too_small', text, { limit: 1 })
    : reading;
};
const count = numberBetween(0, LIMITS.stock, { whole: true });
const code = textUpTo(LIMITS.code);
const optionName = textUpTo(LIMITS.optionName);
const optionValue = textUpTo(LIMITS.optionValue);

const carrier: Reader = (text) => {
  const found = findCarrier(text);
  return found === undefined ? fault('unknown_carrier', text) : value(found.id);
};

const facts: Reader = (text) => {
  const told = factsOf(plainText(text));
  if (told === null) return fault('bad_line', text);
  for (const [name, fact] of Object.entries(told)) {
    if (name.length > LIMITS.noticeFactName) return fault('too_long', name, { limit: LIMITS.noticeFactName });
    if (fact.length > LIMITS.noticeFact) return fault('too_long', fact, { limit: LIMITS.noticeFact });
  }
  return textUpTo(LIMITS.description)(factLines(told));
};

const certifications: Reader = (text) => {
  const told = certificationsOf(plainText(text));
  if (told === null) return fault('bad_line', text);
  if (told.length > LIMITS.certifications) return fault('too_many', text, { limit: LIMITS.certifications });
  const longest = told.flatMap(({ kind, number, agency }) => [
    { part: kind, limit: LIMITS.certificationKind },
    { part: number, limit: LIMITS.certificationText },
    { part: agency ?? '', limit: LIMITS.certificationText },
  ]);
  const long = longest.find(({ part, limit }) => part.length > limit);
  return long === undefined
    ? textUpTo(LIMITS.description)(certificationLines(told))
    : fault('too_long', long.part, { limit: long.limit });
};

/** The readers of all columns. */
export function columnReaders(judge: AddressJudge): Readonly<Record<ReadColumn, Reader>> {
  return {
    seller_code: code,
    name: textUpTo(LIMITS.name),
    option_name_1: optionName,
    option_value_1: optionValue,
    option_name_2: optionName,
    option_value_2: optionValue,
    option_name_3: optionName,
    option_value_3: optionValue,
    sku: code,
    price,
    sku_price: price,
    cost: amount,
    stock: count,
    stock_when_exported: count,
    safety_stock: numberBetween(0, LIMITS.safetyStock, { whole: true }),
    barcode: textUpTo(LIMITS.barcode),
    category: textUpTo(LIMITS.category),
    brand: textUpTo(LIMITS.brand),
    manufacturer: textUpTo(LIMITS.manufacturer),
    weight: numberBetween(1, LIMITS.weightGrams, { whole: true }),
    main_image: (text) => addresses(text, 1, judge),
    additional_images: (text) => addresses(text, LIMITS.images, judge),
    tax: oneOf(CHOICES.tax),
    minors_may_buy: oneOf(CHOICES.minors_may_buy),
    delivery_type: oneOf(CHOICES.delivery_type),
    delivery_fee: amount,
    free_delivery_from: amount,
    return_fee: amount,
    exchange_fee: amount,
    remote_area_fee: amount,
    leaves_within_days: numberBetween(0, LIMITS.leavesWithinDays, { whole: true }),
    carrier,
    origin: oneOf(CHOICES.origin),
    made_in: textUpTo(LIMITS.originPlace),
    importer: textUpTo(LIMITS.originPlace),
    after_service_phone: textUpTo(LIMITS.afterServicePhone),
    after_service_text: textUpTo(LIMITS.afterServiceText),
    notice_kind: textUpTo(LIMITS.noticeKind),
    notice: facts,
    certifications,
    currency: oneOf(CHOICES.currency),
    description: textUpTo(LIMITS.description),
  };
}

function addresses(text: string, limit: number, judge: AddressJudge) {
  const parts = addressesOf(text);
  if (parts.length > limit) return fault('too_many', text, { limit });
  const urls: string[] = [];
  for (const part of parts) {
    const url = URL.parse(part);
    if (url === null || !/^https?:$/.test(url.protocol) || part.length > LIMITS.imageAddress)
      return fault('bad_address', part);
    const wrong = judge(url);
    if (wrong !== null) return fault(wrong, part);
    urls.push(url.href);
  }
  return value(urls.join('\n'));
}
