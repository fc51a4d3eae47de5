import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Office } from '../e2e/office.ts';
import type { Platform, Stall } from './goods.ts';

/** What a marketplace keeps of a product beside its price and its options; null where it has no word for it. */
export interface Kept {
  readonly optionNames: readonly string[];
  readonly brand: string | null;
  readonly manufacturer: string | null;
  /** SHA-256 of each picture's bytes, wherever they lie. */
  readonly pictures: readonly string[];
  /** The marketplace's own code. */
  readonly carrier: string;
  readonly exchangeFee: number | null;
  readonly leavesWithinDays: number | null;
  readonly afterService: string | null;
  readonly origin: string | null;
  /** Kind and facts in the marketplace's own names. */
  readonly notice: Readonly<Record<string, string>>;
}

/** Reads from the stand-in's own state what it keeps of a listing. */
export async function keptOf(office: Office, { platform, shop }: Stall, id: string): Promise<Kept> {
  const told = await office.sandbox.get(`/${platform}/shops/${shop.shop}/listings?id=${id}`);
  return READERS[platform](told);
}

const READERS: Readonly<Record<Platform, (told: unknown) => Promise<Kept> | Kept>> = {
  coupang: keptAtCoupang,
  naver: keptAtNaver,
  eleventh_street: keptAtEleventhStreet,
  esm: keptAtEsm,
};

const text = z.coerce.string();

const COUPANG = z.object({
  listings: z.tuple([
    z.object({
      items: z.array(
        z.object({ purchaseOptions: z.array(z.object({ name: z.string(), value: z.string() })) }),
      ),
      document: z.object({
        brand: z.string(),
        manufacture: z.string(),
        deliveryCompanyCode: z.string(),
        outboundShippingPlaceCode: text,
      }),
      itemDocuments: z.array(
        z.object({
          outboundShippingTimeDay: z.coerce.number(),
          images: z.array(z.object({ vendorPath: z.string() })),
          notices: z.array(
            z.object({
              noticeCategoryName: z.string(),
              noticeCategoryDetailName: z.string(),
              content: z.string(),
            }),
          ),
        }),
      ),
    }),
  ]),
});

async function keptAtCoupang(told: unknown): Promise<Kept> {
  const [{ items, document, itemDocuments }] = COUPANG.parse(told).listings;
  const [first, ...others] = itemDocuments;
  if (first === undefined) throw new Error('the product has no options');
  for (const { images, notices } of others) {
    if (JSON.stringify([images, notices]) !== JSON.stringify([first.images, first.notices]))
      throw new Error('the options of one product tell different things');
  }
  const values = new Map<string, Set<string>>();
  for (const { name, value } of items.flatMap(({ purchaseOptions }) => purchaseOptions))
    values.set(name, (values.get(name) ?? new Set()).add(value));
  return {
    optionNames: [...values].flatMap(([name, own]) => (own.size > 1 ? [name] : [])),
    brand: document.brand,
    manufacturer: document.manufacture,
    pictures: await hashesOf(first.images.map(({ vendorPath }) => vendorPath)),
    carrier: document.deliveryCompanyCode,
    exchangeFee: null,
    leavesWithinDays: first.outboundShippingTimeDay,
    afterService: null,
    origin: null,
    notice: {
      kind: first.notices[0]?.noticeCategoryName ?? '',
      ...Object.fromEntries(
        first.notices.map(({ noticeCategoryDetailName, content }) => [noticeCategoryDetailName, content]),
      ),
    },
  };
}

