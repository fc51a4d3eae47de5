import type { Family } from './families.ts';

/** A node of the category tree. Leaves have a family and take goods; a disabled one takes none any more. */
export interface CategoryNode {
  readonly code: number;
  readonly name: string;
  readonly status: 'ACTIVE' | 'DISABLED';
  readonly family: Family | null;
  readonly children: readonly CategoryNode[];
}

const leaf = (code: number, name: string, family: Family): CategoryNode => ({
  code,
  name,
  status: 'ACTIVE',
  family,
  children: [],
});

const branch = (code: number, name: string, ...children: readonly CategoryNode[]): CategoryNode => ({
  code,
  name,
  status: 'ACTIVE',
  family: null,
  children,
});

/** The root, whose code is 0 (sheet §3.8), and a small part of what stands under it. */
export const CATEGORY_TREE: CategoryNode = branch(
  0,
  'ROOT',
  branch(
    69182,
    '패션의류잡화',
    branch(69180, '의류', leaf(69183, '맨투맨', 'clothing'), leaf(69204, '슬랙스', 'clothing')),
    branch(69960, '잡화', leaf(77413, '양말', 'accessory'), leaf(69980, '우산', 'accessory')),
  ),
  branch(
    56000,
    '뷰티',
    branch(56100, '스킨케어', leaf(56110, '선크림', 'beauty'), leaf(56290, '핸드크림', 'beauty')),
  ),
  branch(65100, '출산/유아동', branch(65110, '유아식기', leaf(65120, '턱받이', 'baby'))),
  branch(
    58880,
    '식품',
    branch(
      58900,
      '신선식품',
      leaf(58908, '쌀', 'produce'),
      leaf(59058, '감귤', 'produce'),
      leaf(59110, '오징어', 'produce'),
    ),
    branch(58400, '가공식품', leaf(58420, '원두커피', 'food'), leaf(58510, '견과', 'food')),
    branch(58600, '건강식품', leaf(58640, '유산균', 'supplement')),
  ),
  branch(80200, '주방용품', leaf(80285, '텀블러', 'kitchen'), leaf(80310, '도마', 'kitchen')),
  branch(
    63900,
    '생활용품',
    leaf(63920, '주방세제', 'household'),
    leaf(64120, '물티슈', 'household'),
    leaf(64310, '마스크', 'household'),
  ),
  branch(
    62588,
    '가전/디지털',
    branch(63200, '휴대폰 액세서리', leaf(63207, '이어폰 케이스', 'goods')),
    branch(63220, '음향기기', leaf(63221, '무선 이어폰', 'goods')),
    branch(62100, '조명', leaf(62105, 'LED 스탠드', 'appliance')),
  ),
  branch(78100, '홈패브릭', leaf(78120, '이불', 'bedding')),
  branch(81000, '스포츠/레저', leaf(81040, '요가매트', 'goods'), leaf(81520, '캠핑 의자', 'goods')),
  branch(66100, '문구/오피스', leaf(66120, '만년필', 'goods'), leaf(66210, '노트', 'goods'), {
    ...leaf(66190, '필름', 'goods'),
    status: 'DISABLED',
  }),
  branch(63990, '반려동물용품', leaf(63998, '강아지 간식', 'food')),
);

const BY_CODE = new Map(everyNode(CATEGORY_TREE).map((node) => [node.code, node]));

function everyNode(node: CategoryNode): readonly CategoryNode[] {
  return [node, ...node.children.flatMap(everyNode)];
}

/** The node with this code, leaf or not. */
export function categoryOf(code: number): CategoryNode | undefined {
  return BY_CODE.get(code);
}

/** The codes of the leaves under a node. */
export function leavesUnder(node: CategoryNode): readonly number[] {
  return everyNode(node)
    .filter(({ family }) => family !== null)
    .map(({ code }) => code);
}
