import type { FieldChange, ListingDraft } from '../../../kit/catalog.ts';
import type { DraftOffers } from './draft-options.ts';
import { memberAt, textAt } from './members.ts';
import { MOST_IMAGES } from './rules.ts';
import type { Product } from './selling.ts';
import { SITE_KEYS } from './sites.ts';

/**
 * What stands at ESM and what the draft would have it be, field by field. Names that a category forbids to change, and
 * everything of a stopped product, are passed over in silence (sheet §3.3): only reading shows it. Stock is not among
 * it, since it moves with every sale.
 */
export function differences(
  draft: ListingDraft,
  { sites, options }: DraftOffers,
  { document, ...product }: Product,
): readonly FieldChange[] {
  const basic = memberAt(document, 'itemBasicInfo');
  const more = memberAt(document, 'itemAddtionalInfo');
  return [
    change('name', textAt(basic, 'goodsName', 'kor'), draft.name),
    change('sellerCode', textAt(more, 'managedCode'), draft.sellerCode),
    change('nativeCategoryId', textAt(basic, 'category', 'esm', 'catCode'), draft.nativeCategoryId),
    change('descriptionHtml', textAt(more, 'descriptions', 'kor', 'html'), draft.descriptionHtml),
    change('images', String(picturesIn(more)), String(Math.min(MOST_IMAGES, draft.images.length))),
    change('tax', taxFree(memberAt(more, 'isVatFree') === true), taxFree(draft.tax !== 'taxed')),
    ...[...sites].map(([site, { price }]) =>
      change(`price ${SITE_KEYS[site]}`, amount(product.sites.get(site)?.price), amount(price)),
    ),
    change('options', optionsText(product.options?.rows), optionsText(options?.rows)),
  ].filter(({ before, after }) => before !== after);
}

function change(field: string, before: string | null, after: string | null): FieldChange {
  return { field, before, after };
}

const taxFree = (is: boolean) => (is ? 'exempt' : 'taxed');

function amount(won: number | undefined): string | null {
  return won === undefined ? null : String(won);
}

function picturesIn(more: unknown): number {
  return Array.from({ length: MOST_IMAGES }, (_, nth) =>
    textAt(more, 'images', nth === 0 ? 'basicImgURL' : `addtionalImg${nth}URL`),
  ).filter((url) => url !== null).length;
}

interface OptionFacts {
  readonly values: readonly string[];
  readonly code: string | null;
  readonly extra: number;
}

function optionsText(rows: readonly OptionFacts[] | undefined): string | null {
  if (rows === undefined) return null;
  return rows.map(({ values, code, extra }) => `${values.join('/')} ${code ?? ''} +${extra}`).join(', ');
}
