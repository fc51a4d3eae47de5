import type { OwnerId } from '../../domain/ids.ts';
import {
  type ListingChoices,
  type ListingOverrides,
  NO_CHOICES,
  NO_OVERRIDES,
} from '../../domain/listing-choices.ts';
import type {
  CategoryRequirements,
  ListingDraft,
  PublishPreview,
  ShopPlace,
} from '../../marketplaces/kit/catalog.ts';
import { asToldBy } from '../../marketplaces/kit/localized.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import type { StoredProduct } from '../../store/catalogue/product.ts';
import type { StockSettings } from '../../store/inventory/settings.ts';
import type { PublishingTarget } from '../../store/publish/targets.ts';
import type { Availability } from '../../store/stock/available.ts';
import type { Hub } from '../hub.ts';
import { lookAtPictures } from '../pictures/look-at-pictures.ts';
import { draftFaults } from './check/draft-faults.ts';
import { type DraftFault, fault } from './draft-fault.ts';
import { cataloguePrices, draftOf } from './draft-of.ts';
import type { PublishingShop } from './publishing-shop.ts';
import { placesOf, requirementsOf } from './shop-facts.ts';
import { twinFault, twinsOf } from './twins.ts';

/** What is known of a product in the hub. */
export interface ProductFacts {
  readonly product: StoredProduct;
  readonly stock: ReadonlyMap<StoredProduct['skus'][number]['id'], Availability>;
  readonly settings: StockSettings;
}

/** A product that is ready to be published in a shop, or all that stands against it. */
export type Preparation =
  | {
      readonly kind: 'ready';
      readonly draft: ListingDraft;
      /** What each SKU costs by the catalogue. */
      readonly prices: Readonly<Record<string, number>>;
      readonly warnings: readonly DraftFault[];
      /** The calls that would be made; null where nobody asked for them. */
      readonly preview: PublishPreview | null;
    }
  | {
      readonly kind: 'declined';
      readonly faults: readonly DraftFault[];
      readonly warnings: readonly DraftFault[];
    };

/**
 * Works out what a shop's listing of a product is to be, and everything that the marketplace would refuse of it. It is only
 * read: categories and places where they are not known, pictures, whether the shop has such a listing already, and with
 * `rehearse` whatever the connector looks up to make its calls. Throws MarketplaceError where that cannot be read.
 */
export async function prepare(
  hub: Hub,
  owner: OwnerId,
  shop: PublishingShop,
  target: PublishingTarget,
  facts: ProductFacts,
  { rehearse }: { readonly rehearse: boolean },
): Promise<Preparation> {
  const standing = targetFaults(target);
  if (standing.length > 0) return { kind: 'declined', faults: standing, warnings: [] };
  const { product, stock, settings } = facts;
  const { listing } = target;
  const choices: ListingChoices = { ...NO_CHOICES, ...listing?.choices };
  const overrides: ListingOverrides = { ...NO_OVERRIDES, ...listing?.overrides };
  const category = await readCategory(hub, owner, shop, categoryOf(target, choices));
  const input = {
    product,
    choices,
    overrides,
    categoryId: category.id,
    requirements: category.requirements,
    rules: shop.rules,
    stock,
    lastUnits:
      settings.lastUnits === null
        ? null
        : {
            from: settings.lastUnits.from,
            isMine: settings.lastUnits.account === shop.account.id,
          },
    nativeListingId: listing?.nativeListingId ?? null,
    standing: listing?.items ?? [],
  };
  const made = draftOf(input);
  const pictures = await lookAtPictures(hub, owner, made.draft.images);
  const judge = (places: readonly ShopPlace[]) =>
    draftFaults(made.draft, {
      rules: shop.rules,
      currency: shop.currency,
      requirements: category.requirements,
      places,
      pictures,
    });
  let seen = judge(await placesOf(hub, owner, shop));
  // An address that was added a moment ago is not refused.
  if (seen.faults.some(({ field }) => field.startsWith('places.')))
    seen = judge(await placesOf(hub, owner, shop, 'read'));
  const warnings = [...made.warnings, ...seen.warnings];
  // Of what nobody has counted nothing is known, also not that it is too little.
  const isUncounted = made.faults.some(({ code }) => code === 'quantity_unknown');
  const found = isUncounted ? seen.faults.filter(({ code }) => code !== 'stock_too_low') : seen.faults;
  const faults = [...category.faults, ...made.faults, ...found];
  if (faults.length > 0) return { kind: 'declined', faults, warnings };
  const late = await lateFaults(hub, owner, shop, target, made.draft, rehearse);
  if (late.faults.length > 0) return { kind: 'declined', faults: late.faults, warnings };
  const { preview } = late;
  return { kind: 'ready', draft: made.draft, prices: cataloguePrices(input), warnings, preview };
}

