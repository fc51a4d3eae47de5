import type { ListingDraft } from '../../../kit/catalog.ts';
import type { Fields } from '../../../kit/decode.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import type { Site } from '../../site.ts';
import { CARRIERS } from '../carriers.ts';
import type { Choices } from './choices.ts';
import type { DraftOffers } from './draft-options.ts';
import { laidOver, wholeAt } from './members.ts';
import { encodeOptions, NO_OPTIONS } from './options.ts';
import { MOST_IMAGES } from './rules.ts';
import { CATEGORY_SITE_TYPES, capital, perSite } from './sites.ts';

/** The longest time for which goods are put on sale (E:21). */
const LONGEST_PERIOD = 365;

const NO_CERTIFICATE = { type: 1, details: null };

/** What a new product has that a draft does not speak of, as the samples have it (sheet §6). */
function fresh(sites: readonly Site[]): Fields {
  return {
    itemBasicInfo: {
      goodsName: { promotion: null },
      category: { shop: null },
      catalog: { modelName: null, brandNo: 0, barCode: null, epinCode: null },
    },
    itemAddtionalInfo: {
      sellingPeriod: capital(sites, () => LONGEST_PERIOD),
      isAdultProduct: false,
      certInfo: {
        safetyCerts: {
          child: NO_CERTIFICATE,
          electric: { ...NO_CERTIFICATE, mandatorySafetySign: 0 },
          life: { ...NO_CERTIFICATE, mandatorySafetySign: 0 },
          harmful: { type: 2, certId: null },
        },
      },
    },
    addtionalInfo: {
      siteDiscount: perSite(sites, () => true),
      pcs: { isUse: true, isUseIacPcsCoupon: true, isUseGmkPcsCoupon: true },
    },
  };
}

/** What only reading tells, and no body of a change has (E:20). */
const READ_ONLY: ReadonlySet<string> = new Set(['goodsno', 'iseditablegoodsname']);

/**
 * The body of a create, or of a change: that replaces everything (sheet §3.3), so the draft is laid over the document as
 * it stands. Throws RefusedDraft.
 */
export function encodeProduct(
  draft: ListingDraft,
  choices: Choices,
  offers: DraftOffers,
  document: Fields | null,
): Fields {
  const sites = [...offers.sites.keys()];
  const body = draftBody(draft, choices, offers, document);
  if (document === null) return laidOver(fresh(sites), body);
  const kept = Object.fromEntries(
    Object.entries(document).filter(([name]) => !READ_ONLY.has(name.toLowerCase())),
  );
  return laidOver(kept, body);
}

function draftBody(
  draft: ListingDraft,
  choices: Choices,
  offers: DraftOffers,
  before: Fields | null,
): Fields {
  const sites = [...offers.sites.keys()];
  const { nativeCategoryId, certifications } = draft;
  if (before === null && certifications.length > 0)
    throw new RefusedDraft('certifications', {
      ko: '인증정보는 API로 등록하지 않습니다. ESM PLUS에서 등록한 뒤 상품을 가져오세요.',
      en: 'Certificates are not sent: list it in ESM PLUS and import the listing.',
      ru: 'Сертификаты через API не передаются. Разместите товар в ESM PLUS и загрузите карточку.',
      uz: 'Sertifikatlar API orqali yuborilmaydi. Mahsulotni ESM PLUS da joylang va kartochkani yuklab oling.',
    });
  const [only, ...others] = draft.items;
  const barCode = others.length === 0 ? (only?.barcode ?? null) : null;
  return {
    itemBasicInfo: {
      goodsName: { kor: draft.name },
      category: {
        site: sites.map((site) => ({
          siteType: CATEGORY_SITE_TYPES[site],
          catCode: choices.categories.get(site),
        })),
        esm: { catCode: nativeCategoryId },
      },
      catalog: {
        ...(choices.brandNo === null ? {} : { brandNo: choices.brandNo }),
        ...(barCode === null ? {} : { barCode }),
      },
    },
    itemAddtionalInfo: {
      price: capital(sites, (site) => offers.sites.get(site)?.price),
      stock: capital(sites, (site) => offers.sites.get(site)?.stock),
      managedCode: draft.sellerCode,
      recommendedOpts: offers.options === null ? NO_OPTIONS : encodeOptions(offers.options),
      shipping: shippingOf(draft, choices, before),
      officialNotice: choices.officialNotice,
      isYouthNotAvailable: !draft.minorsMayBuy,
      isVatFree: draft.tax !== 'taxed',
      images: imagesOf(draft),
      descriptions: { kor: { type: 2, contentId: '', html: draft.descriptionHtml } },
    },
  };
}

