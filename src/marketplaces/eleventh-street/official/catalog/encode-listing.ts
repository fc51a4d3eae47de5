import type { DeliveryTerms, Tax } from '../../../../domain/product.ts';
import type { ListingDraft } from '../../../kit/catalog.ts';
import { unwritableInCp949 } from '../../../kit/xml.ts';
import { CARRIERS } from '../carriers.ts';
import { certificatesXml } from './certificates.ts';
import type { Kept } from './kept.ts';
import { noticeOf } from './notice.ts';
import { type OptionSet, optionsXml } from './option-set.ts';
import { materialCode, originName } from './origin.ts';
import { cdata, document, element, elements, group } from './write-xml.ts';

/** What a body holds beside the draft. */
export interface Surroundings {
  /** `addrSeq` of the addresses it leaves from and comes back to. */
  readonly shipFrom: string;
  readonly returnTo: string;
  /** What stands at 11st and would be erased by an update that leaves it out; null for a new product. */
  readonly kept: Kept | null;
  /** The options to send; null where there are none, or those at 11st are right as they are. */
  readonly options: OptionSet | null;
  /** How many there are; what is sent for a product that exists is what it has, since only the stock desk changes that. */
  readonly stock: number;
  /** True where the product moves to another category (sheet §3.3). */
  readonly moves: boolean;
}

/** The body that creates a product, or overwrites one (sheet §3.3, D:1003, D:1619). The draft has no faults. */
export function productBody(draft: ListingDraft, around: Surroundings): string {
  return document('Product', [
    elements({
      selMthdCd: '01',
      dispCtgrNo: draft.nativeCategoryId,
      originDispCtgrNo: around.moves ? '1' : null,
      prdTypCd: '01',
      prdNm: draft.name,
      brand: draft.brand ?? NO_BRAND,
      company: draft.manufacturer,
      modelNm: draft.attributes.modelNm ?? null,
    }),
    originXml(draft),
    elements({
      sellerPrdCd: draft.sellerCode,
      suplDtyfrPrdClfCd: TAX_CODES[draft.tax],
      prdStatCd: CONDITIONS[draft.attributes.prdStatCd ?? ''] ?? NEW_GOODS,
      minorSelCnYn: draft.minorsMayBuy ? 'Y' : 'N',
    }),
    imagesXml(draft.images),
    cdata('htmlDetail', htmlOnWire(draft.descriptionHtml)),
    certificatesXml(draft.certifications),
    element('selPrc', draft.price),
    stockXml(around),
    deliveryXml(draft.delivery, draft.places.dispatch_policy ?? null),
    elements({
      addrSeqOut: around.shipFrom,
      addrSeqIn: around.returnTo,
      asDetail: afterServiceText(draft) ?? around.kept?.asDetail ?? NOTHING_TO_SAY,
      rtngExchDetail: NOTHING_TO_SAY,
      dlvClf: SELLER_SHIPS,
    }),
    noticeXml(draft),
    around.kept === null ? NEW_PRODUCT : around.kept.xml,
  ]);
}

/** What the guide wants where there is none (D:1003). */
const NO_BRAND = '알수없음';
const NOTHING_TO_SAY = '상품 상세설명 참조';
const SELLER_SHIPS = '02';
const NEW_GOODS = '01';
/** Sold until it is stopped, in no bundle with others. */
const NEW_PRODUCT = elements({ selTermUseYn: 'N', bndlDlvCnYn: 'N' });

const TAX_CODES: Readonly<Record<Tax, string>> = { taxed: '01', exempt: '02', zero_rated: '03' };

/** `prdStatCd` of what is sold at a fixed price (D:1003). */
export const CONDITIONS: Readonly<Record<string, string>> = {
  새상품: NEW_GOODS,
  재고상품: '03',
  주문제작상품: '10',
};

/** Null where the draft tells none. */
export function afterServiceText({ afterService }: ListingDraft): string | null {
  return afterService === null ? null : `${afterService.phone} ${afterService.text}`.trim();
}

/** HTML has a way to write what CP949 has not. */
export function htmlOnWire(html: string): string {
  const unwritable = new Set(unwritableInCp949(html));
  return unwritable.size === 0
    ? html
    : [...html].map((sign) => (unwritable.has(sign) ? `&#${sign.codePointAt(0)};` : sign)).join('');
}

function originXml({ origin, attributes }: ListingDraft): string {
  if (origin === null) return '';
  return elements({
    rmaterialTypCd: materialCode(origin, attributes.rmaterialTypCd),
    orgnTypCd: '03',
    orgnNmVal: originName(origin),
  });
}

function imagesXml(images: readonly string[]): string {
  // An element without an address takes a former picture away (D:1619).
  return [0, 1, 2, 3].map((place) => element(`prdImage0${place + 1}`, images[place] ?? '')).join('');
}

/** `prdSelQty` is never 0 (sheet §3.3): a product that is sold out keeps its stock by not telling it. */
function stockXml({ options, stock, kept }: Surroundings): string {
  const count = element('prdSelQty', stock === 0 ? null : stock);
  const changes = kept === null ? '' : element('optUpdateYn', options === null ? 'N' : 'Y');
  return `${changes}${options === null ? '' : optionsXml(options)}${count}`;
}

/** `dlvCstInstBasiCd`: 01 free, 02 fixed, 03 free from an amount on. The buyer pays with his order (`dlvCstPayTypCd` 03). */
function deliveryXml(delivery: DeliveryTerms, dispatchTemplate: string | null): string {
  const { type, fee, freeFrom, remoteFee, returnFee, exchangeFee, carrierId } = delivery;
  const isParcel = type === 'DELIVERY';
  return elements({
    dlvCnAreaCd: '01',
    dlvWyCd: isParcel ? '01' : '03',
    dlvEtprsCd: isParcel && carrierId !== null ? (CARRIERS.codeOf[carrierId] ?? null) : null,
    dlvSendCloseTmpltNo: dispatchTemplate,
    dlvCstInstBasiCd: fee === 0 ? '01' : freeFrom === null ? '02' : '03',
    dlvCst1: fee === 0 ? null : fee,
    PrdFrDlvBasiAmt: fee === 0 ? null : freeFrom,
    dlvCstPayTypCd: '03',
    jejuDlvCst: remoteFee ?? 0,
    islandDlvCst: remoteFee ?? 0,
    rtngdDlvCst: returnFee,
    exchDlvCst: exchangeFee,
  });
}

function noticeXml(draft: ListingDraft): string {
  const found = noticeOf(draft);
  if ('lacks' in found) return '';
  const { type, items } = found.notice;
  return group('ProductNotification', [
    element('type', type),
    ...items.map(({ code, value }) => group('item', [elements({ code, name: value })])),
  ]);
}
