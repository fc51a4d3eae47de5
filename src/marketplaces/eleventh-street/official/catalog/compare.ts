import type { FieldChange, ListingDraft } from '../../../kit/catalog.ts';
import type { Fields } from '../../../kit/decode.ts';
import { wonAt, wordAt } from '../values.ts';
import type { StockRow } from './decode-stocks.ts';
import { afterServiceText, htmlOnWire } from './encode-listing.ts';

/** What can be read back of a product, by 11st's field names; null where it is not told. */
type Told = Readonly<Record<string, string | null>>;

/** A product as it stands: the look-up with the stock rows. */
export interface Standing {
  readonly product: Fields;
  readonly rows: readonly StockRow[];
}

/** What a draft would change of a product that stands. */
export function changesTo(standing: Standing, draft: ListingDraft): readonly FieldChange[] {
  const wanted = wantedBy(draft);
  return different(toldBy(standing, wanted), wanted).map(([field, now, wanted]) => ({
    field,
    before: now,
    after: wanted,
  }));
}

/** What stands otherwise than a draft asked for. */
export function differencesFrom(draft: ListingDraft, standing: Standing): readonly FieldChange[] {
  const wanted = wantedBy(draft);
  return different(wanted, toldBy(standing, wanted)).map(([field, asked, shown]) => ({
    field,
    before: asked,
    after: shown,
  }));
}

function different(
  one: Told,
  other: Told,
): readonly (readonly [field: string, one: string | null, other: string | null])[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .map((field) => [field, one[field] ?? null, other[field] ?? null] as const)
    .filter(([, a, b]) => a !== b);
}

function wantedBy(draft: ListingDraft): Told {
  const { name, sellerCode, nativeCategoryId, price, delivery, afterService, items } = draft;
  return {
    prdNm: plain(name),
    sellerPrdCd: sellerCode,
    dispCtgrNo: nativeCategoryId,
    selPrc: String(price),
    rtngdDlvCst: wonText(delivery.returnFee),
    exchDlvCst: wonText(delivery.exchangeFee),
    ...(afterService === null ? {} : { asDetail: plain(afterServiceText(draft) ?? '') }),
    htmlDetail: plain(htmlOnWire(draft.descriptionHtml)),
    ...Object.fromEntries(
      items.map((item) => [
        `ProductOption ${item.optionValues.join(' / ')}`,
        optionText(item.price - price, draft.optionNames.length === 0 ? null : item.sellerSku),
      ]),
    ),
  };
}

/** What a draft leaves open is not looked at. */
function toldBy({ product, rows }: Standing, wanted: Told): Told {
  const word = (name: string) => {
    const text = wordAt(product, name);
    return text === null ? null : plain(text);
  };
  return {
    prdNm: word('prdNm'),
    sellerPrdCd: wordAt(product, 'sellerPrdCd'),
    dispCtgrNo: wordAt(product, 'dispCtgrNo'),
    selPrc: wonText(wonAt(product, 'selPrc')),
    rtngdDlvCst: wonText(wonAt(product, 'rtngdDlvCst')),
    exchDlvCst: wonText(wonAt(product, 'exchDlvCst')),
    ...('asDetail' in wanted ? { asDetail: word('asDetail') } : {}),
    htmlDetail: word('htmlDetail'),
    ...Object.fromEntries(
      rows.map(({ values, names, surcharge, sellerSku }) => [
        `ProductOption ${values.join(' / ')}`,
        optionText(surcharge, names.length === 0 ? null : sellerSku),
      ]),
    ),
  };
}

function optionText(surcharge: number, sellerSku: string | null): string {
  return sellerSku === null ? `+${surcharge}` : `+${surcharge} ${sellerSku}`;
}

function wonText(amount: number | null): string | null {
  return amount === null ? null : String(amount);
}

/** Spaces are not kept as they were on their way through XML. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
