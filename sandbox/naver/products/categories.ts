/** A category; only leaves take products. */
export interface Category {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly name: string;
  readonly last: boolean;
  /** What the law asks for beyond the usual (sheet §7, 22). */
  readonly exceptionalCategories: readonly string[];
  readonly certificationInfos: readonly Certification[];
  /** The kind of notice that fits best; `ETC` always does. */
  readonly notice: string;
  readonly attributes: readonly CategoryAttribute[];
}

export interface Certification {
  readonly id: number;
  readonly name: string;
  readonly kindTypes: readonly string[];
}

export interface CategoryAttribute {
  readonly seq: number;
  readonly name: string;
  readonly classification: 'SINGLE_SELECT' | 'MULTI_SELECT' | 'RANGE';
  readonly type: 'PRIMARY' | 'OPTIONAL';
  readonly values: readonly { readonly seq: number; readonly min: string; readonly max?: string }[];
}

const attribute = (
  seq: number,
  name: string,
  type: CategoryAttribute['type'],
  classification: CategoryAttribute['classification'],
  ...values: readonly string[]
): CategoryAttribute => ({
  seq,
  name,
  type,
  classification,
  values: values.map((min, at) => ({ seq: seq * 100 + at, min })),
});

const FIT = attribute(10_013_105, '핏', 'PRIMARY', 'SINGLE_SELECT', '오버핏', '기본핏', '슬림핏');
const SEASON = attribute(10_013_106, '사용계절', 'OPTIONAL', 'MULTI_SELECT', '봄', '여름', '가을', '겨울');
const MATERIAL = attribute(10_012_940, '소재', 'PRIMARY', 'MULTI_SELECT', '가죽', '캔버스', '나일론', '원목');
const STORAGE = attribute(10_014_220, '보관방법', 'OPTIONAL', 'SINGLE_SELECT', '실온', '냉장', '냉동');

const KC: readonly Certification[] = [
  { id: 1, name: '[생활용품] 안전확인', kindTypes: ['KC_CERTIFICATION'] },
  { id: 2, name: '[전기용품] 안전인증', kindTypes: ['KC_CERTIFICATION'] },
];
const CHILD: readonly Certification[] = [
  { id: 10, name: '[어린이제품] 안전확인', kindTypes: ['CHILD_CERTIFICATION'] },
];

const branch = (id: string, parentId: string | undefined, name: string): Category => ({
  id,
  parentId,
  name,
  last: false,
  exceptionalCategories: [],
  certificationInfos: [],
  notice: 'ETC',
  attributes: [],
});

const leaf = (
  id: string,
  parentId: string,
  name: string,
  notice: string,
  attributes: readonly CategoryAttribute[],
  extra: Partial<Pick<Category, 'exceptionalCategories' | 'certificationInfos'>> = {},
): Category => ({ ...branch(id, parentId, name), last: true, notice, attributes, ...extra });

/** A small piece of the real tree. */
export const CATEGORIES: readonly Category[] = [
  branch('50000000', undefined, '패션의류'),
  branch('50000169', '50000000', '남성의류'),
  leaf('50000838', '50000169', '후드티', 'WEAR', [FIT, SEASON]),
  leaf('50000840', '50000169', '셔츠/남방', 'WEAR', [FIT, SEASON]),
  branch('50000001', undefined, '패션잡화'),
  branch('50000172', '50000001', '신발'),
  leaf('50000788', '50000172', '스니커즈', 'SHOES', [MATERIAL, SEASON]),
  branch('50000176', '50000001', '가방'),
  leaf('50000644', '50000176', '백팩', 'BAG', [MATERIAL]),
  branch('50000003', undefined, '디지털/가전'),
  branch('50000208', '50000003', '음향가전'),
  leaf('50001507', '50000208', '블루투스이어폰', 'MICROELECTRONICS', [], {
    exceptionalCategories: ['KC_CERTIFICATION'],
    certificationInfos: KC,
  }),
  leaf('50001514', '50000208', '이어폰액세서리', 'ETC', []),
  branch('50000005', undefined, '출산/육아'),
  leaf('50001149', '50000005', '봉제인형', 'KIDS', [], {
    exceptionalCategories: ['CHILD_CERTIFICATION'],
    certificationInfos: CHILD,
  }),
  branch('50000006', undefined, '식품'),
  branch('50000160', '50000006', '농산물'),
  leaf('50001047', '50000160', '사과', 'FOOD', [STORAGE]),
  branch('50000149', '50000006', '가공식품'),
  leaf('50001999', '50000149', '간편조리식품', 'GENERAL_FOOD', [STORAGE]),
  branch('50000008', undefined, '생활/건강'),
  branch('50000061', '50000008', '주방용품'),
  leaf('50002333', '50000061', '도마', 'KITCHEN_UTENSILS', [MATERIAL]),
  branch('50000078', '50000008', '생활용품'),
  leaf('50003356', '50000078', '세탁세제', 'ETC', []),
];

const BY_ID = new Map(CATEGORIES.map((category) => [category.id, category]));

export function categoryOf(id: string): Category | undefined {
  return BY_ID.get(id);
}

/** The category and all above it, the root first. */
export function lineOf(category: Category): readonly Category[] {
  const parent = category.parentId === undefined ? undefined : BY_ID.get(category.parentId);
  return parent === undefined ? [category] : [...lineOf(parent), category];
}

/** Such as `패션의류>남성의류>후드티`. */
export function wholeName(category: Category): string {
  return lineOf(category)
    .map(({ name }) => name)
    .join('>');
}
