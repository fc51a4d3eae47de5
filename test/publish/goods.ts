import { z } from 'zod';
import type { CatalogMarket } from '../conformance/catalog-world.ts';
import { coupangCatalog } from '../conformance/worlds/coupang-catalog.ts';
import { catalogOf as eleventhStreetCatalog } from '../conformance/worlds/eleventh-street-catalog.ts';
import { esmCatalog } from '../conformance/worlds/esm-catalog.ts';
import { catalogOf as naverCatalog } from '../conformance/worlds/naver-catalog.ts';
import type { Office } from '../e2e/office.ts';
import type { SandboxShop } from '../harness/sandbox-control.ts';

export const PLATFORMS = ['coupang', 'naver', 'eleventh_street', 'esm'] as const;
export type Platform = (typeof PLATFORMS)[number];

const CATALOGS = {
  coupang: coupangCatalog,
  naver: naverCatalog,
  eleventh_street: eleventhStreetCatalog,
  esm: esmCatalog,
} as const;

/** A shop that products are published in, with what its marketplace really has. */
export interface Stall {
  readonly platform: Platform;
  readonly shop: SandboxShop;
  readonly account: number;
  readonly truth: CatalogMarket;
}

/** Opens and connects a shop at a marketplace. */
export async function openStall(
  office: Office,
  platform: Platform,
  more: Readonly<Record<string, unknown>> = {},
  connectedWith: Readonly<Record<string, unknown>> = {},
): Promise<Stall> {
  const shop = await office.openShop(platform, 0, more);
  const account = await office.connect(shop, connectedWith);
  return { platform, shop, account, truth: CATALOGS[platform](office.sandbox, shop) };
}

/** A cutting board in two colours, as one JSON body that every marketplace takes. */
export function cuttingBoard(
  office: Office,
  sellerCode: string,
  more: Readonly<Record<string, unknown>> = {},
) {
  const picture = (name: string) => `${office.sandbox.url}/_pictures/${sellerCode}-${name}.png`;
  return {
    name: `편백 도마 ${sellerCode}`,
    seller_code: sellerCode,
    description: '<p>항균 편백나무 도마입니다.</p>',
    price: 15_000,
    category_id: '주방/도마',
    brand: '모아키친',
    manufacturer: '모아목공',
    weight: 900,
    main_image: picture('front'),
    additional_images: [picture('back')],
    delivery_fee: 3_000,
    return_fee: 3_500,
    exchange_fee: 7_000,
    leaves_within_days: 2,
    carrier: 'cj',
    origin: { kind: 'domestic' },
    after_service: { phone: '02-555-0100', text: '평일 10시~17시에 전화로 문의하세요.' },
    notice: {
      kind: 'other_goods',
      facts: { '품명 및 모델명': `편백 도마 ${sellerCode}`, '인증/허가 사항': '해당사항 없음' },
    },
    option_names: ['색상'],
    skus: [
      { code: `${sellerCode}-N`, option_values: ['내추럴'], stock_quantity: 12 },
      { code: `${sellerCode}-D`, option_values: ['다크'], price: 16_500, stock_quantity: 8 },
    ],
    ...more,
  };
}

const FOUND = z.object({
  categories: z.array(z.object({ id: z.string(), path: z.string(), leaf: z.boolean() })),
  trouble: z.null(),
});

/** The marketplace's category whose path holds these words. */
export async function categoryNamed(office: Office, { account }: Stall, words: string): Promise<string> {
  const { body } = await office.ask(
    `GET /platform-accounts/${account}/categories?q=${encodeURIComponent(words)}`,
  );
  const [first] = FOUND.parse(body).categories;
  if (first === undefined) throw new Error(`no category ${words}`);
  return first.id;
}

const FAULT = z.object({
  field: z.string(),
  code: z.string(),
  message: z.string(),
  choices: z.array(z.object({ value: z.string(), name: z.string().optional() })).optional(),
});

const PUBLICATION = z.object({
  account_id: z.number(),
  product_id: z.number(),
  state: z.string(),
  faults: z.array(FAULT),
  warnings: z.array(FAULT),
  command: z
    .object({
      id: z.number(),
      state: z.string(),
      listing_id: z.number(),
      differences: z.array(z.unknown()).nullable(),
      lines: z.array(z.unknown()),
    })
    .nullable()
    .optional(),
  preview: z
    .object({
      calls: z.array(
        z.object({ operation: z.string(), method: z.string(), path: z.string(), body: z.unknown() }),
      ),
      changes: z.array(z.object({ field: z.string(), after: z.string().nullable() })),
    })
    .nullable()
    .optional(),
});
export type Publication = z.infer<typeof PUBLICATION>;

/** Publishes a product and answers what became of it, shop by shop. */
export async function publish(
  office: Office,
  product: number,
  body: Readonly<Record<string, unknown>> = {},
  wait = 30,
): Promise<readonly Publication[]> {
  const answer = await office.ask(`POST /products/${product}/publish?wait=${wait}`, body);
  if (answer.status > 202) throw new Error(JSON.stringify(answer.body));
  return z.object({ results: z.array(PUBLICATION) }).parse(answer.body).results;
}

const LISTING = z.object({
  account_id: z.number(),
  publishes: z.boolean(),
  category_id: z.string().nullable(),
  listing: z
    .object({
      id: z.number(),
      native_listing_id: z.string().nullable(),
      state: z.string().nullable(),
      review_text: z.string().nullable(),
      link_state: z.string(),
      item_count: z.number(),
    })
    .nullable(),
});
export type ProductListing = z.infer<typeof LISTING>;

/** What a product is in each shop. */
export async function listingsOf(office: Office, product: number): Promise<readonly ProductListing[]> {
  const { body } = await office.ask(`GET /products/${product}/listings`);
  return z.object({ listings: z.array(LISTING) }).parse(body).listings;
}

/** Adds a product and answers its id. */
export async function addProduct(office: Office, body: unknown): Promise<number> {
  const answer = await office.ask('POST /products', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return z.object({ id: z.number() }).parse(answer.body).id;
}

/** Chooses for a product in a shop what its marketplace demands of cutting boards. */
export function chooseForBoards(office: Office, product: number, stall: Stall): Promise<void> {
  return chooseFor(office, product, stall, '도마');
}

/** Chooses for a product in a shop a category by words of its path, and what the marketplace demands of its goods. */
export async function chooseFor(office: Office, product: number, stall: Stall, words: string): Promise<void> {
  const category_id = await categoryNamed(office, stall, words);
  const attributes = await attributesFor(office, stall, category_id);
  const answer = await office.ask(`PUT /products/${product}/listings/${stall.account}`, {
    category_id,
    attributes,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

const REQUIREMENTS = z.object({
  requirements: z.object({
    attributes: z.array(
      z.object({ key: z.string(), required: z.boolean(), choices: z.array(z.string()), kind: z.string() }),
    ),
  }),
});

/** The first choice of each attribute that the category demands; one of what has no list. */
async function attributesFor(
  office: Office,
  { account }: Stall,
  category: string,
): Promise<Readonly<Record<string, string>>> {
  const { body } = await office.ask(`GET /platform-accounts/${account}/categories/${category}/requirements`);
  const { attributes } = REQUIREMENTS.parse(body).requirements;
  return Object.fromEntries(
    attributes.filter(({ required }) => required).map(({ key, choices }) => [key, choices[0] ?? '1']),
  );
}
