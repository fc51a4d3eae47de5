/** A courier on Coupang's list (sheet §4.5). */
export interface Courier {
  readonly code: string;
  readonly name: string;
  /** How many digits its invoice numbers may have; absent where Coupang publishes nothing. */
  readonly digits?: readonly number[];
}

const EIGHT_TO_SIXTEEN = [8, 9, 10, 11, 12, 13, 14, 15, 16];

const PUBLISHED: readonly Courier[] = [
  { code: 'CJGLS', name: 'CJ대한통운', digits: [10, 12] },
  { code: 'HYUNDAI', name: '롯데택배', digits: [10, 12, 13] },
  { code: 'KGB', name: '로젠택배', digits: [10, 11] },
  { code: 'HANJIN', name: '한진택배', digits: [10, 12] },
  { code: 'EPOST', name: '우체국', digits: [13] },
  { code: 'KOREX', name: '대한통운' },
  { code: 'DIRECT', name: '업체직송' },
  { code: 'KDEXP', name: '경동택배', digits: EIGHT_TO_SIXTEEN },
  { code: 'DAESIN', name: '대신택배', digits: [13] },
  { code: 'ILYANG', name: '일양로지스', digits: EIGHT_TO_SIXTEEN },
  { code: 'CHUNIL', name: '천일택배', digits: [11] },
  { code: 'HDEXP', name: '합동택배', digits: EIGHT_TO_SIXTEEN },
  { code: 'CVS', name: '편의점택배', digits: [10, 12] },
  { code: 'KUNYOUNG', name: '건영택배' },
];

// The sheet gives no names for these; Coupang shows the code.
const CODE_ONLY =
  'AJOU CSLOGIS DHL UPS FEDEX REGISTPOST COUPANG IQS EMS TNT USPS IPARCEL GSMNTON SWGEXP PANTOS ACIEXPRESS DAEWOON AIRBOY KGLNET SLX HONAM LINEEXPRESS TWOFASTEXP ECMS SELC WONDERS YONGMA SEBANG NHLOGIS LOTTEGLOBAL GSIEXPRESS EFS DHLGLOBALMAIL CVSNET WIZWA KGBPS DONGBU INNOGIS';

const COURIERS: ReadonlyMap<string, Courier> = new Map(
  [...PUBLISHED, ...CODE_ONLY.split(' ').map((code): Courier => ({ code, name: code }))].map((courier) => [
    courier.code,
    courier,
  ]),
);

/** The seller brings the goods; nobody can track them. */
export const DIRECT = 'DIRECT';

/** The courier with this code; undefined if it is not on Coupang's list. */
export function courierOf(code: string): Courier | undefined {
  return COURIERS.get(code);
}

/** Whether the courier gives out invoice numbers like this one. */
export function fitsCourier({ code, digits }: Courier, invoiceNumber: string): boolean {
  if (code === DIRECT) return true;
  if (digits === undefined) return /^[0-9A-Za-z]{6,30}$/.test(invoiceNumber);
  return /^\d+$/.test(invoiceNumber) && digits.includes(invoiceNumber.length);
}
