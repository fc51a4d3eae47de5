import { encode } from 'iconv-lite';
import { isObject, type JsonObject } from '../../frame/json.ts';
import { textIn, treesIn } from '../gateway/xml-body.ts';
import { categoryOf, isLeaf } from './categories.ts';
import type { Details } from './listing.ts';
import { priceFault } from './price-rules.ts';

/** Elements that must have a value, with their names in refusals (D:1003). */
const NEEDED: readonly (readonly [element: string, name: string])[] = [
  ['selMthdCd', '판매방식'],
  ['dispCtgrNo', '카테고리번호'],
  ['prdTypCd', '서비스 상품 코드'],
  ['prdNm', '상품명'],
  ['rmaterialTypCd', '원재료 유형 코드'],
  ['orgnTypCd', '원산지 코드'],
  ['suplDtyfrPrdClfCd', '부가세/면세상품코드'],
  ['prdStatCd', '상품상태'],
  ['minorSelCnYn', '미성년자 구매가능'],
  ['prdImage01', '대표 이미지 URL'],
  ['htmlDetail', '상세설명'],
  ['selPrc', '판매가'],
  ['dlvCnAreaCd', '배송가능지역 코드'],
  ['dlvWyCd', '배송방법'],
  ['dlvCstInstBasiCd', '배송비 종류'],
  ['bndlDlvCnYn', '묶음배송 여부'],
  ['dlvCstPayTypCd', '결제방법'],
  ['jejuDlvCst', '제주 추가 배송비'],
  ['islandDlvCst', '도서산간 추가 배송비'],
  ['addrSeqOut', '출고지 주소 코드'],
  ['addrSeqIn', '반품/교환지 주소 코드'],
  ['rtngdDlvCst', '반품 배송비'],
  ['exchDlvCst', '교환 배송비'],
  ['asDetail', 'A/S 안내'],
  ['rtngExchDetail', '반품/교환 안내'],
];

const CODES: Readonly<Record<string, readonly string[]>> = {
  selMthdCd: ['01', '04', '05'],
  rmaterialTypCd: ['01', '02', '03', '04', '05'],
  orgnTypCd: ['01', '02', '03'],
  suplDtyfrPrdClfCd: ['01', '02', '03'],
  prdStatCd: ['01', '02', '03', '04', '05', '07', '08', '09', '10'],
  minorSelCnYn: ['Y', 'N'],
  dlvCnAreaCd: ['01', '02'],
  dlvWyCd: ['01', '03', '04', '05'],
  dlvCstInstBasiCd: ['01', '02', '03', '04', '05', '07', '08'],
  bndlDlvCnYn: ['Y', 'N'],
  dlvCstPayTypCd: ['01', '02', '03'],
};

/** Numbers of the shop's addresses (sandbox/eleventh-street/official/addresses.ts). */
const ADDRESSES: Readonly<Record<string, string>> = { addrSeqOut: '1', addrSeqIn: '2' };
const FEES = ['dlvCst1', 'jejuDlvCst', 'islandDlvCst', 'rtngdDlvCst', 'exchDlvCst', 'PrdFrDlvBasiAmt'];
const NAME_SIGNS = 100;
const CODE_SIGNS = 100;
const PROMOTION_BYTES = 28;
const AFTER_SERVICE_BYTES = 4_000;

/** What is wrong with the body of a product, in 11st's way of saying it; undefined when nothing is. */
export function bodyFault(body: JsonObject): string | undefined {
  const text = (name: string) => textIn(body, name).trim();
  const lacking = NEEDED.find(([element]) => text(element) === '');
  if (lacking !== undefined) return `${lacking[1]}(은)는 반드시 입력하셔야 합니다.`;
  if (text('brand') === '' && text('apiPrdAttrBrandCd') === '') return '브랜드는 반드시 입력하셔야 합니다.';
  const badCode = Object.entries(CODES).find(([element, codes]) => !codes.includes(text(element)));
  if (badCode !== undefined) return `${badCode[0]} 코드가 올바르지 않습니다.`;
  if ([...text('prdNm')].length > NAME_SIGNS) return '상품명은 100자까지 입력 가능합니다.';
  if ([...text('sellerPrdCd')].length > CODE_SIGNS) return '판매자 상품코드는 100자까지 입력 가능합니다.';
  if (bytes(text('advrtStmt')) > PROMOTION_BYTES)
    return '상품홍보문구는 28바이트 초과하여 입력하실 수 없습니다.';
  if (bytes(text('asDetail')) > AFTER_SERVICE_BYTES) return 'A/S 안내는 4,000바이트까지 입력 가능합니다.';
  return (
    categoryFault(text('dispCtgrNo')) ??
    priceFault(text('selPrc')) ??
    originFault(text) ??
    imageFault(body) ??
    deliveryFault(text) ??
    certificateFault(body) ??
    noticeFault(body)
  );
}

type TextOf = (name: string) => string;

const bytes = (text: string) => encode(text, 'cp949').length;

function categoryFault(no: string): string | undefined {
  const category = categoryOf(no);
  if (category === undefined) return '존재하지 않는 카테고리번호입니다.';
  return isLeaf(category) ? undefined : '최하위 카테고리만 입력가능합니다.';
}

function originFault(text: TextOf): string | undefined {
  if (text('orgnTypCd') === '03')
    return text('orgnNmVal') === '' ? '원산지가 기타일 경우 원산지명을 입력하셔야 합니다.' : undefined;
  return text('orgnTypDtlsCd') === '' ? '원산지 지역 코드를 입력하셔야 합니다.' : undefined;
}

