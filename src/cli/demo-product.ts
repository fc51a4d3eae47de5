import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { control } from './sandbox-control.ts';

/** The demo as its own seller reaches it. */
export interface DemoDesk {
  readonly url: string;
  readonly token: string;
  readonly sandboxUrl: string;
  readonly shops: readonly { readonly accountId: number; readonly platform: string }[];
  /** The name that every shop has in the sandbox. */
  readonly shop: string;
}

/** One product that is on sale in every shop. */
export interface SharedProduct {
  readonly id: number;
  readonly name: string;
  readonly sellerCode: string;
  /** What may be sold of it. */
  readonly left: number | null;
  /** By platform, what a buyer asks for. */
  readonly items: Readonly<Record<string, string>>;
}

const SELLER_CODE = 'MOA-BOARD';
/** Words in the path of a category that each of the marketplaces has. */
const CATEGORY = '도마';

const product = z.object({
  id: z.number(),
  name: z.string(),
  seller_code: z.string(),
  available_quantity: z.number().nullable(),
});
const PRODUCTS = z.object({ products: z.array(product) });
const CATEGORIES = z.object({ categories: z.array(z.object({ id: z.string() })), reading: z.boolean() });
const REQUIREMENTS = z.object({
  requirements: z.object({
    attributes: z.array(z.object({ key: z.string(), required: z.boolean(), choices: z.array(z.string()) })),
  }),
});
const PUBLISHED = z.object({
  results: z.array(z.object({ faults: z.array(z.object({ message: z.string() })) })),
});
const LISTINGS = z.object({
  listings: z.array(
    z.object({
      platform: z.string(),
      listing: z
        .object({ id: z.number(), native_listing_id: z.string().nullable(), link_state: z.string() })
        .nullable(),
    }),
  ),
});
const LISTING = z.object({ items: z.array(z.object({ native_item_id: z.string().nullable() })) });

/** How often it is looked whether every marketplace has taken it. */
const LOOK_EVERY_MS = 1_000;

/**
 * Puts one product on sale in every shop of the demo, by the calls that any program would make, and answers it once all
 * shops have it. What an earlier start has done is not done again. Nobody buys it by chance.
 */
export async function shareProduct(desk: DemoDesk, signal: AbortSignal): Promise<SharedProduct> {
  const known = await findShared(desk, signal);
  const { id } = known ?? (await ask(desk, signal, 'POST', '/products', product, goods(desk.sandboxUrl)));
  const before = await listedIn(desk, signal, id);
  await Promise.all(
    desk.shops
      .filter(({ platform }) => !before.has(platform))
      .map((shop) => putOnSale(desk, signal, id, shop)),
  );
  const listed = await untilListed(desk, signal, id);
  const items: Record<string, string> = {};
  for (const [platform, listing] of listed) {
    const [item] = (await ask(desk, signal, 'GET', `/listings/${listing}`, LISTING)).items;
    if (item?.native_item_id != null) items[platform] = item.native_item_id;
  }
  const shared = await findShared(desk, signal);
  if (shared === undefined) throw new Error('the product is gone');
  const { name, seller_code: sellerCode, available_quantity: left } = shared;
  return { id, name, sellerCode, left, items };
}

/** A cutting board with all that the four marketplaces and the law ask for. */
function goods(sandboxUrl: string) {
  return {
    name: '편백나무 통원목 도마',
    seller_code: SELLER_CODE,
    description: '<p>항균 편백나무를 통으로 깎은 도마입니다.</p>',
    price: 24_900,
    cost: 9_800,
    stock_quantity: 10,
    safety_stock: 3,
    category_id: '주방/도마',
    brand: '모아키친',
    manufacturer: '모아목공',
    weight: 900,
    main_image: `${sandboxUrl}/_pictures/board-front.png`,
    additional_images: [`${sandboxUrl}/_pictures/board-back.png`],
    delivery_fee: 3_000,
    return_fee: 3_500,
    exchange_fee: 7_000,
    leaves_within_days: 2,
    carrier: 'cj',
    origin: { kind: 'domestic' },
    after_service: { phone: '02-555-0100', text: '평일 10시~17시에 전화로 문의하세요.' },
    notice: {
      kind: '기타 재화',
      facts: { '품명 및 모델명': '편백나무 통원목 도마', '인증/허가 사항': '해당사항 없음' },
    },
  };
}

