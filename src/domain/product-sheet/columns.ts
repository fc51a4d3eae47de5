import type { Language } from '../language.ts';

/**
 * What a column of a sheet of products is about: the product as a whole, the one SKU of its row, or nothing that is read.
 */
export type ColumnSubject = 'product' | 'sku' | 'nothing';
export type ColumnKind = 'text' | 'number';

/** Subject, kind, width in characters, the Korean name, and what it is also called; its key is the English name. */
type Row = readonly [ColumnSubject, ColumnKind, number, string, ...string[]];

/** One row of a sheet is one SKU. The columns stand in the order in which they are written. */
const TABLE = {
  seller_code: ['product', 'text', 18, '판매자상품코드', '자체상품코드', '업체상품코드', 'product_code'],
  name: ['product', 'text', 40, '상품명', 'product_name'],
  option_name_1: ['product', 'text', 10, '옵션명1', '옵션명', 'option_name'],
  option_value_1: ['sku', 'text', 12, '옵션값1', '옵션값', 'option_value'],
  option_name_2: ['product', 'text', 10, '옵션명2'],
  option_value_2: ['sku', 'text', 12, '옵션값2'],
  option_name_3: ['product', 'text', 10, '옵션명3'],
  option_value_3: ['sku', 'text', 12, '옵션값3'],
  sku: ['sku', 'text', 18, 'SKU', 'SKU코드', '옵션코드', '판매자옵션코드', 'sku_code'],
  price: ['product', 'number', 12, '판매가', '판매가격', 'selling_price'],
  sku_price: ['sku', 'number', 12, '옵션판매가', 'SKU판매가', 'option_price'],
  cost: ['sku', 'number', 12, '원가', '매입가', '매입원가', 'cost_price'],
  stock: ['sku', 'number', 9, '재고', '재고수량', '재고량', 'stock_quantity', 'quantity'],
  stock_when_exported: ['sku', 'number', 12, '내보낼때재고'],
  safety_stock: ['sku', 'number', 9, '안전재고'],
  barcode: ['sku', 'text', 16, '바코드', 'EAN', 'GTIN'],
  category: ['product', 'text', 16, '카테고리', '자체카테고리', 'category_id'],
  brand: ['product', 'text', 14, '브랜드'],
  manufacturer: ['product', 'text', 14, '제조사'],
  weight: ['product', 'number', 9, '무게(g)', '중량'],
  main_image: ['product', 'text', 30, '대표이미지', '대표이미지주소', '대표이미지URL'],
  additional_images: ['product', 'text', 30, '추가이미지', '추가이미지주소', '추가이미지URL'],
  tax: ['product', 'text', 9, '과세구분', '과세여부'],
  minors_may_buy: ['product', 'text', 12, '미성년자구매', '미성년자구매가능여부'],
  delivery_type: ['product', 'text', 10, '배송방법', '배송유형'],
  delivery_fee: ['product', 'number', 9, '배송비', '기본배송비'],
  free_delivery_from: ['product', 'number', 14, '무료배송기준금액'],
  return_fee: ['product', 'number', 10, '반품배송비'],
  exchange_fee: ['product', 'number', 10, '교환배송비'],
  remote_area_fee: ['product', 'number', 16, '도서산간추가배송비', '도서산간배송비'],
  leaves_within_days: ['product', 'number', 10, '출고소요일'],
  carrier: ['product', 'text', 12, '택배사'],
  origin: ['product', 'text', 12, '원산지구분'],
  made_in: ['product', 'text', 12, '원산지', '제조국'],
  importer: ['product', 'text', 14, '수입사', '수입자'],
  after_service_phone: ['product', 'text', 14, 'A/S전화번호', 'A/S전화'],
  after_service_text: ['product', 'text', 20, 'A/S안내'],
  notice_kind: ['product', 'text', 14, '고시품목'],
  notice: ['product', 'text', 30, '고시정보'],
  certifications: ['product', 'text', 20, '인증정보'],
  currency: ['product', 'text', 7, '통화'],
  description: ['product', 'text', 30, '상세설명', '상품상세'],
  // What exports show beside the rest: it says how things stand, and is not read back.
  reserved: ['nothing', 'number', 9, '예약'],
  available: ['nothing', 'number', 9, '판매가능'],
  stock_status: ['nothing', 'text', 10, '재고상태'],
  counted_at: ['nothing', 'text', 20, '마지막실사'],
  to_correct: ['nothing', 'text', 60, '고칠점'],
} as const satisfies Readonly<Record<string, Row>>;

type Table = typeof TABLE;
type About<Subject extends ColumnSubject> = {
  [Key in keyof Table]: Table[Key][0] extends Subject ? Key : never;
}[keyof Table];

export type ColumnKey = keyof Table;
export type ProductColumn = About<'product'>;
export type SkuColumn = About<'sku'>;
/** A column whose cells are read. */
export type ReadColumn = ProductColumn | SkuColumn;

export const OPTION_NAME_COLUMNS = ['option_name_1', 'option_name_2', 'option_name_3'] as const;
export const OPTION_VALUE_COLUMNS = ['option_value_1', 'option_value_2', 'option_value_3'] as const;

/** A column as sheets have it, with everything it may be called. */
export interface SheetColumn {
  readonly key: ColumnKey;
  readonly kind: ColumnKind;
  readonly width: number;
  readonly names: Readonly<Record<Language, string>>;
  readonly others: readonly string[];
}

/** Every column, by its key, which is its title for whoever does not read Korean. */
export function columnOf(key: ColumnKey): SheetColumn {
  const [, kind, width, ko, ...others]: Row = TABLE[key];
  return { key, kind, width, names: { ko, en: key, ru: key, uz: key }, others };
}

export function isColumnKey(text: string): text is ColumnKey {
  return Object.hasOwn(TABLE, text);
}

export const COLUMN_KEYS: readonly ColumnKey[] = Object.keys(TABLE).filter(isColumnKey);

export function isProductColumn(key: ColumnKey): key is ProductColumn {
  return TABLE[key][0] === 'product';
}

export function isReadColumn(key: ColumnKey): key is ReadColumn {
  return TABLE[key][0] !== 'nothing';
}
