import type { Fields } from '../../../kit/decode.ts';
import { wordAt } from '../values.ts';
import { element, elements, group } from './write-xml.ts';

/**
 * What an update would erase of a product that the hub has no word for, as it is sent back: "what is there is replaced"
 * (D:1619). Only what the look-up tells can be kept; of other discounts than the instant one nothing can be read.
 */
export interface Kept {
  readonly xml: string;
  /** What it says about after-service, for a draft that says nothing. */
  readonly asDetail: string | null;
}

/** Sent back as they were read (D:1620). */
const AS_READ = [
  'selMnbdNckNm',
  'bndlDlvCnYn',
  'gftPackTypCd',
  'prcDscCmpExpYn',
  'stdPrdYn',
  'hopeShpWyCd',
  'hopeShpPnt',
] as const;

/** Reads what is to be kept off the look-up of a product. */
export function keptOf(product: Fields): Kept {
  return {
    xml: [
      elements(Object.fromEntries(AS_READ.map((name) => [name, wordAt(product, name)]))),
      discountXml(product),
      termXml(product),
      tagsXml(product),
    ].join(''),
    asDetail: wordAt(product, 'asDetail'),
  };
}

/** `S` leaves the instant discount as it is (D:1619). */
function discountXml(product: Fields): string {
  return wordAt(product, 'cuponcheck') === 'Y' ? element('cuponcheck', 'S') : '';
}

/** How long it is sold, which is told with a time and taken as a day. */
function termXml(product: Fields): string {
  const aplBgnDy = dayAt(product, 'aplBgnDy');
  const aplEndDy = dayAt(product, 'aplEndDy');
  if (aplBgnDy === null || aplEndDy === null) return '';
  return elements({ selPrdClfCd: '0:100', aplBgnDy, aplEndDy });
}

function dayAt(product: Fields, name: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(wordAt(product, name) ?? '') ?? [];
  return year === undefined ? null : `${year}/${month}/${day}`;
}

function tagsXml(product: Fields): string {
  const tags = tagNames(product.ProductTag);
  return tags.length === 0
    ? ''
    : group(
        'ProductTag',
        tags.map((tag) => element('tagName', tag)),
      );
}

function tagNames(tag: unknown): readonly string[] {
  if (typeof tag !== 'object' || tag === null || !('tagName' in tag)) return [];
  const names: readonly unknown[] = Array.isArray(tag.tagName) ? tag.tagName : [tag.tagName];
  return names.filter((name) => typeof name === 'string' && name !== '').map(String);
}