async function findShared(desk: DemoDesk, signal: AbortSignal) {
  const { products } = await ask(desk, signal, 'GET', `/products?q=${SELLER_CODE}`, PRODUCTS);
  return products.find(({ seller_code }) => seller_code === SELLER_CODE);
}

/** Chooses the category, and the first value of each attribute that it demands. */
async function choose(desk: DemoDesk, signal: AbortSignal, id: number, account: number): Promise<void> {
  const at = `/platform-accounts/${account}/categories`;
  for (;;) {
    const found = await ask(desk, signal, 'GET', `${at}?q=${encodeURIComponent(CATEGORY)}`, CATEGORIES);
    const [category] = found.categories;
    if (category !== undefined) {
      const told = await ask(desk, signal, 'GET', `${at}/${category.id}/requirements`, REQUIREMENTS);
      const demanded = told.requirements.attributes.filter(({ required }) => required);
      await ask(desk, signal, 'PUT', `/products/${id}/listings/${account}`, z.unknown(), {
        category_id: category.id,
        attributes: Object.fromEntries(demanded.map(({ key, choices }) => [key, choices[0] ?? '1'])),
      });
      return;
    }
    if (!found.reading) throw new Error(`shop ${account} has no category ${CATEGORY}`);
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
}

/** Publishes it in one shop, where nobody comes across it by chance from then on. */
async function putOnSale(
  desk: DemoDesk,
  signal: AbortSignal,
  id: number,
  { accountId, platform }: DemoDesk['shops'][number],
): Promise<void> {
  await choose(desk, signal, id, accountId);
  const { results } = await ask(desk, signal, 'POST', `/products/${id}/publish?wait=60`, PUBLISHED, {
    account_ids: [accountId],
  });
  const [lacking] = results.flatMap(({ faults }) => faults);
  if (lacking !== undefined) throw new Error(`${platform} does not take the product: ${lacking.message}`);
  const { listings } = await ask(desk, signal, 'GET', `/products/${id}/listings`, LISTINGS);
  const native = listings.find((one) => one.platform === platform)?.listing?.native_listing_id;
  if (native == null) throw new Error(`${platform} has not taken the product`);
  await control({ url: desk.sandboxUrl }, 'POST', `/${platform}/shops/${desk.shop}/acts/keepBack`, {
    listing: native,
  });
}

/** The product's listings by platform, once all are numbered and linked. */
async function untilListed(desk: DemoDesk, signal: AbortSignal, id: number) {
  for (;;) {
    const listed = await listedIn(desk, signal, id);
    if (listed.size === desk.shops.length) return listed;
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
}

/** The product's listings whose items are numbered and linked, by platform. */
async function listedIn(
  desk: DemoDesk,
  signal: AbortSignal,
  id: number,
): Promise<ReadonlyMap<string, number>> {
  const { listings } = await ask(desk, signal, 'GET', `/products/${id}/listings`, LISTINGS);
  return new Map(
    listings.flatMap(({ platform, listing }) =>
      listing?.link_state === 'linked' ? [[platform, listing.id] as const] : [],
    ),
  );
}

async function ask<Answer>(
  { url, token }: DemoDesk,
  signal: AbortSignal,
  method: string,
  path: string,
  shape: z.ZodType<Answer>,
  body?: unknown,
): Promise<Answer> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  });
  const told: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path} gave ${answer.status}: ${JSON.stringify(told)}`);
  return shape.parse(told);
}
