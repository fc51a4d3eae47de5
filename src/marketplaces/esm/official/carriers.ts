import type { CarrierTable } from '../../kit/edition.ts';

const numbers = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

const CODE_OF = {
  cj: '10013',
  lotte: '10008',
  hanjin: '10007',
  logen: '10003',
  epost: '10005',
  registpost: '10006',
  kdexp: '10016',
  daesin: '10014',
  ilyang: '10015',
  hdexp: '10074',
  chunil: '10017',
  kunyoung: '10050',
  honam: '10039',
  cu: '10140',
  gs: '10073',
  nonghyup: '10143',
  homepick: '10145',
  slx: '10077',
  hanips: '10081',
  yongma: '10141',
  sebang: '10082',
  logisvalley: '10154',
  teamfresh: '10210',
  forever: '10152',
  jmnp: '10224',
  hilogis: '10144',
  ems: '10036',
  dhl: '10022',
  fedex: '10023',
  ups: '10042',
  tnt: '10105',
  usps: '10041',
  // Gmarket's; at Auction there is none (sheet §4.3).
  direct: '10031',
  other: '10034',
} as const;

/** Sheet §4.3: the list of May 2026, of which most are one carrier's own. */
const LISTED = [
  ...['10024', '10025', '10027', '10028', '10032', '10035', '10038', '10043', '10044', '10045', '10048'],
  ...['10051', '10054', '10055', '10056', '10067', '10072', '10075', '10078', '10079', '10080', '10084'],
  ...['10085', '10089', '10097', '10098', '10099', '10100', '10101', '10102', '10103', '10188'],
  ...numbers(10104, 10139),
  ...numbers(10142, 10142),
  ...numbers(10146, 10204),
  ...numbers(10221, 10232),
];

const MAPPED: ReadonlySet<string> = new Set(Object.values(CODE_OF));

/** Carrier codes of sheet §4.3 and seller-operations §4.1; both sites share them. */
export const CARRIERS: CarrierTable = {
  codeOf: CODE_OF,
  // 10065 and 10068 are older codes of CJ at Gmarket, 10070 is Auction's "other". Orders and claims tell names.
  alsoMeans: {
    '10065': 'cj',
    '10068': 'cj',
    '10070': 'other',
    'CJ 대한통운 택배': 'cj',
    CJ대한통운택배: 'cj',
    대한통운택배: 'cj',
    자체배송: 'direct',
  },
  nativeOnly: [...new Set(LISTED)].filter((code) => !MAPPED.has(code)),
};