/** What stands against publishing whatever the product says. */
function targetFaults({ listing }: PublishingTarget): readonly DraftFault[] {
  if (listing === null) return [];
  const { id, rivals, unknownCommand } = listing;
  if (unknownCommand !== null)
    return [
      fault('product_id', 'publication_unknown', {
        ko: `지난번 등록이 마켓에 반영되었는지 알 수 없습니다. 명령 ${unknownCommand}을(를) 다시 시도하면 먼저 확인합니다.`,
        en: `Nobody knows whether the last publication arrived. Retry command ${unknownCommand}: it looks first.`,
        ru: `Неизвестно, дошла ли прошлая публикация. Повторите команду ${unknownCommand}: сначала она проверит.`,
        uz: `Avvalgi joylash yetgani noma’lum. ${unknownCommand} buyrug‘ini takrorlang: u avval tekshiradi.`,
      }),
    ];
  if (rivals.length === 0) return [];
  const ids = [id, ...rivals].join(', ');
  return [
    fault('listing_id', 'several_listings', {
      ko: `이 상점에 이 상품의 등록이 여러 개 있습니다: ${ids}. 어느 것인지 listing_id로 고르세요.`,
      en: `The shop has several listings of this product: ${ids}. Choose one with listing_id.`,
      ru: `В этом магазине у товара несколько карточек: ${ids}. Выберите одну через listing_id.`,
      uz: `Bu do‘konda mahsulotning bir nechta kartochkasi bor: ${ids}. listing_id orqali birini tanlang.`,
    }),
  ];
}

/** The chosen category, else that of the listing, else what the product's own category was mapped to. */
function categoryOf(
  { listing, rememberedCategory }: PublishingTarget,
  choices: ListingChoices,
): string | null {
  return choices.categoryId ?? listing?.nativeCategoryId ?? rememberedCategory;
}

interface CategoryRead {
  readonly id: string | null;
  readonly requirements: CategoryRequirements | null;
  readonly faults: readonly DraftFault[];
}

async function readCategory(
  hub: Hub,
  owner: OwnerId,
  shop: PublishingShop,
  id: string | null,
): Promise<CategoryRead> {
  if (id === null) return { id, requirements: null, faults: [] };
  try {
    return { id, requirements: await requirementsOf(hub, owner, shop, id), faults: [] };
  } catch (error) {
    if (!(error instanceof MarketplaceError) || error.reason !== 'not_found') throw error;
    const unknown = fault('category_id', 'category_unknown', {
      ko: `이 마켓에 없는 카테고리입니다: ${id}`,
      en: `The marketplace has no such category: ${id}`,
      ru: `У маркетплейса нет такой категории: ${id}`,
      uz: `Marketpleysda bunday toifa yo‘q: ${id}`,
    });
    return { id, requirements: null, faults: [unknown] };
  }
}

interface Late {
  readonly faults: readonly DraftFault[];
  readonly preview: PublishPreview | null;
}

/** What only the shop itself can tell, once there is nothing else to put right. */
async function lateFaults(
  hub: Hub,
  owner: OwnerId,
  shop: PublishingShop,
  { product, listing }: PublishingTarget,
  draft: ListingDraft,
  rehearse: boolean,
): Promise<Late> {
  const desk = await shop.desk();
  // What an earlier publication is about to make is no twin.
  if (draft.nativeListingId === null && listing?.isUnderway !== true) {
    const twins = await twinsOf(hub, owner, shop, product, draft);
    if (twins.length > 0) return { faults: [twinFault(twins)], preview: null };
  }
  if (!rehearse) return { faults: [], preview: null };
  try {
    return { faults: [], preview: await desk.preview(draft) };
  } catch (error) {
    if (!(error instanceof MarketplaceError)) throw error;
    if (error.reason !== 'refused' && error.reason !== 'wrong_state' && error.reason !== 'not_found')
      throw error;
    const says = error.trouble.says ?? asToldBy(error.trouble.nativeText ?? error.message);
    return { faults: [fault('product_id', 'refused_by_marketplace', says)], preview: null };
  }
}
