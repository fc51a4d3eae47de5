import { XMLParser } from 'fast-xml-parser';
import { asFields, type Fields, optionalTextAt, textAt, UnreadableError } from '../kit/decode.ts';
import type { Site } from './site.ts';

/** What a site asks at the moment a buyer orders: is there enough, and is the price right (E:86, E:87)? */
export interface StockQuestion {
  readonly site: Site;
  /** The seller's own code for the goods. */
  readonly sellerCode: string;
  /** Told by Gmarket only. */
  readonly siteGoodsNo: string | null;
  readonly quantity: number;
  /** In won. */
  readonly price: number;
  readonly options: readonly AskedOption[];
}

export interface AskedOption {
  readonly name: string;
  readonly value: string;
  readonly price: number;
  readonly quantity: number;
  /** The seller's own code for the option, where there is one. */
  readonly stockNo: string | null;
}

/** What is known of the goods, or of one of its options. */
export interface OnHand {
  readonly left: number;
  readonly priceIsRight: boolean;
}

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'OPTION_INFO',
});

/** Auction marks itself, names the quantities otherwise and adds decimals to prices (sheet §3.9). */
const AUCTION = '02';

/** Reads an `ORDER_INFO`. Throws UnreadableError for anything else. */
export function readStockQuestion(xml: string): StockQuestion {
  const order = asFields(asFields(parsed(xml), 'document').ORDER_INFO, 'ORDER_INFO');
  const product = asFields(order.PRODUCT, 'PRODUCT');
  const site: Site = product.EXT_GB === AUCTION ? 'A' : 'G';
  return {
    site,
    sellerCode: textAt(product, 'NO'),
    siteGoodsNo: optionalTextAt(product, 'GD_NO'),
    quantity: numberAt(product, site === 'A' ? 'ORDER_QTY' : 'ORDER_AMT'),
    price: numberAt(product, 'PRICE'),
    options: optionsIn(order, site === 'A' ? 'QTY' : 'AMT'),
  };
}

function parsed(xml: string): unknown {
  try {
    return PARSER.parse(xml, true);
  } catch {
    throw new UnreadableError('document', 'XML', xml);
  }
}

/** Auction sends one option of underscores where the goods have none. */
const NO_OPTION = '_';

function optionsIn(order: Fields, quantityField: string): readonly AskedOption[] {
  const list = order.ORDER_OPTION;
  if (list === undefined || list === '') return [];
  const infos = asFields(list, 'ORDER_OPTION').OPTION_INFO;
  if (!Array.isArray(infos)) return [];
  return infos.flatMap((entry: unknown) => {
    const info = asFields(entry, 'OPTION_INFO');
    const name = textAt(info, 'NAME');
    if (name === NO_OPTION) return [];
    return {
      name,
      value: textAt(info, 'VALUE'),
      price: numberAt(info, 'PRICE'),
      quantity: numberAt(info, quantityField),
      stockNo: optionalTextAt(info, 'STOCK_NO'),
    };
  });
}

const WHOLE = /^\s*(\d{1,12})(?:\.0*)?\s*$/;

function numberAt(fields: Fields, name: string): number {
  const value = fields[name];
  const digits = typeof value === 'string' ? WHOLE.exec(value)?.[1] : undefined;
  if (digits === undefined) throw new UnreadableError(name, 'a whole number', value);
  return Number(digits);
}

/**
 * Writes the `STOCK_REMAIN_INFO` that answers a question; `options` are known in the order in which they were asked
 * about, and an option that is not known follows the goods. A "no" stops the buyer; no answer within 5 seconds lets
 * him order (sheet §3.9).
 */
export function stockAnswer(question: StockQuestion, goods: OnHand, options: readonly OnHand[] = []): string {
  const asked = question.options.map((option, index) => ({ option, onHand: options[index] ?? goods }));
  const enough =
    goods.left >= question.quantity && asked.every(({ option, onHand }) => onHand.left >= option.quantity);
  const right = goods.priceIsRight && asked.every(({ onHand }) => onHand.priceIsRight);
  const ofAuction = question.site === 'A';
  const attributes = [
    `NO="${escaped(question.sellerCode)}"`,
    `REMAIN_YN="${yn(enough && (ofAuction || right))}"`,
    ...(ofAuction ? [`PRICE_YN="${yn(right)}"`, `GOODS_QTY="${Math.max(0, goods.left)}"`] : []),
  ];
  const infos = asked.map(({ option, onHand }) => optionInfo(option, onHand, ofAuction));
  if (ofAuction && infos.length === 0) infos.push(noOption(enough, right));
  return [
    '<?xml version="1.0" encoding="utf-8" ?>',
    '<STOCK_REMAIN_INFO>',
    `<PRODUCT ${attributes.join(' ')} />`,
    ...(infos.length === 0 ? [] : [`<ORDER_OPTION>${infos.join('')}</ORDER_OPTION>`]),
    '</STOCK_REMAIN_INFO>',
  ].join('\n');
}

function optionInfo(option: AskedOption, { left, priceIsRight }: OnHand, ofAuction: boolean): string {
  const enough = left >= option.quantity;
  return info([
    ['NAME', cdata(option.name)],
    ['VALUE', cdata(option.value)],
    ['REMAIN_YN', yn(enough && (ofAuction || priceIsRight))],
    ...(ofAuction
      ? ([
          ['PRICE_YN', yn(priceIsRight)],
          ['GOODS_QTY', String(Math.max(0, left))],
        ] as const)
      : []),
    ['STOCK_NO', escaped(option.stockNo ?? '')],
  ]);
}

/** Auction wants an option in the answer even where the goods have none (E:87). */
function noOption(enough: boolean, right: boolean): string {
  return info([
    ['NAME', ''],
    ['VALUE', ''],
    ['REMAIN_YN', yn(enough)],
    ['PRICE_YN', yn(right)],
    ['GOODS_QTY', '0'],
    ['STOCK_NO', ''],
  ]);
}

function info(fields: readonly (readonly [name: string, text: string])[]): string {
  return `<OPTION_INFO>${fields.map(([name, text]) => `<${name}>${text}</${name}>`).join('')}</OPTION_INFO>`;
}

function yn(is: boolean): 'Y' | 'N' {
  return is ? 'Y' : 'N';
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
