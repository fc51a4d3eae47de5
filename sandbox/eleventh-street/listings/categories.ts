/** A category of the stand-in's small tree. */
export interface Category {
  readonly no: string;
  readonly parentNo: string;
  readonly name: string;
  /** 1 is the root of a branch. */
  readonly depth: number;
  /** 1 food, 2 living goods, children's goods and electric ones (sheet §3.2). */
  readonly certType: '' | '1' | '2';
  readonly certRequired: boolean;
}

type Branch = readonly [no: string, name: string, ...below: Branch[]];

const TREE: readonly (readonly [certType: Category['certType'], branch: Branch])[] = [
  [
    '2',
    [
      '1001300',
      '주방용품',
      ['1011300', '컵/잔', ['1012345', '머그컵'], ['1012346', '유리잔'], ['1012347', '텀블러/보온병']],
      ['1011301', '조리도구', ['1012350', '도마'], ['1012351', '칼/가위']],
    ],
  ],
  [
    '',
    [
      '1001310',
      '패션의류',
      ['1011310', '여성의류', ['1012400', '원피스'], ['1012401', '맨투맨/후드티'], ['1012402', '바지']],
      ['1011311', '패션잡화', ['1012410', '머플러/스카프'], ['1012411', '운동화']],
    ],
  ],
  [
    '1',
    [
      '1001320',
      '식품',
      ['1011320', '신선식품', ['1012500', '감귤'], ['1012501', '쌀'], ['1012502', '건어물']],
      ['1011321', '가공식품', ['1012510', '밀키트'], ['1012511', '김치']],
    ],
  ],
  [
    '2',
    [
      '1001330',
      '생활/인테리어',
      ['1011330', '가구', ['1012600', '협탁']],
      ['1011331', '조명', ['1012610', '무드등']],
      ['1011332', '생활잡화', ['1012620', '세제'], ['1012621', '화장품'], ['1012622', '반려동물용품']],
      ['1011333', '스포츠/레저', ['1012630', '요가매트'], ['1012631', '캠핑의자']],
      ['1011334', '도서', ['1012640', '학습서']],
    ],
  ],
  ['2', ['1001340', '가전/디지털', ['1011340', '음향기기', ['1012650', '무선 이어폰']]]],
];

function flattened(
  branch: Branch,
  parentNo: string,
  depth: number,
  certType: Category['certType'],
): Category[] {
  const [no, name, ...below] = branch;
  const own: Category = { no, parentNo, name, depth, certType, certRequired: no === '1012610' };
  return [own, ...below.flatMap((child) => flattened(child, no, depth + 1, certType))];
}

/** Every category, parents before their children. */
export const CATEGORIES: readonly Category[] = TREE.flatMap(([certType, branch]) =>
  flattened(branch, '0', 1, certType),
);

const BY_NO = new Map(CATEGORIES.map((category) => [category.no, category]));
const PARENTS = new Set(CATEGORIES.map(({ parentNo }) => parentNo));

export function categoryOf(no: string): Category | undefined {
  return BY_NO.get(no);
}

/** Goods are registered in leaves only. */
export function isLeaf({ no }: Category): boolean {
  return !PARENTS.has(no);
}

/** The branch a category lies in. */
export function rootOf(category: Category): Category {
  const parent = BY_NO.get(category.parentNo);
  return parent === undefined ? category : rootOf(parent);
}

/** A category with all that lies below it. */
export function subtreeOf(no: string): readonly Category[] {
  const own = CATEGORIES.filter((category) => category.no === no);
  const below = CATEGORIES.filter(({ parentNo }) => parentNo === no);
  return [...own, ...below.flatMap((child) => subtreeOf(child.no))];
}
