import type { Random } from '../../frame/random.ts';

/** Where a parcel goes. */
export interface Address {
  readonly addr1: string;
  readonly postCode: string;
}

const FAMILY_NAMES = '김 이 박 최 정 강 조 윤 장 임 한 오 서 신 남궁'.split(' ');
const GIVEN_NAMES =
  '하늘 지민 서연 도윤 예준 수아 민재 은지 현우 다은 준서 유진 소영 태형 아름 성호 미경 영수 보라 찬'.split(
    ' ',
  );

const ADDRESSES: readonly Address[] = [
  { addr1: '서울특별시 송파구 올림픽로 1', postCode: '05500' },
  { addr1: '서울특별시 강남구 테헤란로 152', postCode: '06236' },
  { addr1: '서울특별시 마포구 월드컵북로 396', postCode: '03925' },
  { addr1: '경기도 성남시 분당구 판교역로 235', postCode: '13494' },
  { addr1: '경기도 수원시 영통구 광교중앙로 170', postCode: '16508' },
  { addr1: '인천광역시 연수구 송도과학로 32', postCode: '21984' },
  { addr1: '부산광역시 해운대구 센텀남대로 35', postCode: '48058' },
  { addr1: '대구광역시 수성구 동대구로 111', postCode: '42110' },
  { addr1: '광주광역시 서구 상무중앙로 80', postCode: '61945' },
  { addr1: '대전광역시 유성구 대학로 99', postCode: '34134' },
  { addr1: '강원특별자치도 춘천시 중앙로 1', postCode: '24266' },
  { addr1: '전북특별자치도 전주시 완산구 효자로 225', postCode: '54968' },
];

const REMOTE_ADDRESSES: readonly Address[] = [
  { addr1: '제주특별자치도 제주시 첨단로 242', postCode: '63309' },
  { addr1: '제주특별자치도 서귀포시 중앙로 105', postCode: '63584' },
  { addr1: '경상북도 울릉군 울릉읍 도동길 148', postCode: '40221' },
  { addr1: '인천광역시 옹진군 백령면 백령로 831', postCode: '23113' },
];

const AWKWARD_NAMES = [
  '김"별"하늘 \\ 🌸',
  "O'Neill 지민 <b>님</b>",
  '주식회사 아주아주아주긴이름을가진무역상사 경영지원본부 구매2팀 담당자 남궁하늘빛나래 귀하 👩‍👩‍👧‍👦',
] as const;

const MESSAGES = [
  '문 앞',
  '경비실에 맡겨주세요',
  '배송 전 연락 바랍니다',
  '부재시 문 앞에 놓아주세요 (공동현관 #1234*)',
] as const;
const AWKWARD_MESSAGE = '문 앞 "왼쪽" 화분\\옆 😀\n벨 누르지 마세요 & 사진 <찍어> 주세요';

/** A person's name. */
export function inventName(random: Random): string {
  return `${random.pick(FAMILY_NAMES)}${random.pick(GIVEN_NAMES)}`;
}

/** A name of the sort that breaks programs: quotes, backslashes, emoji, great length. */
export function inventAwkwardName(random: Random): string {
  return random.pick(AWKWARD_NAMES);
}

/** A safe number: a 050x number that leads to the real one for some weeks. */
export function inventSafeNumber(random: Random): string {
  return `050${random.int(2, 8)}-${random.int(1_000, 9_999)}-${random.int(1_000, 9_999)}`;
}

/** A street address; a remote one is on Jeju or another island. */
export function inventAddress(random: Random, remote: boolean): Address {
  return random.pick(remote ? REMOTE_ADDRESSES : ADDRESSES);
}

/** The second line of an address. */
export function inventUnit(random: Random): string {
  return `${random.int(101, 130)}동 ${random.int(1, 25)}0${random.int(1, 8)}호`;
}

/** What the buyer asks of the courier; often nothing. */
export function inventMessage(random: Random, awkward: boolean): string | null {
  if (awkward) return AWKWARD_MESSAGE;
  return random.chance(0.3) ? null : random.pick(MESSAGES);
}
