import type { WireAnswer } from '../../frame/marketplace.ts';
import { refuse, refuseSeller, sellerData, sellerDone } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { formatDay, formatLocal } from '../time.ts';
import { textOf } from './fields.ts';
import { type SellerProduct, STATUS_NAMES } from './product.ts';
import { productJson, productRow } from './product-json.ts';

const DEFAULT_PER_PAGE = 10;
const MAX_PER_PAGE = 100;
const MAX_NAME_ASKED = 20;

/** Lists a shop's products; `nextToken` is the number of the next page (sheet §3.6). The usual connection test. */
export function listProducts(call: GrantedCall): WireAnswer {
  const { query } = call;
  const size = readNumber(query, 'maxPerPage', DEFAULT_PER_PAGE, MAX_PER_PAGE);
  const page = readNumber(query, 'nextToken', 1, Number.MAX_SAFE_INTEGER);
  const from = (page - 1) * size;
  const rows = productsAsked(call, from + size + 1);
  return sellerData(
    rows.slice(from, from + size).map(productRow),
    rows.length > from + size ? String(page + 1) : '',
  );
}

/** The products that a query asks for, no more of them than `most`. */
function productsAsked({ shop, query, frame }: GrantedCall, most: number): readonly SellerProduct[] {
  const tests = testsOf(query);
  const now = frame.now();
  const found: SellerProduct[] = [];
  for (const product of shop.productBook.all()) {
    if (product.readableFrom <= now && tests.every((test) => test(product))) found.push(product);
    if (found.length === most) break;
  }
  return found;
}

/** What a query asks of a product; deleted ones are shown only to who asks for them. */
function testsOf(query: URLSearchParams): readonly ((product: SellerProduct) => boolean)[] {
  const [name, status, id, day] = ['sellerProductName', 'status', 'sellerProductId', 'createdAt'].map(
    (field) => query.get(field) || undefined,
  );
  if (name !== undefined && name.length > MAX_NAME_ASKED) refuse(`sellerProductName is not valid : ${name}`);
  if (status !== undefined && !Object.hasOwn(STATUS_NAMES, status)) refuse(`status is not valid : ${status}`);
  const tests = [
    (product: SellerProduct) =>
      status === undefined ? product.status !== 'DELETED' : product.status === status,
  ];
  if (id !== undefined) tests.push((product) => product.sellerProductId === id);
  if (day !== undefined) tests.push((product) => formatDay(product.createdAt) === day);
  if (name !== undefined) tests.push(({ document }) => textOf(document, 'sellerProductName').includes(name));
  return tests;
}

function readNumber(query: URLSearchParams, name: string, fallback: number, max: number): number {
  const text = query.get(name) || String(fallback);
  const value = Number(text);
  return /^\d+$/.test(text) && value >= 1 && value <= max ? value : refuse(`${name} is not valid : ${text}`);
}

/** One product with its options (sheet §3.6; the refusals by article 360033644994). */
export function readProduct(call: GrantedCall): WireAnswer {
  const found = productAsked(call);
  return 'status' in found
    ? sellerDone('', productJson(found, call.shop.offers))
    : refuseSeller(found.problem);
}

/** What has become of a product, newest first (article 360034156213). */
export function readHistories(call: GrantedCall): WireAnswer {
  const found = productAsked(call);
  if (!('status' in found)) return refuseSeller(found.problem);
  const size = readNumber(call.query, 'maxPerPage', DEFAULT_PER_PAGE, MAX_PER_PAGE);
  const rows = found.history.toReversed().map(({ at, status, by, comment }) => ({
    createdAt: formatLocal(at),
    status: STATUS_NAMES[status],
    createdBy: by,
    comment,
  }));
  return sellerData(rows.slice(0, size), '');
}

/** Products with an option of this code of the seller's (sheet §3.6). */
export function findBySku({ shop, params, frame }: GrantedCall): WireAnswer {
  const found = shop.productBook
    .ofSku(decodeURIComponent(params.sku ?? ''))
    .filter(({ readableFrom, status }) => readableFrom <= frame.now() && status !== 'DELETED');
  return sellerDone('', found.map(productRow));
}

/** A product of the shop, or why it cannot be shown. */
export function productAsked({
  shop,
  params,
  frame,
}: GrantedCall): SellerProduct | { readonly problem: string } {
  const id = params.sellerProductId ?? '';
  if (!/^\d+$/.test(id)) return { problem: `업체상품아이디[${id}]는 숫자형으로 입력해주세요.` };
  const product = shop.productBook.get(id);
  if (product === undefined || product.status === 'DELETED')
    return { problem: `상품(${id})의 데이터가 없습니다.` };
  if (product.readableFrom > frame.now()) {
    return {
      problem: `상품 정보가 등록 또는 수정되고 있습니다. 잠시 후 다시 조회해 주시기 바랍니다. [${id}]`,
    };
  }
  return product;
}
