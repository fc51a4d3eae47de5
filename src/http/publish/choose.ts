import { z } from 'zod';
import { accountId, type ListingId, listingId, productId } from '../../domain/ids.ts';
import {
  type ListingChoices,
  type ListingOverrides,
  NO_CHOICES,
  NO_OVERRIDES,
  PLACE_KINDS,
} from '../../domain/listing-choices.ts';
import { takesProducts } from '../../engine/publish/publishing-shop.ts';
import { type Account, findAccount } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { findProduct } from '../../store/catalogue/read.ts';
import { findListing } from '../../store/listings/list.ts';
import { categoriesReadAt, findCategory, rememberCategory } from '../../store/publish/categories.ts';
import { holdListings, writeChoices } from '../../store/publish/choices.ts';
import { termsOf } from '../../store/publish/product-listings.ts';
import { type PublishingTarget, readTargets } from '../../store/publish/targets.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { fieldProblem, Problem } from '../problems/problem.ts';
import { imageFault } from '../products/product-faults.ts';
import { imageAddress, sellingPrice, stockCount } from '../products/product-fields.ts';
import { id, idText } from '../values/id.ts';
import { productListingView, viewProductListings } from './product-listing-view.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

const overrides = z
  .strictObject({
    name: text(300).nullable(),
    description: z.string().max(1_000_000).nullable(),
    price: sellingPrice.nullable().meta({
      description:
        "In place of the product's price; a SKU with a price of its own keeps its distance from it.",
    }),
    images: z.array(imageAddress).min(1).max(20).nullable(),
  })
  .partial();

const body = z
  .strictObject({
    category_id: text(100).nullable().meta({
      description:
        "The marketplace's category. It is remembered for the product's own category. Null: the remembered one.",
    }),
    attributes: z.record(z.string().max(100), z.string().max(2_000)).meta({
      description: 'By the keys that the requirements of the category name.',
    }),
    places: z.partialRecord(z.enum(PLACE_KINDS), text(200)).meta({
      description: 'The chosen place of each kind; the usual one where none is chosen.',
    }),
    quantities: z.record(z.string().max(100), stockCount).meta({
      description: 'By SKU code: how many to offer at first of what nobody counts.',
    }),
    overrides: overrides.meta({
      description: 'What is said otherwise in this shop; null: as the product says.',
    }),
    listing_id: id.meta({
      description: 'Which one is meant, where the shop has several listings of the product.',
    }),
  })
  .partial()
  .meta({ id: 'ListingChoices' });

type Given = z.output<typeof body>;

const params = z.object({ id: idText, account_id: idText });

