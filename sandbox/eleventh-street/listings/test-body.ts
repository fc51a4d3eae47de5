/** Elements of a body that 11st takes (D:1003). */
export const GOOD_FIELDS: Readonly<Record<string, string>> = {
  selMthdCd: '01',
  dispCtgrNo: '1012345',
  prdTypCd: '01',
  prdNm: '뷁 머그컵',
  brand: '알수없음',
  rmaterialTypCd: '04',
  orgnTypCd: '03',
  orgnNmVal: '대한민국',
  sellerPrdCd: 'MUG-1',
  suplDtyfrPrdClfCd: '01',
  prdStatCd: '01',
  minorSelCnYn: 'Y',
  prdImage01: 'https://img.example.com/1.jpg',
  htmlDetail: '상세',
  selPrc: '10000',
  prdSelQty: '5',
  dlvCnAreaCd: '01',
  dlvWyCd: '01',
  dlvCstInstBasiCd: '01',
  bndlDlvCnYn: 'N',
  dlvCstPayTypCd: '03',
  jejuDlvCst: '0',
  islandDlvCst: '0',
  addrSeqOut: '1',
  addrSeqIn: '2',
  rtngdDlvCst: '3000',
  exchDlvCst: '6000',
  asDetail: '.',
  rtngExchDetail: '.',
  dlvClf: '02',
};

const GROUPS = [
  ['01', '03'],
  ['02', '03'],
  ['03', '03'],
  ['04', '05'],
]
  .map(
    ([type, subject]) =>
      `<ProductCertGroup><crtfGrpTypCd>${type}</crtfGrpTypCd><crtfGrpObjClfCd>${subject}</crtfGrpObjClfCd></ProductCertGroup>`,
  )
  .join('');
const NOTICE =
  '<ProductNotification><type>891045</type><item><code>11800</code><name>컵</name></item></ProductNotification>';

/** The body of a product; an empty value leaves its element out, and `more` is XML already. */
export function productBody(changes: Readonly<Record<string, string>> = {}, more = GROUPS + NOTICE): string {
  const fields = Object.entries({ ...GOOD_FIELDS, ...changes })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?><Product>${fields}${more}</Product>`;
}

/** An option as a seller writes it. */
export type TestOption = readonly [value: string, price: string, count: string, useYn?: string];

/** The same with options of one name. */
export function withOptions(...options: readonly TestOption[]): string {
  const rows = options
    .map(
      ([value, price, count, useYn = 'Y']) =>
        `<ProductOption><useYn>${useYn}</useYn><colOptPrice>${price}</colOptPrice><colValue0>${value}</colValue0><colCount>${count}</colCount><colSellerStockCd>S-${value}</colSellerStockCd><optWght>7</optWght></ProductOption>`,
    )
    .join('');
  const head = '<optSelectYn>Y</optSelectYn><txtColCnt>1</txtColCnt><colTitle>색상</colTitle>';
  return `${GROUPS}${NOTICE}${head}${rows}`;
}
