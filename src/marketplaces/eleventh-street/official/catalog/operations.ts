import type { Operation } from '../../../kit/operation.ts';
import { API, REGISTRATIONS } from '../buckets.ts';

const read = (path: string, method: 'GET' | 'POST' = 'GET'): Operation => ({
  method,
  path: `/rest/${path}`,
  intent: 'read',
  bucket: API,
  idempotent: true,
  timeoutMs: 60_000,
});

const write = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  intent: Operation['intent'],
  bucket: string = API,
): Operation => ({
  method,
  path: `/rest/${path}`,
  intent,
  bucket,
  idempotent: false,
  timeoutMs: 60_000,
});

/** Sheet §3.2 and §3.3. Lists are asked for by POST, and a price is set by GET. */
export const CATALOG_OPERATIONS = {
  categories: { ...read('cateservice/category'), timeoutMs: 120_000 },
  category: read('cateservice/category/{dispCtgrNo}'),
  inboundArea: read('areaservice/inboundarea'),
  dispatchTemplates: read('prodservices/sendCloseList'),

  products: read('prodmarketservice/prodmarket', 'POST'),
  product: read('prodmarketservice/prodmarket/{prdNo}'),
  productsBySellerCode: read('prodmarketservice/sellerprodcode/{sellerPrdCd}'),
  stocks: read('prodmarketservice/prodmarket/stocks', 'POST'),

  createProduct: write('POST', 'prodservices/product', 'list', REGISTRATIONS),
  updateProduct: write('PUT', 'prodservices/product/{prdNo}', 'list'),
  replaceOptions: write('POST', 'prodservices/updateProductOption/{prdNo}', 'list'),
  stopDisplay: write('PUT', 'prodstatservice/stat/stopdisplay/{prdNo}', 'list'),
  restartDisplay: write('PUT', 'prodstatservice/stat/restartdisplay/{prdNo}', 'list'),
  setPrice: write('GET', 'prodservices/product/price/{prdNo}/{selPrc}', 'price-write'),
  replaceOptionPrices: write('POST', 'prodservices/updateProductOption/{prdNo}', 'price-write'),
  setStock: write('PUT', 'prodservices/stockqty/{prdStckNo}', 'stock-write'),
} as const satisfies Record<string, Operation>;
