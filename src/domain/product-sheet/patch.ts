import { type Currency, type Minor, minorFromDecimal } from '../money.ts';
import type { Product, Sku } from '../product.ts';
import { DELIVERY_TYPES, TAXES } from '../product.ts';
import { PRODUCT_LIMITS } from '../product-limits.ts';
import { OPTION_NAME_COLUMNS, type ReadColumn } from './columns.ts';
import type { RowFault } from './fault.ts';
import { certificationsOf, factsOf } from './lines.ts';
import type { Texts } from './texts.ts';

const CURRENCIES: readonly Currency[] = ['KRW', 'RUB', 'UZS'];
const ORIGINS = ['domestic', 'imported', 'see_description'] as const;

/** A product with what the cells about it change; the cells have been read, so each is good by itself. */
export function patchedProduct(
  before: Product,
  cells: Texts,
): { readonly product: Product; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const currency = CURRENCIES.find((known) => known === cells.currency) ?? before.currency;
  const amountOr = <Before>(column: ReadColumn, otherwise: Before): Minor | Before => {
    const text = cells[column];
    if (text === undefined) return otherwise;
    const amount = amountOf(column, text, currency);
    if (typeof amount === 'number') return amount;
    faults.push(amount);
    return otherwise;
  };
  const needs = (column: ReadColumn, named: ReadColumn) =>
    faults.push({ column, code: 'needs_column', value: null, named });
  const { delivery } = before;
  const product: Product = {
    name: cells.name ?? before.name,
    description: cells.description ?? before.description,
    sellerCode: before.sellerCode,
    categoryKey: cells.category ?? before.categoryKey,
    brand: cells.brand ?? before.brand,
    manufacturer: cells.manufacturer ?? before.manufacturer,
    price: amountOr('price', before.price),
    currency,
    tax: TAXES.find((known) => known === cells.tax) ?? before.tax,
    weightGrams: cells.weight === undefined ? before.weightGrams : Number(cells.weight),
    minorsMayBuy: cells.minors_may_buy === undefined ? before.minorsMayBuy : cells.minors_may_buy === 'yes',
    images: imagesWith(before.images, cells),
    delivery: {
      type: DELIVERY_TYPES.find((known) => known === cells.delivery_type) ?? delivery.type,
      fee: amountOr('delivery_fee', delivery.fee),
      freeFrom: amountOr('free_delivery_from', delivery.freeFrom),
      returnFee: amountOr('return_fee', delivery.returnFee),
      exchangeFee: amountOr('exchange_fee', delivery.exchangeFee),
      remoteFee: amountOr('remote_area_fee', delivery.remoteFee),
      leavesWithinDays:
        cells.leaves_within_days === undefined ? delivery.leavesWithinDays : Number(cells.leaves_within_days),
      carrierId: cells.carrier ?? delivery.carrierId,
    },
    origin: originWith(before.origin, cells, needs),
    afterService: afterServiceWith(before.afterService, cells, needs),
    notice: noticeWith(before.notice, cells, needs),
    certifications:
      cells.certifications === undefined
        ? before.certifications
        : (certificationsOf(cells.certifications) ?? before.certifications),
    optionNames: optionNamesWith(before.optionNames, cells, needs),
    skus: before.skus,
  };
  return { product, faults };
}

/** A SKU with what the cells about it change, except for its stock. */
export function patchedSku(
  before: Sku,
  cells: Texts,
  currency: Currency,
): { readonly sku: Sku; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const amountOr = (column: ReadColumn, otherwise: Minor | null): Minor | null => {
    const text = cells[column];
    if (text === undefined) return otherwise;
    const amount = amountOf(column, text, currency);
    if (typeof amount === 'number') return amount;
    faults.push(amount);
    return otherwise;
  };
  const sku: Sku = {
    code: before.code,
    optionValues: before.optionValues,
    price: amountOr('sku_price', before.price),
    barcode: cells.barcode ?? before.barcode,
    cost: amountOr('cost', before.cost),
    safetyStock: cells.safety_stock === undefined ? before.safetyStock : Number(cells.safety_stock),
  };
  return { sku, faults };
}

function amountOf(column: ReadColumn, text: string, currency: Currency): Minor | RowFault {
  const minor = minorFromDecimal(text, currency);
  if (minor === null) return { column, code: 'too_fine', value: text, named: currency };
  const limit = PRODUCT_LIMITS.money;
  return minor <= limit ? minor : { column, code: 'too_large', value: text, limit };
}

type Needs = (column: ReadColumn, named: ReadColumn) => void;

function imagesWith(before: readonly string[], cells: Texts): readonly string[] {
  const first = cells.main_image ?? before[0];
  const additional = cells.additional_images?.split('\n') ?? before.slice(1);
  return [...(first === undefined ? [] : [first]), ...additional];
}

function originWith(before: Product['origin'], cells: Texts, needs: Needs): Product['origin'] {
  const kind = ORIGINS.find((known) => known === cells.origin) ?? before?.kind;
  if (kind === undefined) {
    if (cells.made_in !== undefined) needs('made_in', 'origin');
    if (cells.importer !== undefined) needs('importer', 'origin');
    return before;
  }
  const madeIn = cells.made_in ?? before?.madeIn ?? null;
  return { kind, madeIn, importer: cells.importer ?? before?.importer ?? null };
}

function afterServiceWith(
  before: Product['afterService'],
  cells: Texts,
  needs: Needs,
): Product['afterService'] {
  const phone = cells.after_service_phone ?? before?.phone;
  const text = cells.after_service_text ?? before?.text;
  if (phone === undefined && text === undefined) return before;
  if (phone === undefined) needs('after_service_text', 'after_service_phone');
  if (text === undefined) needs('after_service_phone', 'after_service_text');
  return { phone: phone ?? '', text: text ?? '' };
}

function noticeWith(before: Product['notice'], cells: Texts, needs: Needs): Product['notice'] {
  const kind = cells.notice_kind ?? before?.kind;
  const facts = cells.notice === undefined ? null : factsOf(cells.notice);
  if (kind === undefined) {
    if (facts !== null) needs('notice', 'notice_kind');
    return before;
  }
  return { kind, facts: facts ?? before?.facts ?? {} };
}

/** Names stand one after the other; the second one without the first has no place. */
function optionNamesWith(before: readonly string[], cells: Texts, needs: Needs): readonly string[] {
  const names = OPTION_NAME_COLUMNS.map((column, at) => cells[column] ?? before[at]);
  const end = names.indexOf(undefined);
  const beyond = names.findIndex((name, at) => end >= 0 && at > end && name !== undefined);
  const missing = OPTION_NAME_COLUMNS[end];
  const without = OPTION_NAME_COLUMNS[beyond];
  if (missing !== undefined && without !== undefined) needs(without, missing);
  return names.filter((name) => name !== undefined);
}
