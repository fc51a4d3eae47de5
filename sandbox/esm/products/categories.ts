import type { Site } from '../sites.ts';

/** A category of ESM, with the categories of the sites that match it where it is a leaf (E:5, E:13). */
export interface Category {
  /** 20 digits, four a level. */
  readonly code: string;
  readonly name: string;
  readonly parent: string;
  readonly isLeaf: boolean;
  readonly sites: Readonly<Record<Site, readonly string[]>>;
  /** Whether names of products in it can be changed (E:151). */
  readonly isNameEditable: boolean;
}

/** What the tree hangs on. */
export const ROOT = '0';

interface Leaf {
  readonly name: string;
  readonly gmarket: readonly string[];
  readonly auction: readonly string[];
  readonly fixedName?: true;
}

const leaf = (name: string, gmarket: string, auction: string, more: Partial<Leaf> = {}): Leaf => ({
  name,
  gmarket: [gmarket],
  auction: [auction],
  ...more,
});

const TREE: readonly (readonly [string, readonly (readonly [string, readonly Leaf[]])[]])[] = [
  [
    '패션',
    [
      ['의류', [leaf('후드티', '300006312', '14020300')]],
      ['잡화', [leaf('양말', '300007415', '14180100'), leaf('우산', '300007502', '14190200')]],
    ],
  ],
  [
    '식품',
    [
      ['농산물', [leaf('쌀', '300002801', '20010100', { fixedName: true })]],
      ['과일', [leaf('감귤', '300002915', '20020500')]],
    ],
  ],
  [
    '주방용품',
    [
      ['잔/컵', [leaf('머그', '300009483', '39010100'), leaf('텀블러', '300009490', '39010400')]],
      [
        '조리도구',
        // Two categories of Gmarket match: the seller has to say which.
        [leaf('도마', '300009611', '39020100', { gmarket: ['300009611', '300009612'] })],
      ],
    ],
  ],
  [
    '생활',
    [
      ['세제', [leaf('주방세제', '300010120', '40010200')]],
      ['침구', [leaf('이불', '300010344', '40050100')]],
      ['조명/전기', [leaf('스탠드', '300010401', '40060100'), leaf('멀티탭', '300010415', '40060300')]],
    ],
  ],
  ['반려동물', [['간식', [leaf('강아지 간식', '300011021', '41010300')]]]],
  [
    '스포츠',
    [
      ['피트니스', [leaf('요가매트', '300012031', '42010100')]],
      ['캠핑', [leaf('캠핑의자', '300012230', '42030200')]],
    ],
  ],
  [
    '디지털',
    [
      ['주변기기', [leaf('마우스', '300013007', '43010500')]],
      ['음향기기', [leaf('무선 이어폰', '300013120', '43020100')]],
    ],
  ],
];

const codeOf = (...places: readonly number[]) =>
  places
    .map((place) => String(place).padStart(4, '0'))
    .join('')
    .padEnd(20, '0');

// 주방용품 is 0007 and 머그 its first leaf, as the sheet's samples have it.
const FIRST = 5;

/** Every category, parents first. */
export const CATEGORIES: readonly Category[] = TREE.flatMap(([name, groups], at) => {
  const root = codeOf(FIRST + at);
  const none = { gmarket: [], auction: [] };
  return [
    { code: root, name, parent: ROOT, isLeaf: false, sites: none, isNameEditable: true },
    ...groups.flatMap(([group, leaves], nth) => {
      const code = codeOf(FIRST + at, nth + 1);
      return [
        { code, name: group, parent: root, isLeaf: false, sites: none, isNameEditable: true },
        ...leaves.map((one, place) => ({
          code: codeOf(FIRST + at, nth + 1, place + 1),
          name: one.name,
          parent: code,
          isLeaf: true,
          sites: { gmarket: one.gmarket, auction: one.auction },
          isNameEditable: one.fixedName !== true,
        })),
      ];
    }),
  ];
});

const BY_CODE: ReadonlyMap<string, Category> = new Map(CATEGORIES.map((one) => [one.code, one]));
const BY_NAME: ReadonlyMap<string, Category> = new Map(
  CATEGORIES.filter(({ isLeaf }) => isLeaf).map((one) => [one.name, one]),
);

/** The category with this code. */
export function categoryOf(code: string): Category | undefined {
  return BY_CODE.get(code);
}

/** The leaf with this name, which must exist. */
export function leafNamed(name: string): Category {
  const found = BY_NAME.get(name);
  if (found === undefined) throw new RangeError(`there is no category ${name}`);
  return found;
}
