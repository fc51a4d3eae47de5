import type { ListingDraft } from '../../../kit/catalog.ts';
import { cp949Bytes, unwritableInCp949 } from '../../../kit/xml.ts';
import { CARRIERS } from '../carriers.ts';
import { unknownCertificates } from './certificates.ts';
import { afterServiceText } from './encode-listing.ts';
import { LISTING_RULES } from './listing-rules.ts';
import { noticeOf } from './notice.ts';
import { originName } from './origin.ts';
import { fitsPath } from './seller-code.ts';

/** What 11st would not take of a draft, one sentence each that names the field; none when it may be sent (sheet §3.3). */
export function faultsOf(draft: ListingDraft): readonly string[] {
  return [
    ...textFaults(draft),
    ...priceFaults(draft),
    ...optionFaults(draft),
    ...stockFaults(draft),
    ...imageFaults(draft),
    ...deliveryFaults(draft),
    ...factFaults(draft),
  ];
}

const fault = (isSo: boolean, sentence: string): readonly string[] => (isSo ? [sentence] : []);

/** D:1003. */
const AFTER_SERVICE_BYTES = 4_000;

function textFaults(draft: ListingDraft): readonly string[] {
  const { name, sellerCode, brand, manufacturer, origin, notice } = draft;
  const written: readonly (readonly [field: string, text: string | null | undefined])[] = [
    ['상품명(prdNm)', name],
    ['판매자 상품코드(sellerPrdCd)', sellerCode],
    ['브랜드(brand)', brand],
    ['제조사(company)', manufacturer],
    ['원산지(orgnNmVal)', origin?.madeIn],
    ['A/S 안내(asDetail)', afterServiceText(draft)],
    ['상품정보제공고시(ProductNotification)', notice === null ? null : Object.values(notice.facts).join(' ')],
    ['옵션명(colTitle)', draft.optionNames.join(' ')],
    ['옵션값(colValue0)', draft.items.flatMap(({ optionValues }) => optionValues).join(' ')],
    ['셀러재고번호(colSellerStockCd)', draft.items.map(({ sellerSku }) => sellerSku).join(' ')],
    ['이미지(prdImage01)', draft.images.join(' ')],
    ...Object.entries(draft.attributes),
  ];
  return [
    ...fault(name.trim() === '', '상품명(prdNm)이 없습니다.'),
    ...fault(lengthOf(name) > LISTING_RULES.name.max, '상품명(prdNm)은 100자까지 쓸 수 있습니다.'),
    ...fault(
      lengthOf(sellerCode) > LISTING_RULES.sellerCode.max,
      '판매자 상품코드(sellerPrdCd)는 100자까지 쓸 수 있습니다.',
    ),
    ...fault(
      cp949Bytes(afterServiceText(draft) ?? '').length > AFTER_SERVICE_BYTES,
      `A/S 안내(asDetail)는 ${AFTER_SERVICE_BYTES}byte까지 쓸 수 있습니다.`,
    ),
    ...fault(
      !fitsPath(sellerCode),
      '판매자 상품코드(sellerPrdCd)는 비워 두거나 / ; \\ 를 쓸 수 없습니다. 코드로 다시 찾을 수 없기 때문입니다.',
    ),
    ...written.flatMap(([field, text]) => {
      const signs = unwritableInCp949(text ?? '');
      return fault(
        signs.length > 0,
        `${field}에 11번가가 저장할 수 없는 문자가 있습니다: ${signs.join(' ')}`,
      );
    }),
  ];
}

/** As people count: a letter outside the basic plane is one. */
function lengthOf(text: string): number {
  return [...text].length;
}

const { min, max, step } = LISTING_RULES.price;

function priceFaults({ price, currency, items, optionNames }: ListingDraft): readonly string[] {
  const isPrice = Number.isInteger(price) && price >= min && price <= max && price % step === 0;
  const surcharges = items.map((item) => item.price - price);
  const { below, above } = LISTING_RULES.itemPrice ?? { below: 0, above: 0 };
  const isOutside = surcharges.some((extra) => extra < -price * below || extra > price * above);
  return [
    ...fault(currency !== 'KRW', '11번가의 판매가(selPrc)는 원화여야 합니다.'),
    ...fault(!isPrice, '판매가(selPrc)는 10원 단위로 10원 이상 10억 원 미만이어야 합니다.'),
    ...fault(
      optionNames.length > 0 && (isOutside || !surcharges.includes(0)),
      '옵션가(colOptPrice)는 판매가의 -50%~+100%이고, 옵션가가 0원인 옵션이 하나 이상 있어야 합니다.',
    ),
    ...fault(
      optionNames.length === 0 && surcharges.some((extra) => extra !== 0),
      '옵션이 없는 상품의 가격은 판매가(selPrc)와 같아야 합니다.',
    ),
  ];
}

