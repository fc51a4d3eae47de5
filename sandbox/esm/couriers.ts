/** A carrier on the list of ESM (sheet §4.3), with the code that the guide has for it. */
export interface Courier {
  readonly code: number;
  readonly name: string;
  readonly guide?: string;
  /** Its parcels cannot be followed: the seller says when they arrived. */
  readonly untracked?: true;
}

const COURIERS: readonly Courier[] = [
  { code: 10013, name: 'CJ 대한통운 택배', guide: 'CJGLS' },
  { code: 10007, name: '한진택배', guide: 'HANJIN' },
  { code: 10008, name: '롯데택배', guide: 'LOTTE' },
  { code: 10003, name: '로젠택배', guide: 'LOGEN' },
  { code: 10005, name: '우체국택배', guide: 'EPOST' },
  { code: 10006, name: '우편등기' },
  { code: 10024, name: '일반우편', untracked: true },
  { code: 10016, name: '경동택배', guide: 'KDEXP' },
  { code: 10014, name: '대신택배', guide: 'DAESIN' },
  { code: 10015, name: '일양로지스', guide: 'ILYANG' },
  { code: 10017, name: '천일택배', guide: 'CHUNIL' },
  { code: 10074, name: '합동택배', guide: 'HDEXP' },
  { code: 10050, name: '건영택배' },
  { code: 10025, name: '퀵서비스', untracked: true },
  { code: 10031, name: '직접배송', untracked: true },
  { code: 10032, name: '자체배송', untracked: true },
  { code: 10034, name: '기타택배', untracked: true },
  { code: 10035, name: '방문수령', untracked: true },
  { code: 10070, name: '기타', untracked: true },
  { code: 10073, name: 'GS25편의점택배', guide: 'GTX' },
  { code: 10140, name: 'CU편의점택배', guide: 'CUPOST' },
  { code: 10210, name: '팀프레시' },
  { code: 10145, name: '홈픽택배' },
  { code: 10188, name: '오늘의픽업' },
  { code: 10143, name: '농협택배' },
  { code: 10022, name: 'DHL' },
  { code: 10023, name: 'FedEx' },
  { code: 10042, name: 'UPS' },
  { code: 10041, name: 'USPS' },
  { code: 10036, name: 'EMS' },
  { code: 10105, name: 'TNT' },
  { code: 10077, name: 'SLX택배' },
  { code: 10089, name: '미정', untracked: true },
  { code: 10027, name: 'LG전자배송' },
  { code: 10028, name: '삼성전자배송' },
  { code: 10051, name: 'WIZWA' },
  { code: 10097, name: 'Qxpress' },
  { code: 10141, name: '용마택배' },
];

const BY_CODE: ReadonlyMap<string, Courier> = new Map(
  COURIERS.map((courier) => [String(courier.code), courier]),
);
const BY_GUIDE: ReadonlyMap<string, Courier> = new Map(
  COURIERS.flatMap((courier) => (courier.guide === undefined ? [] : [[courier.guide, courier]])),
);

/** Every carrier of the list. */
export function couriers(): readonly Courier[] {
  return COURIERS;
}

/** The carrier with this code, which may come as a number or as text; undefined if it is not on the list. */
export function courierOf(code: unknown): Courier | undefined {
  return BY_CODE.get(String(code));
}

/** The carrier that the guide calls so; its own numbers are understood too. */
export function courierOfGuide(code: string): Courier | undefined {
  return BY_GUIDE.get(code) ?? BY_CODE.get(code);
}

/** What the guide edition calls a carrier. */
export function guideCodeOf(courier: Courier): string {
  return courier.guide ?? String(courier.code);
}

/** Whether an invoice number can be one of this carrier. */
export function fitsCourier(courier: Courier, invoice: string): boolean {
  return courier.untracked ? /^\S.{0,39}$/.test(invoice) : /^[0-9A-Za-z-]{8,20}$/.test(invoice);
}
