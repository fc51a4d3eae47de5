import type { Schema } from '../../api/types.ts';
import { amountOf, amountText, countOf } from './amounts.ts';

/** What is chosen for a product in one shop, and said otherwise there, as it is typed. */
export interface ChoicesDraft {
  readonly category: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, string>>;
  /** By SKU code: how many to offer at first of what nobody has counted. */
  readonly quantities: Readonly<Record<string, string>>;
  readonly name: string;
  readonly price: string;
  readonly description: string;
  /** Addresses, one a line. */
  readonly images: string;
}

export function choicesDraftOf(place: Schema<'ProductListing'> | undefined, currency: string): ChoicesDraft {
  const overrides = place?.overrides;
  return {
    category: place?.category_id ?? null,
    attributes: place?.attributes ?? {},
    places: place?.places ?? {},
    quantities: Object.fromEntries(
      Object.entries(place?.quantities ?? {}).map(([code, count]) => [code, String(count)]),
    ),
    name: overrides?.name ?? '',
    price: amountText(overrides?.price ?? null, currency),
    description: overrides?.description ?? '',
    images: (overrides?.images ?? []).join('\n'),
  };
}

/**
 * The same in the API's words; what is empty is as the product says. Of the attributes only those that the category has:
 * others were typed for another category, and nobody sees them any more. Null where it is not known which it has.
 */
export function choicesBodyOf(
  draft: ChoicesDraft,
  currency: string,
  known: readonly string[] | null,
): Schema<'ListingChoicesInput'> {
  const images = draft.images.split(/\s+/).filter(Boolean);
  const attributes = Object.entries(filled(draft.attributes));
  return {
    category_id: draft.category,
    attributes: Object.fromEntries(attributes.filter(([key]) => known === null || known.includes(key))),
    places: filled(draft.places),
    quantities: Object.fromEntries(
      Object.entries(filled(draft.quantities)).map(([code, text]) => [code, countOf(text) ?? 0]),
    ),
    overrides: {
      name: draft.name.trim() || null,
      price: amountOf(draft.price, currency),
      description: draft.description.trim() === '' ? null : draft.description,
      images: images.length === 0 ? null : images,
    },
  };
}

function filled(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}