const NAVER = z.object({
  listings: z.tuple([
    z.object({
      pictureHashes: z.array(z.string()),
      origin: z.object({
        deliveryInfo: z.object({
          deliveryCompany: z.string(),
          claimDeliveryInfo: z.object({ exchangeDeliveryFee: z.number() }),
        }),
        detailAttribute: z.object({
          naverShoppingSearchInfo: z.object({ brandName: z.string(), manufacturerName: z.string() }),
          afterServiceInfo: z.object({
            afterServiceTelephoneNumber: z.string(),
            afterServiceGuideContent: z.string(),
          }),
          originAreaInfo: z.object({ originAreaCode: z.string() }),
          optionInfo: z.object({ optionCombinationGroupNames: z.record(z.string(), z.string()) }),
          productInfoProvidedNotice: z.looseObject({ productInfoProvidedNoticeType: z.string() }),
        }),
      }),
    }),
  ]),
});

function keptAtNaver(told: unknown): Kept {
  const [{ origin, pictureHashes }] = NAVER.parse(told).listings;
  const { deliveryInfo, detailAttribute } = origin;
  const { naverShoppingSearchInfo: makers, afterServiceInfo: service } = detailAttribute;
  const { productInfoProvidedNoticeType: kind, ...forms } = detailAttribute.productInfoProvidedNotice;
  const [facts] = Object.values(forms);
  return {
    optionNames: Object.values(detailAttribute.optionInfo.optionCombinationGroupNames),
    brand: makers.brandName,
    manufacturer: makers.manufacturerName,
    pictures: pictureHashes,
    carrier: deliveryInfo.deliveryCompany,
    exchangeFee: deliveryInfo.claimDeliveryInfo.exchangeDeliveryFee,
    leavesWithinDays: null,
    afterService: `${service.afterServiceTelephoneNumber} ${service.afterServiceGuideContent}`,
    origin: detailAttribute.originAreaInfo.originAreaCode,
    notice: { kind, ...z.record(z.string(), text).parse(facts) },
  };
}

const ELEVENTH_STREET = z.object({
  listings: z.tuple([
    z.object({
      optionNames: z.array(z.string()),
      brand: z.string(),
      maker: z.string(),
      images: z.array(z.string()),
      carrier: z.string(),
      exchangeFee: z.number(),
      afterService: z.string(),
      origin: z.string(),
      noticeType: z.string(),
      notice: z.record(z.string(), z.string()),
    }),
  ]),
});

async function keptAtEleventhStreet(told: unknown): Promise<Kept> {
  const [listing] = ELEVENTH_STREET.parse(told).listings;
  const { images, maker, noticeType, notice, ...same } = listing;
  return {
    ...same,
    manufacturer: maker,
    pictures: await hashesOf(images),
    leavesWithinDays: null,
    notice: { kind: noticeType, ...notice },
  };
}

const ESM = z.object({
  listings: z.tuple([
    z.object({
      optionNames: z.array(z.string()),
      pictures: z.array(z.string()),
      document: z.object({
        itemAddtionalInfo: z.object({
          shipping: z.object({ companyNo: text }),
          officialNotice: z.object({
            officialNoticeNo: text,
            details: z.array(z.object({ officialNoticeItemelementCode: text, value: z.string() })),
          }),
        }),
      }),
    }),
  ]),
});

async function keptAtEsm(told: unknown): Promise<Kept> {
  const [{ optionNames, pictures, document }] = ESM.parse(told).listings;
  const { shipping, officialNotice } = document.itemAddtionalInfo;
  return {
    optionNames,
    brand: null,
    manufacturer: null,
    pictures: await hashesOf(pictures),
    carrier: shipping.companyNo,
    exchangeFee: null,
    leavesWithinDays: null,
    afterService: null,
    origin: null,
    notice: {
      kind: officialNotice.officialNoticeNo,
      ...Object.fromEntries(
        officialNotice.details.map((fact) => [fact.officialNoticeItemelementCode, fact.value]),
      ),
    },
  };
}

/** SHA-256 of what lies at each address. */
export function hashesOf(addresses: readonly string[]): Promise<readonly string[]> {
  return Promise.all(
    addresses.map(async (address) => {
      const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
      return createHash('sha256').update(bytes).digest('hex');
    }),
  );
}