// Nothing is fetched here: an address without a picture's ending counts as one that answers with something else.
function imageFault(body: JsonObject): string | undefined {
  const isPicture = (url: string) => url === '' || /^(?:https?:\/\/)?[^\s]+\.(?:jpe?g|png|webp)$/i.test(url);
  return ['prdImage01', 'prdImage02', 'prdImage03', 'prdImage04'].every((name) =>
    isPicture(textIn(body, name)),
  )
    ? undefined
    : 'Image URL 의 소스의 Content-Type이 이미지가 아니거나, jpg/jpeg/png/webp 가 아닙니다.';
}

function deliveryFault(text: TextOf): string | undefined {
  const kind = text('dlvCstInstBasiCd');
  if ((kind === '02' || kind === '03') && text('dlvCst1') === '') return '배송비는 반드시 입력하셔야 합니다.';
  if (kind === '03' && text('PrdFrDlvBasiAmt') === '') return '상품기준금액은 반드시 입력하셔야 합니다.';
  const isFee = (fee: string) => fee === '' || (/^\d{1,7}$/.test(fee) && Number(fee) % 10 === 0);
  if (!FEES.every((name) => isFee(text(name)))) return '배송비는 10원단위로 입력하셔야 합니다.';
  const wrong = Object.entries(ADDRESSES).find(([name, seq]) => text(name) !== seq);
  return wrong === undefined ? undefined : `${wrong[0]} 주소 코드가 존재하지 않습니다.`;
}

/** Each group says whether the goods are subject to it, and shows a certificate where they are. */
const SUBJECTS: Readonly<Record<string, { readonly may: readonly string[]; readonly must: string }>> = {
  '01': { may: ['01', '02', '03'], must: '01' },
  '02': { may: ['01', '03'], must: '01' },
  '03': { may: ['01', '03'], must: '01' },
  '04': { may: ['04', '05'], must: '04' },
};

function certificateFault(body: JsonObject): string | undefined {
  const groups = treesIn(body, 'ProductCertGroup');
  for (const [type, { may, must }] of Object.entries(SUBJECTS)) {
    const own = groups.find((group) => textIn(group, 'crtfGrpTypCd') === type);
    const subject = own === undefined ? '' : textIn(own, 'crtfGrpObjClfCd');
    if (own === undefined || !may.includes(subject)) return '인증정보그룹을 모두 입력하셔야 합니다.';
    const shown = treesIn(own, 'ProductCert').some(
      (cert) => textIn(cert, 'certTypeCd') !== '' && textIn(cert, 'certKey') !== '',
    );
    if (subject === must && !shown) return '인증유형과 인증번호를 입력하셔야 합니다.';
  }
  const category = categoryOf(textIn(body, 'dispCtgrNo'));
  const isCertified = groups.some((group) => treesIn(group, 'ProductCert').length > 0);
  return category?.certRequired && !isCertified ? '인증정보가 필수인 카테고리입니다.' : undefined;
}

function noticeFault(body: JsonObject): string | undefined {
  const notice = body.ProductNotification;
  const told = isObject(notice) ? notice : {};
  const items = treesIn(told, 'item');
  const isWhole =
    items.length > 0 && items.every((item) => textIn(item, 'code') !== '' && textIn(item, 'name') !== '');
  return /^8910\d\d$/.test(textIn(told, 'type')) && isWhole
    ? undefined
    : '상품정보제공고시는 반드시 입력하셔야 합니다.';
}

/** What an update replaces as a whole: what the body leaves out is gone (D:1619). The body has no faults. */
export function detailsOf(body: JsonObject, before: Details | null): Details {
  const text = (name: string) => textIn(body, name).trim();
  const number = (name: string) => Number(text(name));
  const notice = body.ProductNotification;
  const tags = body.ProductTag;
  const tagNames: unknown = isObject(tags) ? tags.tagName : [];
  return {
    brand: text('brand'),
    maker: text('company'),
    origin: text('orgnNmVal'),
    html: textIn(body, 'htmlDetail'),
    images: ['prdImage01', 'prdImage02', 'prdImage03', 'prdImage04'].map(text).filter((url) => url !== ''),
    tax: text('suplDtyfrPrdClfCd'),
    minors: text('minorSelCnYn') === 'N' ? 'N' : 'Y',
    feeKind: text('dlvCstInstBasiCd'),
    fee: text('dlvCstInstBasiCd') === '01' ? 0 : number('dlvCst1'),
    freeFrom: text('dlvCstInstBasiCd') === '03' ? number('PrdFrDlvBasiAmt') : null,
    carrier: text('dlvEtprsCd'),
    returnFee: number('rtngdDlvCst'),
    exchangeFee: number('exchDlvCst'),
    afterService: text('asDetail'),
    bundle: text('bndlDlvCnYn'),
    noticeType: isObject(notice) ? textIn(notice, 'type') : '',
    notice: isObject(notice)
      ? Object.fromEntries(
          treesIn(notice, 'item').map((item) => [textIn(item, 'code'), textIn(item, 'name')]),
        )
      : {},
    giftPack: text('gftPackTypCd') || '01',
    tags: Array.isArray(tagNames) ? tagNames.map(String) : [],
    discount: discountOf(text, before),
    begins: text('aplBgnDy') || '2026/01/01',
    ends: text('aplEndDy') || '2029/01/01',
  };
}

/** `S` keeps the instant discount that is there. */
function discountOf(text: TextOf, before: Details | null): Details['discount'] {
  if (text('cuponcheck') === 'S') return before?.discount ?? null;
  if (text('cuponcheck') !== 'Y') return null;
  return { amount: text('dscAmtPercnt'), unit: text('cupnDscMthdCd') };
}