/** What options may not hold (sheet §3.3); the colon parts a name from its value where options are combined. */
const FORBIDDEN = /['"%&<>#†;,[\]|]/;
const FORBIDDEN_IN_COMBINED = /:/;

function optionFaults({ optionNames, items }: ListingDraft): readonly string[] {
  const { atMost, text } = LISTING_RULES.optionNames;
  const values = items.flatMap(({ optionValues }) => optionValues);
  const combinations = items.map(({ optionValues }) => JSON.stringify(optionValues));
  const isCombined = optionNames.length > 1;
  const isForbidden = (one: string) => FORBIDDEN.test(one) || (isCombined && FORBIDDEN_IN_COMBINED.test(one));
  return [
    ...fault(items.length === 0, '판매할 옵션이 없습니다.'),
    ...fault(
      items.length > LISTING_RULES.items.atMost,
      `옵션은 ${LISTING_RULES.items.atMost}개까지 등록합니다.`,
    ),
    ...fault(optionNames.length === 0 && items.length > 1, '옵션명(colTitle)이 없습니다.'),
    ...fault(optionNames.length > atMost, `옵션명(colTitle)은 ${atMost}개까지 쓸 수 있습니다.`),
    ...fault(
      items.some(({ optionValues }) => optionValues.length !== optionNames.length),
      '옵션값(colValue0)의 수가 옵션명의 수와 다릅니다.',
    ),
    ...fault(new Set(combinations).size < combinations.length, '같은 옵션값(colValue0)이 두 번 있습니다.'),
    ...fault(
      optionNames.some((name) => name.trim() === '' || lengthOf(name) > text.max || isForbidden(name)),
      `옵션명(colTitle)은 ${text.max}자까지이며 ' " % & < > # † ; , [ ] | 를 쓸 수 없습니다.`,
    ),
    ...fault(
      values.some(
        (value) =>
          value.trim() === '' ||
          cp949Bytes(value).length > LISTING_RULES.optionValues.max ||
          isForbidden(value),
      ),
      `옵션값(colValue0)은 한글 25자(50byte)까지이며 ' " % & < > # † ; , [ ] | 를 쓸 수 없습니다.`,
    ),
  ];
}

/** `prdSelQty` is never 0 (sheet §3.3); a listing that exists keeps its own. */
function stockFaults({ nativeListingId, items }: ListingDraft): readonly string[] {
  const isCount = (count: number) =>
    Number.isInteger(count) && count >= 0 && count <= LISTING_RULES.stock.max;
  return [
    ...fault(!items.every(({ quantity }) => isCount(quantity)), '재고수량은 0 이상의 정수여야 합니다.'),
    ...fault(
      nativeListingId === null && items.every(({ quantity }) => quantity === 0),
      '재고수량(prdSelQty)이 0인 상품은 등록할 수 없습니다.',
    ),
  ];
}

function imageFaults({ images }: ListingDraft): readonly string[] {
  return [
    ...fault(images.length === 0, '대표 이미지(prdImage01)가 없습니다.'),
    ...fault(images.length > LISTING_RULES.images.atMost, '이미지는 4장(prdImage01~04)까지 등록합니다.'),
  ];
}

function deliveryFaults({ delivery }: ListingDraft): readonly string[] {
  const { fee, freeFrom, returnFee, exchangeFee, remoteFee, carrierId } = delivery;
  const amounts = [fee, freeFrom, returnFee, exchangeFee, remoteFee].filter((amount) => amount !== null);
  const isKnown = carrierId === null || Object.hasOwn(CARRIERS.codeOf, carrierId);
  return [
    ...fault(returnFee === null, '반품 배송비(rtngdDlvCst)가 없습니다.'),
    ...fault(exchangeFee === null, '교환 배송비(exchDlvCst)가 없습니다.'),
    ...fault(
      amounts.some((amount) => amount < 0 || amount % 10 !== 0),
      '배송비(dlvCst1, rtngdDlvCst, exchDlvCst)는 10원 단위여야 합니다.',
    ),
    ...fault(!isKnown, `11번가에 없는 택배사(dlvEtprsCd)입니다: ${carrierId ?? ''}`),
  ];
}

function factFaults(draft: ListingDraft): readonly string[] {
  const { origin, certifications } = draft;
  const found = noticeOf(draft);
  const unknown = unknownCertificates(certifications);
  return [
    ...fault(origin === null, '원산지(orgnTypCd)가 없습니다.'),
    ...fault(origin !== null && originName(origin) === null, '수입품의 원산지 국가(orgnNmVal)가 없습니다.'),
    ...fault(unknown.length > 0, `11번가에 없는 인증 유형(certTypeCd)입니다: ${unknown.join(', ')}`),
    ...('lacks' in found ? [found.lacks] : []),
  ];
}
