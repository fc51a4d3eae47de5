/** A parcel carrier under the hub's own id, with the names people and programs use for it. */
export interface Carrier {
  readonly id: string;
  readonly ko: string;
  readonly en: string;
  /** Other names and codes that mean this carrier everywhere; compared after `normaliseCarrierName`. */
  readonly aliases: readonly string[];
}

/**
 * Carriers that more than one marketplace knows. Codes differ between marketplaces (`HYUNDAI` means Lotte in
 * Naver and Coupang), so each connector keeps its own table from these ids to its codes.
 */
export const CARRIERS: readonly Carrier[] = [
  {
    id: 'cj',
    ko: 'CJ대한통운',
    en: 'CJ Logistics',
    aliases: ['CJGLS', 'KOREX', '대한통운', 'CJ택배', 'CJ', '씨제이', '씨제이대한통운', 'CJLOGISTICS'],
  },
  {
    id: 'lotte',
    ko: '롯데택배',
    en: 'Lotte Global Logistics',
    aliases: ['LOTTE', 'HYUNDAI', '롯데', '현대택배', '롯데글로벌로지스', '롯데글로벌'],
  },
  { id: 'hanjin', ko: '한진택배', en: 'Hanjin', aliases: ['HANJIN', '한진'] },
  { id: 'logen', ko: '로젠택배', en: 'Logen', aliases: ['LOGEN', 'KGB', '로젠', 'KGB택배'] },
  {
    id: 'epost',
    ko: '우체국택배',
    en: 'Korea Post parcel',
    aliases: ['EPOST', '우체국', '우체국소포', '우정사업본부', 'KOREAPOST'],
  },
  {
    id: 'registpost',
    ko: '우편등기',
    en: 'Korea Post registered mail',
    aliases: ['REGISTPOST', '등기', '우체국등기', '등기우편'],
  },
  { id: 'kdexp', ko: '경동택배', en: 'Kyungdong', aliases: ['KDEXP', '경동'] },
  { id: 'daesin', ko: '대신택배', en: 'Daesin', aliases: ['DAESIN', '대신'] },
  { id: 'ilyang', ko: '일양로지스', en: 'Ilyang Logis', aliases: ['ILYANG', '일양', '일양택배'] },
  { id: 'hdexp', ko: '합동택배', en: 'Hapdong', aliases: ['HDEXP', '합동'] },
  { id: 'chunil', ko: '천일택배', en: 'Chunil', aliases: ['CHUNIL', '천일'] },
  { id: 'kunyoung', ko: '건영택배', en: 'Kunyoung', aliases: ['KUNYOUNG', '건영'] },
  { id: 'honam', ko: '우리택배', en: 'Woori (Honam)', aliases: ['HONAM', '호남', '호남택배', '우리'] },
  {
    id: 'cu',
    ko: 'CU편의점택배',
    en: 'CU convenience store parcel',
    aliases: ['CUPOST', 'CUPARCEL', 'BGF', 'BGF포스트', 'CU택배', 'CU'],
  },
  {
    id: 'gs',
    ko: 'GS25편의점택배',
    en: 'GS25 convenience store parcel',
    aliases: ['GTX', 'CVSNET', 'CVS', 'GS포스트박스', 'GSPostbox택배', '편의점택배', 'GS25', 'GS25택배'],
  },
  { id: 'nonghyup', ko: '농협택배', en: 'Nonghyup', aliases: ['NONGHYUP', 'NHLOGIS', '농협'] },
  { id: 'homepick', ko: '홈픽택배', en: 'Homepick', aliases: ['HOMEPICK', '홈픽'] },
  { id: 'slx', ko: 'SLX택배', en: 'SLX', aliases: ['SLX'] },
  { id: 'hanips', ko: '한의사랑택배', en: 'Hanips', aliases: ['HPL', '한의사랑'] },
  { id: 'yongma', ko: '용마로지스', en: 'Yongma Logis', aliases: ['YONGMA', '용마'] },
  { id: 'sebang', ko: '세방택배', en: 'Sebang', aliases: ['SEBANG', '세방'] },
  { id: 'logisvalley', ko: '로지스밸리', en: 'Logisvalley', aliases: ['LOGISVALLEY'] },
  { id: 'teamfresh', ko: '팀프레시', en: 'Team Fresh', aliases: ['TEAMFRESH'] },
  { id: 'forever', ko: '퍼레버택배', en: 'Forever', aliases: ['FOREVER', 'FOREVERPS', '퍼레버'] },
  { id: 'jmnp', ko: '딜리박스', en: 'Delibox', aliases: ['JMNP'] },
  { id: 'hilogis', ko: 'HI택배', en: 'HI Logis', aliases: ['HYBRID', 'HILOGIS'] },
  { id: 'ems', ko: 'EMS', en: 'EMS', aliases: ['EMS', '우체국EMS', '국제특급'] },
  { id: 'dhl', ko: 'DHL', en: 'DHL', aliases: ['DHL'] },
  { id: 'fedex', ko: 'FedEx', en: 'FedEx', aliases: ['FEDEX', '페덱스'] },
  { id: 'ups', ko: 'UPS', en: 'UPS', aliases: ['UPS'] },
  { id: 'tnt', ko: 'TNT', en: 'TNT', aliases: ['TNT'] },
  { id: 'usps', ko: 'USPS', en: 'USPS', aliases: ['USPS'] },
  {
    id: 'direct',
    ko: '업체직송',
    en: 'delivered by the seller',
    aliases: ['DIRECT', '직접배송', '직배송', '업체 직접 배송', '자체배송'],
  },
  { id: 'other', ko: '기타택배', en: 'other carrier', aliases: ['기타'] },
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
  for (const name of [carrier.id, carrier.ko, carrier.en, ...carrier.aliases]) {
    BY_NAME.set(normaliseCarrierName(name), carrier);
  }
}

/** Finds a carrier by hub id, common name or widely used code; undefined rather than a guess (law 11). */
export function findCarrier(text: string): Carrier | undefined {
  return BY_NAME.get(normaliseCarrierName(text));
}
