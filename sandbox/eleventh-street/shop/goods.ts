/** A kind of thing that the invented shops sell. */
export interface GoodsKind {
  readonly name: string;
  readonly code: string;
  readonly price: number;
  /** `dispCtgrNo` of its category. */
  readonly category: string;
  /** The name of the option group with its values; none for goods without options. */
  readonly options: readonly [group: string, ...values: string[]] | null;
  /** What may be bought along with it. */
  readonly addOn?: readonly [name: string, price: number];
}

const COLOURS = ['색상', '화이트', '블랙', '베이지', '네이비'] as const;
const SIZES = ['사이즈', 'S', 'M', 'L', 'XL'] as const;
const WEIGHTS = ['중량', '1kg', '3kg', '5kg', '10kg'] as const;
const PACKS = ['구성', '1개', '2개 세트', '5개 세트'] as const;

/** What the shops sell before they begin to repeat themselves. Some names need CP949: EUC-KR proper lacks their syllables. */
export const GOODS_KINDS: readonly GoodsKind[] = [
  {
    name: '도자기 머그컵',
    code: 'MUG',
    category: '1012345',
    price: 12_000,
    options: COLOURS,
    addOn: ['머그컵 실리콘 뚜껑', 2_500],
  },
  { name: '똠얌꿍 밀키트', code: 'TOM', category: '1012510', price: 13_900, options: PACKS },
  { name: '펲시 스타일 빈티지 유리잔', code: 'GLS', category: '1012346', price: 9_900, options: COLOURS },
  { name: '하루담 오버핏 맨투맨', code: 'SWT', category: '1012401', price: 24_900, options: SIZES },
  { name: '하루담 기모 조거팬츠', code: 'JGR', category: '1012402', price: 19_900, options: SIZES },
  { name: '모아온 린넨 원피스', code: 'LIN', category: '1012400', price: 39_800, options: SIZES },
  { name: '두르담 캐시미어 머플러', code: 'MUF', category: '1012410', price: 29_900, options: COLOURS },
  {
    name: '보온담 텀블러 500ml',
    code: 'TMB',
    category: '1012347',
    price: 15_900,
    options: COLOURS,
    addOn: ['텀블러 세척솔', 3_000],
  },
  { name: '산들바람 감귤 (노지)', code: 'TNG', category: '1012500', price: 12_900, options: WEIGHTS },
  { name: '들녘참 햅쌀', code: 'RIC', category: '1012501', price: 32_900, options: WEIGHTS },
  { name: '바다곁 반건조 오징어', code: 'SQD', category: '1012502', price: 21_900, options: PACKS },
  { name: '손맛담은 포기김치', code: 'KIM', category: '1012511', price: 23_900, options: WEIGHTS },
  {
    name: '숲결 원목 도마',
    code: 'BRD',
    category: '1012350',
    price: 18_900,
    options: ['규격', '소형', '중형', '대형'],
  },
  {
    name: '숲결 원목 협탁',
    code: 'TBL',
    category: '1012600',
    price: 59_000,
    options: COLOURS,
    addOn: ['협탁 유리 상판', 15_000],
  },
  {
    name: '별빛 LED 무드등',
    code: 'LMP',
    category: '1012610',
    price: 16_900,
    options: COLOURS,
    addOn: ['충전 어댑터', 6_000],
  },
  {
    name: '고요한밤 경추베개',
    code: 'PIL',
    category: '1012600',
    price: 25_900,
    options: ['높이', '낮음', '보통', '높음'],
  },
  { name: '맑은물 클렌징폼', code: 'CLN', category: '1012621', price: 9_900, options: null },
  { name: '맑은물 수분크림 50ml', code: 'CRM', category: '1012621', price: 18_500, options: null },
  { name: '뽀득 주방세제 리필 3L', code: 'DTG', category: '1012620', price: 8_900, options: null },
  {
    name: '또박또박 초등 수학 문제집',
    code: 'MTH',
    category: '1012640',
    price: 13_500,
    options: ['학년', '3학년', '4학년', '5학년'],
  },
  {
    name: '튼튼발 경량 운동화',
    code: 'SHO',
    category: '1012411',
    price: 45_900,
    options: ['사이즈', '240', '250', '260', '270'],
  },
  { name: '멍냥이 배변패드 100매', code: 'PAD', category: '1012622', price: 15_900, options: PACKS },
  {
    name: '캠프온 접이식 의자',
    code: 'CHR',
    category: '1012631',
    price: 28_900,
    options: COLOURS,
    addOn: ['의자 수납가방', 5_000],
  },
  { name: '쭉쭉 요가매트 10mm', code: 'YOG', category: '1012630', price: 17_900, options: COLOURS },
];

/** A name as hard on programs as names get in CP949: markup, quotes, an ampersand, a syllable that EUC-KR proper lacks. */
export const STRANGE_NAME = '[무료배송] "수제" 뷁깔 & \'햏\' 에코백 <b>대용량</b> · A\\B 타입 100%';
