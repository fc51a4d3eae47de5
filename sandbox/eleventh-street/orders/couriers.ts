/** A courier on 11st's list (sheet §4.6). */
export interface Courier {
  readonly code: string;
  readonly name: string;
  /** How many digits its invoice numbers have, where the courier is known for it. */
  readonly digits?: readonly number[];
  /** Its `dlvCoCd` in the guide's table, which knows eight. */
  readonly guideCode?: string;
}

const USUAL: readonly Courier[] = [
  { code: '00034', name: 'CJ대한통운', digits: [10, 11, 12], guideCode: '04' },
  { code: '00012', name: '롯데택배', digits: [10, 11, 12, 13], guideCode: '06' },
  { code: '00011', name: '한진택배', digits: [10, 11, 12], guideCode: '05' },
  { code: '00007', name: '우체국택배', digits: [13], guideCode: '01' },
  { code: '00002', name: '로젠택배', digits: [10, 11], guideCode: '08' },
  { code: '00026', name: '경동택배', guideCode: '16' },
  { code: '00021', name: '대신택배', guideCode: '22' },
  { code: '00060', name: 'GS편의점택배', guideCode: '46' },
  { code: '00022', name: '일양로지스' },
  { code: '00027', name: '천일택배' },
  { code: '00035', name: '합동택배' },
  { code: '00037', name: '건영택배' },
  { code: '00061', name: 'CU편의점택배' },
  { code: '00063', name: 'SLX택배' },
  { code: '00067', name: '농협택배' },
  { code: '00070', name: '홈픽택배' },
  { code: '00099', name: '기타' },
  { code: '00115', name: '오늘의픽업' },
  { code: '00116', name: '팀프레시' },
];

// 11st shows the names of these too, but the sheet gives them in English only; the code stands for the name here.
const REST =
  '23 25 36 38 39 40 41 42 44 45 46 47 48 49 50 51 52 53 54 56 57 58 62 64 65 66 68 69 71 72 73 74 77 79 80 81 82 83 85 86 87 88 89 90 91 92 94 95 96 97 98 100 101 102 103 104 105 106 107 108 109 111 112 113 114 117 118 119 120 121 122 123 124 125 126 127 128 129 130 131 133 134 135 136 137 138 139 140 141 142 143 144 145 146 147 148 149 151';

const COURIERS: ReadonlyMap<string, Courier> = new Map(
  [
    ...USUAL,
    ...REST.split(' ').map((number): Courier => {
      const code = number.padStart(5, '0');
      return { code, name: code };
    }),
  ].map((courier) => [courier.code, courier]),
);

const BY_GUIDE_CODE: ReadonlyMap<string, Courier> = new Map(
  USUAL.flatMap((courier) =>
    courier.guideCode === undefined ? [] : [[courier.guideCode, courier] as const],
  ),
);

/** The couriers that sellers use most. */
export const USUAL_COURIERS: readonly Courier[] = USUAL.slice(0, 5);

/** The courier with this five-digit code; undefined if it is not on the list. */
export function courierOf(code: string): Courier | undefined {
  return COURIERS.get(code);
}

/** The courier with this two-digit code of the guide. */
export function courierOfGuide(code: string): Courier | undefined {
  return BY_GUIDE_CODE.get(code);
}

/** Whether the courier gives out invoice numbers like this one. */
export function fitsCourier({ digits }: Courier, invoice: string): boolean {
  if (digits === undefined) return /^[0-9A-Za-z-]{6,30}$/.test(invoice);
  return /^\d+$/.test(invoice) && digits.includes(invoice.length);
}
