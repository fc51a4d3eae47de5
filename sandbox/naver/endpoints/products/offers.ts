import { isObject, type JsonObject } from '../../../frame/json.ts';
import { booleanIn, countIn, listIn, objectIn, textIn } from '../../products/fields.ts';
import { combinationsOf, type OriginProduct, type ProductStatus } from '../../products/origin-product.ts';
import { STOCK_MAX, UNCOUNTED } from '../../products/read-options.ts';
import { readPrice } from '../../products/read-product.ts';
import { settled, withCombinations } from '../../products/stock.ts';
import type { OperationCall, Reply } from '../../wire/operation.ts';
import { badProduct, badRequest } from '../../wire/refusal.ts';
import { calledListed, change, productAnswer } from './listed.ts';
import { readProductBody } from './search.ts';

const PRICE_MAX = 999_999_990;

/** `PUT …/{no}/option-stock`: fields that are left out become 0, 0 and true; options left out stay (sheet §3.7). */
export function changeOptions(call: OperationCall): Reply {
  const listed = calledListed(call);
  const body = readProductBody(call.body);
  const info = objectIn(body, 'optionInfo', '');
  const known = combinationsOf(listed.origin);
  if (known.length === 0) throw badRequest('옵션 재고를 변경할 수 있는 옵션 상품이 아닙니다.');
  const rows = new Map(listIn(info, 'optionCombinations', 'optionInfo').map(readRow));
  for (const id of rows.keys()) {
    if (!known.some((option) => option.id === id))
      throw badProduct(
        'optionInfo.optionCombinations.id',
        'NotFound',
        `옵션 ID가 올바르지 않습니다. (${id})`,
      );
  }
  const isCounted = booleanIn(info, 'useStockManagement', 'optionInfo', false);
  const options = known.map((option) => {
    const row = rows.get(option.id);
    const changed = row === undefined ? option : { ...option, ...row };
    return isCounted ? changed : { ...changed, stockQuantity: UNCOUNTED };
  });
  const priced = withPrice(listed.origin, body);
  const { optionInfo } = priced.detailAttribute;
  const counted: OriginProduct =
    optionInfo === undefined
      ? priced
      : {
          ...priced,
          detailAttribute: {
            ...priced.detailAttribute,
            optionInfo: { ...optionInfo, useStockManagement: isCounted },
          },
        };
  return { document: productAnswer(change(call, listed, withCombinations(counted, options))) };
}

function readRow(
  row: unknown,
): [id: number, values: { stockQuantity: number; price: number; usable: boolean }] {
  const at = 'optionInfo.optionCombinations';
  const fields = isObject(row) ? row : {};
  return [
    countIn(fields, 'id', at, { min: 1, max: Number.MAX_SAFE_INTEGER }),
    {
      stockQuantity: countIn(fields, 'stockQuantity', at, { min: 0, max: STOCK_MAX, absent: 0 }),
      price: countIn(fields, 'price', at, { min: -PRICE_MAX, max: PRICE_MAX, absent: 0 }),
      usable: booleanIn(fields, 'usable', at, true),
    },
  ];
}

function withPrice(origin: OriginProduct, body: JsonObject): OriginProduct {
  if (body.productSalePrice === undefined || body.productSalePrice === null) return origin;
  const price = objectIn(body, 'productSalePrice', '');
  return { ...origin, salePrice: readPrice(price, 'salePrice', 'productSalePrice') };
}

/** From where a product can be put on sale, sold out or stopped (sheet §3.7). */
const MOVES: Readonly<Record<string, readonly ProductStatus[]>> = {
  SALE: ['SUSPENSION', 'OUTOFSTOCK'],
  OUTOFSTOCK: ['SALE'],
  SUSPENSION: ['SALE', 'OUTOFSTOCK', 'WAIT'],
};

/** `PUT …/{no}/change-status` (sheet §3.7). */
export function changeStatus(call: OperationCall): Reply {
  const listed = calledListed(call);
  const body = readProductBody(call.body);
  const status = textIn(body, 'statusType', '', '상품 상태', 20);
  const { origin } = listed;
  const isOpen = MOVES[status]?.includes(origin.statusType);
  if (MOVES[status] === undefined) throw badProduct('statusType', 'Enum', '상품 상태가 올바르지 않습니다.');
  if (!isOpen) throw badRequest(`${origin.statusType} 상태의 상품은 ${status}(으)로 변경할 수 없습니다.`);
  change(call, listed, statusChanged(origin, status, body));
  return SUCCESS;
}

