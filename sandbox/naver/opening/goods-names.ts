/** How a product is varied: the names of its option groups with their values. */
export const OPTION_GROUPS = {
  none: [],
  wear: [
    ['색상', ['블랙', '아이보리', '그레이', '네이비']],
    ['사이즈', ['S', 'M', 'L', 'XL']],
  ],
  shoes: [
    ['색상', ['화이트', '블랙']],
    ['사이즈', ['230', '240', '250', '260', '270', '280']],
  ],
  color: [['색상', ['베이지', '차콜', '올리브', '버건디']]],
  weight: [['중량', ['1kg', '3kg', '5kg', '10kg']]],
  pack: [['구성', ['1개', '2개 세트', '5개 세트']]],
  scent: [['향', ['라벤더', '시트러스', '무향', '화이트머스크']]],
  size: [['규격', ['소형', '중형', '대형', '특대형']]],
} as const;
export type OptionKind = keyof typeof OPTION_GROUPS;

type Tax = 'TAXATION' | 'TAX_EXEMPTION' | 'TAX_FREE';
type Storage = 'DRY' | 'WET' | 'FROZEN';

export interface GoodsName {
  readonly name: string;
  readonly price: number;
  readonly options: OptionKind;
  readonly tax?: Tax;
  readonly storage?: Storage;
}