/** `PUT /products/{id}/listings/{account_id}`: what is chosen for a product in one shop, and said otherwise there. */
export const chooseForShop: Endpoint = (api, { hub }) => {
  api.put('/products/:id/listings/:account_id', {
    config: { role: 'staff' },
    bodyLimit: 4 * 1024 * 1024,
    schema: {
      operationId: 'chooseForShop',
      summary:
        'Choose category, attributes and places of a product in a shop, and what is said otherwise there',
      description: 'Fields that are left out stay. Nothing is sent before it is published.',
      tags: ['products'],
      headers: idempotencyHeaders,
      params,
      body,
      response: { 200: productListingView, ...problemAnswers(400, 403, 404, 409, 413, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const given = request.body;
      const errors = (given.overrides?.images ?? []).flatMap((address, nth) =>
        imageFault(address, `overrides.images[${nth}]`, hub.allowPrivateHosts),
      );
      if (errors.length > 0) throw new Problem('invalid_request', { errors });
      return asOwner(hub.db, owner, async (scope) => {
        const product = await findProduct(scope, productId(request.params.id));
        const account = await findAccount(scope, accountId(request.params.account_id));
        if (product === undefined || account === undefined) throw new Problem('not_found');
        if (!takesProducts(account)) throw new Problem('not_offered');
        const path = await checkedCategory(scope, account, given.category_id ?? null);
        const pair = { account: account.id, product: product.id };
        const [target] = await readTargets(scope, [pair]);
        const meant = await listingMeant(scope, pair, given.listing_id, target);
        const [listing] = await holdListings(scope, [{ ...pair, listing: meant }]);
        if (listing === undefined) throw new Error('the choices have no listing');
        const before = (await termsOf(scope, [listing])).get(listing);
        await writeChoices(
          scope,
          listing,
          choicesOf(given, before?.choices ?? NO_CHOICES),
          overridesOf(given, before?.overrides ?? NO_OVERRIDES),
        );
        const { categoryKey } = product;
        if (given.category_id != null && categoryKey !== null)
          await rememberCategory(scope, account.platform, {
            categoryKey,
            categoryId: given.category_id,
            path,
            actor,
          });
        await recordAudit(scope, [
          {
            actor,
            action: 'product.choose',
            target: { kind: 'product', id: product.id },
            account: account.id,
            detail: { fields: Object.keys(given), listing_id: listing },
          },
        ]);
        const views = await viewProductListings(scope, product.id, languageOf(request));
        const view = views.find((one) => one.listing?.id === listing);
        if (view === undefined) throw new Error('the choices were not kept');
        return view;
      });
    },
  });
};

/** The one that was named, else the one that is there; null where one has to be added. */
async function listingMeant(
  scope: OwnerScope,
  { account, product }: { readonly account: number; readonly product: number },
  named: number | undefined,
  target: PublishingTarget | undefined,
): Promise<ListingId | null> {
  if (named === undefined) {
    const { listing } = target ?? {};
    if (listing == null || listing.rivals.length === 0) return listing?.id ?? null;
    const ids = [listing.id, ...listing.rivals].map(String);
    throw fieldProblem('listing_id', 'several_listings', {
      ko: `이 상점에 이 상품의 등록이 여러 개 있습니다. 하나를 고르세요: ${ids.join(', ')}`,
      en: `The shop has several listings of this product. Choose one: ${ids.join(', ')}`,
      ru: `В этом магазине у товара несколько карточек. Выберите одну: ${ids.join(', ')}`,
      uz: `Bu do‘konda mahsulotning bir nechta kartochkasi bor. Birini tanlang: ${ids.join(', ')}`,
    });
  }
  const found = await findListing(scope, listingId(named));
  if (found?.account === account && found.product === product && found.goneAt === null) return found.id;
  throw fieldProblem('listing_id', 'listing_unknown', {
    ko: '이 상점에서 이 상품과 연결된 등록이 아닙니다.',
    en: 'This is no listing of this product in this shop.',
    ru: 'Это не карточка этого товара в этом магазине.',
    uz: 'Bu shu do‘kondagi bu mahsulot kartochkasi emas.',
  });
}

/** The path of a category; null where the categories were never read. Throws a 422 for one that takes no goods. */
async function checkedCategory(
  scope: OwnerScope,
  account: Account,
  categoryId: string | null,
): Promise<string | null> {
  if (categoryId === null || (await categoriesReadAt(scope, account.id)) === null) return null;
  const found = await findCategory(scope, account.id, categoryId);
  if (found?.leaf === true) return found.path;
  throw found === undefined
    ? fieldProblem('category_id', 'category_unknown', {
        ko: '이 마켓에 없는 카테고리입니다.',
        en: 'The marketplace has no such category.',
        ru: 'У маркетплейса нет такой категории.',
        uz: 'Marketpleysda bunday toifa yo‘q.',
      })
    : fieldProblem('category_id', 'category_no_leaf', {
        ko: `상품을 등록할 수 없는 상위 카테고리입니다. 더 아래를 고르세요: ${found.path}`,
        en: `Goods are listed in the lowest categories only. Choose one below: ${found.path}`,
        ru: `В этой верхней категории товар не размещают. Выберите ниже: ${found.path}`,
        uz: `Bu yuqori toifada mahsulot joylanmaydi. Pastrog‘ini tanlang: ${found.path}`,
      });
}

function choicesOf(given: Given, before: ListingChoices): ListingChoices {
  return {
    categoryId: given.category_id === undefined ? before.categoryId : given.category_id,
    attributes: given.attributes ?? before.attributes,
    places: given.places ?? before.places,
    quantities: given.quantities ?? before.quantities,
  };
}

function overridesOf({ overrides: given = {} }: Given, before: ListingOverrides): ListingOverrides {
  return {
    name: given.name === undefined ? before.name : given.name,
    description: given.description === undefined ? before.description : given.description,
    price: given.price === undefined ? before.price : given.price,
    images: given.images === undefined ? before.images : given.images,
  };
}
