import type { Random } from '../../frame/random.ts';
import type { Person, Receiver } from '../orders/line.ts';

type Place = readonly [postCode: string, address: string];

const FAMILY_NAMES = '김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황보'.split(' ');
const GIVEN_NAMES =
  '가람 나래 도현 라온 미르 바다 새봄 아라 예솔 윤슬 지안 찬솔 태린 하람 한결 해솔 현서 희망 똘이 은율'.split(
    ' ',
  );

const PLACES: readonly Place[] = [
  ['04524', '서울특별시 중구 세종대로 110'],
  ['06236', '서울특별시 강남구 테헤란로 152'],
  ['03925', '서울특별시 마포구 월드컵북로 396'],
  ['13494', '경기도 성남시 분당구 판교역로 235'],
  ['16508', '경기도 수원시 영통구 광교중앙로 170'],
  ['21984', '인천광역시 연수구 송도과학로 32'],
  ['48058', '부산광역시 해운대구 센텀남대로 35'],
  ['42110', '대구광역시 수성구 동대구로 111'],
  ['61945', '광주광역시 서구 상무중앙로 80'],
  ['34134', '대전광역시 유성구 대학로 99'],
  ['24266', '강원특별자치도 춘천시 중앙로 1'],
  ['54968', '전북특별자치도 전주시 완산구 효자로 225'],
];
const ISLANDS: readonly Place[] = [
  ['63309', '제주특별자치도 제주시 첨단로 242'],
  ['63584', '제주특별자치도 서귀포시 중앙로 105'],
  ['40221', '경상북도 울릉군 울릉읍 도동길 148'],
  ['23113', '인천광역시 옹진군 백령면 백령로 831'],
];
const MEMOS = [
  '문 앞에 놓아주세요',
  '경비실에 맡겨주세요',
  '배송 전 연락 바랍니다',
  '부재시 문 앞에 놓아주세요 (공동현관 #1234)',
];
const AWKWARD_NAME = '뷁똠"찦차" O\'Neill <b>님</b> & 주식회사 아주아주긴이름무역 구매2팀 귀하';
const AWKWARD_MEMO = '문 앞 "왼쪽" 화분\\옆 & 벨 <누르지> 마세요; 100% 부탁 😀';

const digits = (random: Random, count: number) => String(random.int(0, 10 ** count - 1)).padStart(count, '0');

/** A person. Blank land lines come as dashes; a mobile number may be a virtual one (sheet §2). */
export function inventPerson(random: Random, isAwkward: boolean): Person {
  return {
    name: isAwkward ? AWKWARD_NAME : `${random.pick(FAMILY_NAMES)}${random.pick(GIVEN_NAMES)}`,
    phone: random.pick(['02--', '--', `02-${digits(random, 4)}-${digits(random, 4)}`]),
    mobile: random.chance(0.4)
      ? `0504-${digits(random, 4)}-${digits(random, 4)}`
      : `010-${digits(random, 4)}-${digits(random, 4)}`,
  };
}

/** Where a parcel goes, and to whom. */
export function inventReceiver(random: Random, person: Person, isIsland: boolean): Receiver {
  const [postCode, baseAddress] = random.pick(isIsland ? ISLANDS : PLACES);
  const detailAddress = `${random.int(101, 130)}동 ${random.int(1, 25)}0${random.int(1, 8)}호`;
  return { ...person, postCode, baseAddress, detailAddress };
}

/** What the buyer asks of the courier; often nothing. */
export function inventMemo(random: Random, isAwkward: boolean): string | null {
  if (isAwkward) return AWKWARD_MEMO;
  return random.chance(0.4) ? null : random.pick(MEMOS);
}