/** What the store sells before it starts to repeat itself. */
export const GOODS_NAMES: readonly GoodsName[] = [
  { name: '기모 후드 집업', price: 14_900, options: 'wear' },
  { name: '오버핏 맨투맨 (남녀공용)', price: 19_900, options: 'wear' },
  { name: '제주 노지 감귤', price: 12_900, options: 'weight', tax: 'TAX_EXEMPTION', storage: 'WET' },
  { name: '면세 도서: 초등 수학 문제집', price: 13_500, options: 'none', tax: 'TAX_FREE' },
  { name: '세미와이드 슬랙스', price: 29_800, options: 'wear' },
  { name: '울 블렌드 롱코트', price: 129_000, options: 'wear' },
  { name: '경량 구스다운 패딩 조끼', price: 49_900, options: 'wear' },
  { name: '린넨 셔츠 원피스', price: 39_900, options: 'wear' },
  { name: '기능성 런닝 반팔티 2+1', price: 17_900, options: 'wear' },
  { name: '캐시미어 니트 가디건', price: 69_000, options: 'wear' },
  { name: '데님 와이드 팬츠', price: 34_900, options: 'wear' },
  { name: '플리스 집업 자켓', price: 32_000, options: 'wear' },
  { name: '데일리 캔버스 스니커즈', price: 27_900, options: 'shoes' },
  { name: '쿠션 러닝화 5세대', price: 59_000, options: 'shoes' },
  { name: '방수 등산화', price: 89_000, options: 'shoes' },
  { name: '소가죽 첼시부츠', price: 79_000, options: 'shoes' },
  { name: '푹신 거실 슬리퍼', price: 8_900, options: 'shoes' },
  { name: '미니 크로스백', price: 24_900, options: 'color' },
  { name: '노트북 백팩 15.6인치', price: 45_900, options: 'color' },
  { name: '소가죽 반지갑', price: 32_900, options: 'color' },
  { name: '캐시미어 머플러', price: 29_900, options: 'color' },
  { name: '극세사 수면양말 5켤레', price: 9_900, options: 'color' },
  { name: '청송 사과 가정용', price: 19_900, options: 'weight', tax: 'TAX_EXEMPTION', storage: 'WET' },
  { name: '해남 꿀고구마', price: 13_900, options: 'weight', tax: 'TAX_EXEMPTION' },
  { name: '이천 쌀 2026년 햅쌀', price: 32_900, options: 'weight', tax: 'TAX_EXEMPTION' },
  { name: '국내산 깐마늘', price: 11_500, options: 'weight', tax: 'TAX_EXEMPTION', storage: 'WET' },
  { name: '한돈 삼겹살 구이용', price: 15_900, options: 'weight', tax: 'TAX_EXEMPTION', storage: 'WET' },
  { name: '손질 오징어 (냉동)', price: 18_900, options: 'weight', tax: 'TAX_EXEMPTION', storage: 'FROZEN' },
  { name: '전라도 포기김치', price: 21_900, options: 'weight', storage: 'WET' },
  { name: '수제 왕만두 (냉동)', price: 12_900, options: 'pack', storage: 'FROZEN' },
  { name: '한우 사골곰탕 500g', price: 3_900, options: 'pack', storage: 'FROZEN' },
  { name: '무농약 현미누룽지', price: 6_900, options: 'pack' },
  { name: '산지직송 반건조 오징어', price: 24_900, options: 'pack', storage: 'FROZEN' },
  { name: '6년근 홍삼정 스틱 30포', price: 39_900, options: 'pack' },
  { name: '저온압착 들기름 300ml', price: 16_900, options: 'pack' },
  { name: '콜드브루 원액 1L', price: 13_900, options: 'pack', storage: 'WET' },
  { name: '원두 예가체프 G2', price: 14_500, options: 'weight' },
  { name: '보성 녹차 티백 100개입', price: 8_900, options: 'pack' },
  { name: '견과 하루한줌 30봉', price: 22_900, options: 'pack' },
  { name: '아기 물티슈 캡형 20팩', price: 17_900, options: 'none' },
  { name: '3겹 순수펄프 화장지 30롤', price: 16_900, options: 'none' },
  { name: '섬유유연제 2L', price: 7_900, options: 'scent' },
  { name: '고농축 캡슐세제 100개', price: 19_900, options: 'scent' },
  { name: '디퓨저 200ml', price: 12_900, options: 'scent' },
  { name: '약산성 클렌징폼', price: 9_900, options: 'none' },
  { name: '수분 진정 토너 300ml', price: 15_900, options: 'none' },
  { name: '비타민C 세럼 30ml', price: 21_900, options: 'none' },
  { name: '무기자차 선크림 SPF50+', price: 14_900, options: 'pack' },
  { name: '두피케어 샴푸 1000ml', price: 18_900, options: 'scent' },
  { name: '스텐 텀블러 500ml', price: 13_900, options: 'color' },
  { name: 'IH 인덕션 프라이팬', price: 27_900, options: 'size' },
  { name: '유리 밀폐용기 세트', price: 23_900, options: 'size' },
  { name: '원목 도마', price: 19_900, options: 'size' },
  { name: '접이식 빨래건조대', price: 32_900, options: 'size' },
  { name: '메모리폼 경추베개', price: 25_900, options: 'size' },
  { name: '알러지케어 차렵이불', price: 49_900, options: 'color' },
  { name: '암막 커튼 2장', price: 36_900, options: 'size' },
  { name: '무선 LED 스탠드', price: 29_900, options: 'color' },
  { name: '멀티탭 6구 개별스위치', price: 11_900, options: 'none' },
  { name: '고속충전 C타입 케이블 2m', price: 6_900, options: 'pack' },
  { name: '블루투스 이어폰', price: 39_900, options: 'color' },
  { name: '강아지 배변패드 100매', price: 15_900, options: 'none' },
  { name: '고양이 두부모래 7L', price: 8_900, options: 'scent' },
  { name: '캠핑 의자 경량', price: 28_900, options: 'color' },
  { name: '요가매트 10mm', price: 17_900, options: 'color' },
];

/** A product name as hard on programs as names get: quotes, a backslash, an emoji, markup, and long. */
export const STRANGE_NAME =
  '[무료배송] "프리미엄" 국내산 100% 100\\n원단 \'수제\' 에코백 🎒👜 <b>대용량</b> & 데일리 / 크로스·숄더 겸용 · 선물포장 가능 · A\\B 타입';
