import type { Language } from './language.ts';

/** A parcel carrier under the hub's own id, with the names people and programs use for it. */
export interface Carrier {
  readonly id: string;
  readonly names: Readonly<Record<Language, string>>;
  /** Other names and codes that mean this carrier everywhere; compared after `normaliseCarrierName`. */
  readonly aliases: readonly string[];
}

/** A company's name: outside Korea it is written as in English. */
function abroad(ko: string, latin: string): Carrier['names'] {
  return { ko, en: latin, ru: latin, uz: latin };
}

/**
 * Carriers that more than one marketplace knows. Codes differ between marketplaces (`HYUNDAI` means Lotte in
 * Naver and Coupang), so each connector keeps its own table from these ids to its codes.
 */
export const CARRIERS: readonly Carrier[] = [
  {
    id: 'cj',
    names: abroad('CJ대한통운', 'CJ Logistics'),
    aliases: ['CJGLS', 'KOREX', '대한통운', 'CJ택배', 'CJ', '씨제이', '씨제이대한통운', 'CJLOGISTICS'],
  },
  {
    id: 'lotte',
    names: abroad('롯데택배', 'Lotte Global Logistics'),
    aliases: ['LOTTE', 'HYUNDAI', '롯데', '현대택배', '롯데글로벌로지스', '롯데글로벌'],
  },
  { id: 'hanjin', names: abroad('한진택배', 'Hanjin'), aliases: ['HANJIN', '한진'] },
  { id: 'logen', names: abroad('로젠택배', 'Logen'), aliases: ['LOGEN', 'KGB', '로젠', 'KGB택배'] },
  {
    id: 'epost',
    names: {
      ko: '우체국택배',
      en: 'Korea Post parcel',
      ru: 'Посылка Почты Кореи',
      uz: 'Koreya pochtasi jo‘natmasi',
    },
    aliases: ['EPOST', '우체국', '우체국소포', '우정사업본부', 'KOREAPOST'],
  },
  {
    id: 'registpost',
    names: {
      ko: '우편등기',
      en: 'Korea Post registered mail',
      ru: 'Заказное письмо Почты Кореи',
      uz: 'Koreya pochtasining buyurtma xati',
    },
    aliases: ['REGISTPOST', '등기', '우체국등기', '등기우편'],
  },
  { id: 'kdexp', names: abroad('경동택배', 'Kyungdong'), aliases: ['KDEXP', '경동'] },
  { id: 'daesin', names: abroad('대신택배', 'Daesin'), aliases: ['DAESIN', '대신'] },
  { id: 'ilyang', names: abroad('일양로지스', 'Ilyang Logis'), aliases: ['ILYANG', '일양', '일양택배'] },
  { id: 'hdexp', names: abroad('합동택배', 'Hapdong'), aliases: ['HDEXP', '합동'] },
  { id: 'chunil', names: abroad('천일택배', 'Chunil'), aliases: ['CHUNIL', '천일'] },
  { id: 'kunyoung', names: abroad('건영택배', 'Kunyoung'), aliases: ['KUNYOUNG', '건영'] },
  { id: 'honam', names: abroad('우리택배', 'Woori (Honam)'), aliases: ['HONAM', '호남', '호남택배', '우리'] },
  {
    id: 'cu',
    names: {
      ko: 'CU편의점택배',
      en: 'CU convenience store parcel',
      ru: 'CU (посылки через магазины)',
      uz: 'CU (do‘konlar orqali jo‘natma)',
    },
    aliases: ['CUPOST', 'CUPARCEL', 'BGF', 'BGF포스트', 'CU택배', 'CU'],
  },
  {
    id: 'gs',
    names: {
      ko: 'GS25편의점택배',
      en: 'GS25 convenience store parcel',
      ru: 'GS25 (посылки через магазины)',
      uz: 'GS25 (do‘konlar orqali jo‘natma)',
    },
    aliases: ['GTX', 'CVSNET', 'CVS', 'GS포스트박스', 'GSPostbox택배', '편의점택배', 'GS25', 'GS25택배'],
  },
  { id: 'nonghyup', names: abroad('농협택배', 'Nonghyup'), aliases: ['NONGHYUP', 'NHLOGIS', '농협'] },
  { id: 'homepick', names: abroad('홈픽택배', 'Homepick'), aliases: ['HOMEPICK', '홈픽'] },
  { id: 'slx', names: abroad('SLX택배', 'SLX'), aliases: ['SLX'] },
  { id: 'hanips', names: abroad('한의사랑택배', 'Hanips'), aliases: ['HPL', '한의사랑'] },
  { id: 'yongma', names: abroad('용마로지스', 'Yongma Logis'), aliases: ['YONGMA', '용마'] },
  { id: 'sebang', names: abroad('세방택배', 'Sebang'), aliases: ['SEBANG', '세방'] },
  { id: 'logisvalley', names: abroad('로지스밸리', 'Logisvalley'), aliases: ['LOGISVALLEY'] },
  { id: 'teamfresh', names: abroad('팀프레시', 'Team Fresh'), aliases: ['TEAMFRESH'] },
  { id: 'forever', names: abroad('퍼레버택배', 'Forever'), aliases: ['FOREVER', 'FOREVERPS', '퍼레버'] },
  { id: 'jmnp', names: abroad('딜리박스', 'Delibox'), aliases: ['JMNP'] },
  { id: 'hilogis', names: abroad('HI택배', 'HI Logis'), aliases: ['HYBRID', 'HILOGIS'] },
  { id: 'ems', names: abroad('EMS', 'EMS'), aliases: ['EMS', '우체국EMS', '국제특급'] },
  { id: 'dhl', names: abroad('DHL', 'DHL'), aliases: ['DHL'] },
  { id: 'fedex', names: abroad('FedEx', 'FedEx'), aliases: ['FEDEX', '페덱스'] },
  { id: 'ups', names: abroad('UPS', 'UPS'), aliases: ['UPS'] },
  { id: 'tnt', names: abroad('TNT', 'TNT'), aliases: ['TNT'] },
  { id: 'usps', names: abroad('USPS', 'USPS'), aliases: ['USPS'] },
  {
    id: 'direct',
    names: {
      ko: '업체직송',
      en: 'delivered by the seller',
      ru: 'доставляет продавец',
      uz: 'sotuvchi yetkazadi',
    },
    aliases: ['DIRECT', '직접배송', '직배송', '업체 직접 배송', '자체배송'],
  },
  {
    id: 'other',
    names: { ko: '기타택배', en: 'other carrier', ru: 'другой перевозчик', uz: 'boshqa tashuvchi' },
    aliases: ['기타'],
  },
];

/** Folds the ways people write a carrier: no spaces, punctuation or "(주)", lower case. */
export function normaliseCarrierName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\(주\)|㈜|주식회사/g, '')
    .replace(/[\s()._\-·]/g, '')
    .toLowerCase();
}

const BY_NAME = new Map<string, Carrier>();
for (const carrier of CARRIERS) {
  for (const name of [carrier.id, ...Object.values(carrier.names), ...carrier.aliases]) {
    BY_NAME.set(normaliseCarrierName(name), carrier);
  }
}

/** Finds a carrier by hub id, common name or widely used code; undefined rather than a guess (law 11). */
export function findCarrier(text: string): Carrier | undefined {
  return BY_NAME.get(normaliseCarrierName(text));
}
