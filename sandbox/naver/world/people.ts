import type { Random } from '../../frame/random.ts';
import type { Address } from '../orders/address.ts';
import type { Orderer } from '../orders/product-order.ts';

const SURNAMES = [...'김이박최정강조윤장임한오서신권황안송류홍'];
const GIVEN_NAMES =
  '민준 서준 도윤 예준 시우 하준 지호 서연 서윤 지우 서현 민서 하은 지민 수빈 영희 철수 은정 미경 성호 동현 재훈 혜진 지훈 유진 상철 영숙 경희 태민 보라'.split(
    ' ',
  );
const PLACES: readonly (readonly [string, string])[] = [
  ['06236', '서울특별시 강남구 테헤란로 152'],
  ['04524', '서울특별시 중구 세종대로 110'],
  ['07327', '서울특별시 영등포구 여의대로 24'],
  ['05551', '서울특별시 송파구 올림픽로 300'],
  ['03925', '서울특별시 마포구 월드컵북로 396'],
  ['13529', '경기도 성남시 분당구 판교역로 166'],
  ['16499', '경기도 수원시 영통구 광교로 145'],
  ['10390', '경기도 고양시 일산서구 킨텍스로 217-60'],
  ['21999', '인천광역시 연수구 송도과학로 32'],
  ['34141', '대전광역시 유성구 대학로 291'],
  ['41585', '대구광역시 북구 대학로 80'],
  ['48058', '부산광역시 해운대구 센텀중앙로 79'],
  ['44919', '울산광역시 울주군 언양읍 유니스트길 50'],
  ['61186', '광주광역시 북구 용봉로 77'],
  ['28644', '충청북도 청주시 서원구 충대로 1'],
  ['24341', '강원특별자치도 춘천시 강원대학길 1'],
  ['54896', '전북특별자치도 전주시 덕진구 백제대로 567'],
  ['51140', '경상남도 창원시 의창구 창원대학로 20'],
  ['30151', '세종특별자치시 한누리대로 2130'],
  ['37673', '경상북도 포항시 남구 청암로 77'],
];
const ISLANDS: readonly (readonly [string, string])[] = [
  ['63309', '제주특별자치도 제주시 첨단로 242'],
  ['63568', '제주특별자치도 서귀포시 일주동로 8658'],
  ['40221', '경상북도 울릉군 울릉읍 도동길 65'],
  ['23110', '인천광역시 옹진군 백령면 백령로 831'],
];
const MEMOS = [
  '문 앞에 놓아주세요',
  '부재 시 경비실에 맡겨주세요',
  '배송 전 연락 부탁드립니다',
  '택배함에 넣어주세요',
  '파손 위험이 있으니 조심히 다뤄주세요',
  '직접 받을게요. 벨 누르지 마세요 (아기 자요 😴)',
];

const digits = (random: Random, count: number) => String(random.int(0, 10 ** count - 1)).padStart(count, '0');

/** A Korean name. */
export function personName(random: Random): string {
  return `${random.pick(SURNAMES)}${random.pick(GIVEN_NAMES)}`;
}

/** A Korean mobile number, sometimes a masked 0502 one. */
export function phoneNumber(random: Random): string {
  return random.chance(0.1) ? `0502${digits(random, 8)}` : `010${digits(random, 8)}`;
}

/** A buyer. */
export function orderer(random: Random): Orderer {
  const id = random.pick(['hong', 'kim77', 'shopper', 'naver1', 'moon', 'sunny', 'dad_of']);
  return {
    id: `${id}****`,
    no: `2${digits(random, 8)}`,
    name: personName(random),
    tel: phoneNumber(random),
  };
}

/** A domestic address on the mainland. */
export function mainlandAddress(random: Random): Address {
  return addressIn(random, PLACES);
}

/** An address that costs a remote-area surcharge. */
export function islandAddress(random: Random): Address {
  return addressIn(random, ISLANDS);
}

/** An address abroad. */
export function foreignAddress(random: Random): Address {
  return {
    addressType: 'FOREIGN',
    name: 'KIM MINJUN',
    tel1: `+1213555${digits(random, 4)}`,
    zipCode: '90010',
    baseAddress: '3699 Wilshire Blvd',
    detailedAddress: `Unit ${random.int(100, 999)}`,
    city: 'Los Angeles',
    state: 'CA',
    country: 'US',
    isRoadNameAddress: false,
  };
}

/** What buyers write to the courier, or nothing. */
export function shippingMemo(random: Random): string | undefined {
  return random.chance(0.6) ? random.pick(MEMOS) : undefined;
}

function addressIn(random: Random, places: readonly (readonly [string, string])[]): Address {
  const [zipCode, baseAddress] = random.pick(places);
  return {
    addressType: 'DOMESTIC',
    name: personName(random),
    tel1: phoneNumber(random),
    tel2: random.chance(0.1) ? phoneNumber(random) : '',
    zipCode,
    baseAddress,
    detailedAddress: `${random.int(1, 120)}동 ${random.int(1, 25)}0${random.int(1, 6)}호`,
    city: '',
    state: '',
    country: '',
    isRoadNameAddress: true,
    ...(random.chance(0.15) ? { entryMethod: 'LOBBY_PW', entryMethodContent: `#${digits(random, 4)}*` } : {}),
  };
}
