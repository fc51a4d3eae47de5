import type { Random } from '../../frame/random.ts';

/** Where a parcel goes. */
export interface Receiver {
  readonly name: string;
  readonly mobile: string;
  readonly phone: string;
  readonly zipCode: string;
  readonly front: string;
  readonly back: string;
}

const SURNAMES = [...'김이박최정강조윤장임한오서신권황안송류홍'];
const GIVEN_NAMES =
  '민준 서준 도윤 예준 시우 하준 지호 서연 서윤 지우 서현 민서 하은 지민 수빈 영희 은정 미경 성호 동현'.split(
    ' ',
  );
const AWKWARD_NAME = '김"별"하늘 \\ 🌸 <b>님</b>';
const PLACES: readonly (readonly [string, string])[] = [
  ['06236', '서울특별시 강남구 테헤란로 152'],
  ['03925', '서울특별시 마포구 월드컵북로 396'],
  ['13494', '경기도 성남시 분당구 판교역로 235'],
  ['16508', '경기도 수원시 영통구 광교중앙로 170'],
  ['21984', '인천광역시 연수구 송도과학로 32'],
  ['48058', '부산광역시 해운대구 센텀남대로 35'],
  ['34141', '대전광역시 유성구 대학로 291'],
  ['61945', '광주광역시 서구 상무중앙로 80'],
];
const ISLANDS: readonly (readonly [string, string])[] = [
  ['63309', '제주특별자치도 제주시 첨단로 242'],
  ['40221', '경상북도 울릉군 울릉읍 도동길 148'],
];
const MEMOS = [
  '',
  '문 앞에 놓아주세요',
  '부재 시 경비실에 맡겨주세요',
  '공동현관 #1234* 문 앞에 놓아주세요',
  '배송 전 "연락" 주세요 😀',
] as const;

const digits = (random: Random, count: number) => String(random.int(0, 10 ** count - 1)).padStart(count, '0');

/** A virtual number: it leads to the real one for some weeks. */
export function virtualNumber(random: Random): string {
  return `0502-${digits(random, 4)}-${digits(random, 4)}`;
}

/** A person's name, sometimes one of the sort that breaks programs. */
export function personName(random: Random): string {
  return random.chance(0.01) ? AWKWARD_NAME : `${random.pick(SURNAMES)}${random.pick(GIVEN_NAMES)}`;
}

/** A receiver; a remote one lives on an island. */
export function inventReceiver(random: Random, isRemote: boolean): Receiver {
  const [zipCode, front] = random.pick(isRemote ? ISLANDS : PLACES);
  return {
    name: personName(random),
    mobile: virtualNumber(random),
    phone: random.chance(0.3) ? virtualNumber(random) : '',
    zipCode,
    front,
    back: random.chance(0.05) ? '' : `${random.int(101, 130)}동 ${random.int(1, 25)}0${random.int(1, 8)}호`,
  };
}

/** What the buyer asks of the courier. */
export function inventMemo(random: Random): string {
  return random.pick(MEMOS);
}
