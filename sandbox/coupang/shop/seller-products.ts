import { rawNumber } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import { refuse, sellerData } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { formatLocal } from '../time.ts';
import type { Product } from './catalogue.ts';

const DEFAULT_PER_PAGE = 10;
const MAX_PER_PAGE = 100;

/** Lists a shop's products; `nextToken` is the number of the next page (sheet §3.6). The usual connection test. */
export function listSellerProducts({ shop, query }: GrantedCall): WireAnswer {
  const size = readNumber(query, 'maxPerPage', DEFAULT_PER_PAGE, MAX_PER_PAGE);
  const page = readNumber(query, 'nextToken', 1, Number.MAX_SAFE_INTEGER);
  const rows = shop.products.slice((page - 1) * size, page * size);
  const nextToken = page * size < shop.products.length ? String(page + 1) : '';
  return sellerData(
    rows.map((product) => productRow(product, shop.vendorId)),
    nextToken,
  );
}

function readNumber(query: URLSearchParams, name: string, fallback: number, max: number): number {
  const text = query.get(name) || String(fallback);
  const value = Number(text);
  return /^\d+$/.test(text) && value >= 1 && value <= max ? value : refuse(`${name} is not valid : ${text}`);
}

function productRow(product: Product, vendorId: string): Record<string, unknown> {
  return {
    sellerProductId: rawNumber(product.sellerProductId),
    sellerProductName: product.sellerName,
    displayCategoryCode: product.categoryCode,
    categoryId: product.categoryCode % 10_000,
    productId: rawNumber(product.productId),
    vendorId,
    mdId: '',
    mdName: null,
    saleStartedAt: formatLocal(product.createdAt),
    saleEndedAt: '2099-01-01T23:59:59',
    brand: product.brand,
    statusName: '승인완료',
    createdAt: formatLocal(product.createdAt),
  };
}