/** Delivered as a parcel, or brought by the seller (E:20). */
const SHIPPING_TYPES = { DELIVERY: 1, DIRECT: 2 } as const;
/** The fee is that of what leaves a place together, or the product's own. */
const BUNDLE = 1;
const PER_PRODUCT = 2;
const FREE = 1;
const PAID = 2;

function shippingOf({ delivery }: ListingDraft, choices: Choices, before: Fields | null): Fields {
  const { bundlePolicyNo, placeNo, addrNo, dispatch } = choices;
  const companyNo = carrierOf(delivery.type, delivery.carrierId);
  if (before === null && delivery.returnFee === null)
    throw new RefusedDraft('delivery.returnFee', {
      ko: '반품배송비가 없습니다.',
      en: 'The fee for returns is missing.',
      ru: 'Не указана плата за обратную доставку.',
      uz: 'Qaytarib jo‘natish haqi ko‘rsatilmagan.',
    });
  return {
    type: SHIPPING_TYPES[delivery.type],
    ...(companyNo === null ? {} : { companyNo }),
    policy: {
      ...(placeNo === null ? {} : { placeNo }),
      ...feeOf(delivery, bundlePolicyNo, before),
    },
    returnAndExchange: {
      ...(addrNo === null ? {} : { addrNo }),
      ...(delivery.returnFee === null ? {} : { fee: delivery.returnFee }),
    },
    ...(dispatch === null
      ? {}
      : { dispatchPolicyNo: perSite([...dispatch.keys()], (site) => dispatch.get(site)) }),
  };
}

/** A product with one of the bundle policies keeps it until another one is chosen. */
function feeOf(
  delivery: ListingDraft['delivery'],
  bundlePolicyNo: number | null,
  before: Fields | null,
): Fields {
  if (bundlePolicyNo !== null) return bundled(bundlePolicyNo);
  const feeType = wholeAt(before, 'itemAddtionalInfo', 'shipping', 'policy', 'feeType');
  return feeType === BUNDLE ? {} : ownFee(delivery.fee, delivery.freeFrom);
}

function bundled(deliveryTmplId: number): Fields {
  return { feeType: BUNDLE, bundle: { deliveryTmplId }, each: null };
}

/** From which order value on it is free is told in policies only: how a product tells it is not documented. */
function ownFee(fee: number, freeFrom: number | null): Fields {
  if (fee > 0 && freeFrom !== null)
    throw new RefusedDraft('places.delivery_policy', {
      ko: '조건부 무료배송은 ESM PLUS의 묶음배송비 정책을 골라야 합니다.',
      en: 'Delivery that is free from an amount on wants one of the bundle policies of ESM PLUS.',
      ru: 'Для бесплатной доставки от суммы нужно выбрать общий тариф доставки из ESM PLUS.',
      uz: 'Summadan boshlab bepul yetkazish uchun ESM PLUS dagi umumiy yetkazish tarifini tanlash kerak.',
    });
  return { feeType: PER_PRODUCT, bundle: null, each: { feeType: fee > 0 ? PAID : FREE, fee } };
}

function carrierOf(type: ListingDraft['delivery']['type'], carrierId: string | null): number | null {
  if (type === 'DIRECT') return null;
  const code = carrierId === null ? undefined : CARRIERS.codeOf[carrierId];
  if (code === undefined)
    throw new RefusedDraft('delivery.carrierId', {
      ko: '지마켓·옥션에서 쓸 수 있는 택배사를 골라야 합니다.',
      en: 'A carrier that Gmarket and Auction have is needed.',
      ru: 'Нужен перевозчик, который есть у Gmarket и Auction.',
      uz: 'Gmarket va Auction da bor tashuvchi kerak.',
    });
  return Number(code);
}

/** Every place for a picture, so that those that are no longer there go away. */
function imagesOf({ images }: ListingDraft): Fields {
  return Object.fromEntries(
    Array.from({ length: MOST_IMAGES }, (_, nth) => [
      nth === 0 ? 'basicImgURL' : `addtionalImg${nth}URL`,
      images[nth] ?? null,
    ]),
  );
}