function statusChanged(origin: OriginProduct, status: string, body: JsonObject): OriginProduct {
  const hasOptions = combinationsOf(origin).length > 0;
  switch (status) {
    case 'SUSPENSION':
      return { ...origin, statusType: 'SUSPENSION' };
    case 'OUTOFSTOCK':
      return hasOptions
        ? withCombinations(
            origin,
            combinationsOf(origin).map((option) => ({ ...option, stockQuantity: 0 })),
          )
        : settled({ ...origin, stockQuantity: 0 });
    default: {
      if (origin.statusType === 'OUTOFSTOCK' && (body.stockQuantity ?? undefined) === undefined)
        throw badProduct(
          'stockQuantity',
          'NotNull',
          '품절 상품을 판매중으로 변경하려면 재고수량을 입력해 주세요.',
        );
      const told = countIn(body, 'stockQuantity', '', {
        min: 0,
        max: STOCK_MAX,
        absent: origin.stockQuantity,
      });
      // With options only they have stock (D#1194).
      return settled({
        ...origin,
        statusType: 'SALE',
        stockQuantity: hasOptions ? origin.stockQuantity : told,
      });
    }
  }
}

const SUCCESS: Reply = { document: JSON.stringify({ code: 'SUCCESS', message: '성공', data: null }) };

/** `PATCH …/multi-update`: several products at once, each for itself; the answer does not tell them apart (sheet §5.4). */
export function changeMany(call: OperationCall): Reply {
  const rows = listIn(readProductBody(call.body), 'multiProductUpdateRequestVos', '');
  if (rows.length === 0)
    throw badProduct('multiProductUpdateRequestVos', 'NotEmpty', '변경할 상품을 입력해 주세요.');
  const requests = rows.map((row) => readRequest(isObject(row) ? row : {}));
  const skipped = call.strike('item_failure') === undefined ? -1 : 0;
  for (const [at, request] of requests.entries()) {
    const listed = call.shop.products.get(request.originProductNo);
    const changed = listed === undefined || at === skipped ? undefined : changedBy(listed.origin, request);
    if (listed !== undefined && changed !== undefined) change(call, listed, changed);
  }
  return SUCCESS;
}

interface Request {
  readonly originProductNo: string;
  readonly types: readonly string[];
  readonly salePrice: number | undefined;
  readonly stockQuantity: number | undefined;
}

const UPDATE_TYPES = [
  'SALE_PRICE',
  'IMMEDIATE_DISCOUNT',
  'STOCK',
  'PRODUCT_STATUS_SALE',
  'PRODUCT_STATUS_SUSPENSION',
];

function readRequest(row: JsonObject): Request {
  const at = 'multiProductUpdateRequestVos';
  const types = listIn(row, 'multiUpdateTypes', at).map(String);
  for (const type of types) {
    if (!UPDATE_TYPES.includes(type))
      throw badProduct(`${at}.multiUpdateTypes`, 'Enum', '변경 유형이 올바르지 않습니다.');
  }
  return {
    originProductNo: String(countIn(row, 'originProductNo', at, { min: 1, max: Number.MAX_SAFE_INTEGER })),
    types,
    salePrice: types.includes('SALE_PRICE')
      ? readPrice(objectIn(row, 'productSalePrice', at), 'salePrice', `${at}.productSalePrice`)
      : undefined,
    stockQuantity: types.includes('STOCK')
      ? countIn(row, 'stockQuantity', at, { min: 0, max: STOCK_MAX })
      : undefined,
  };
}

/** The product as it becomes, or undefined where this way does not change it. */
function changedBy(
  origin: OriginProduct,
  { types, salePrice, stockQuantity }: Request,
): OriginProduct | undefined {
  const hasOptions = combinationsOf(origin).length > 0;
  if (stockQuantity !== undefined && hasOptions) return undefined;
  const valued: OriginProduct = {
    ...origin,
    salePrice: salePrice ?? origin.salePrice,
    stockQuantity: stockQuantity ?? origin.stockQuantity,
  };
  if (types.includes('PRODUCT_STATUS_SUSPENSION') && MOVES.SUSPENSION?.includes(origin.statusType))
    return { ...valued, statusType: 'SUSPENSION' };
  if (types.includes('PRODUCT_STATUS_SALE') && MOVES.SALE?.includes(origin.statusType))
    return settled({ ...valued, statusType: valued.stockQuantity === 0 ? 'OUTOFSTOCK' : 'SALE' });
  return settled(valued);
}
