import type { SkuId } from '../ids.ts';
import type { LinkedSku } from '../listing.ts';

/** Why an item may be made of what is proposed. */
export const LINK_REASONS = ['code', 'remembered_code', 'barcode', 'remembered_name', 'name'] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

/** How sure each reason is where nothing speaks against it; names tell by how alike they are. */
export const CONFIDENCE: Readonly<Record<Exclude<LinkReason, 'name'>, number>> = {
  code: 1,
  remembered_code: 0.98,
  barcode: 0.97,
  remembered_name: 0.9,
};

/** Where several things claim to be what a code names, none of them is it for sure. */
const AMBIGUOUS = 0.6;

export interface LinkProposal {
  readonly parts: readonly LinkedSku<SkuId>[];
  readonly reason: LinkReason;
  readonly confidence: number;
  /** For a name: how alike the names are, how far the options agree, whether numbers differ. */
  readonly match?: { readonly name: number; readonly options: number; readonly numbersDiffer: boolean };
}

/** Something that says what an item is made of. */
export interface LinkHint extends Omit<LinkProposal, 'confidence'> {
  /** Told only by names. */
  readonly confidence?: number;
  /** The same code is on other options or listings of the shop as well. */
  readonly shared?: boolean;
}

/**
 * The best proposals from all hints, each set of SKUs once with its best reason, the surest first. Hints by code that
 * contradict each other are all doubtful.
 */
export function proposalsFrom(hints: readonly LinkHint[], limit: number): readonly LinkProposal[] {
  const certain = new Set(hints.filter(({ reason }) => isByCode(reason)).map(({ parts }) => partsKey(parts)));
  const best = new Map<string, LinkProposal>();
  for (const hint of hints) {
    const { parts, reason, match } = hint;
    if (parts.length === 0) continue;
    const doubtful = isByCode(reason) && (certain.size > 1 || hint.shared === true);
    const usual = reason === 'name' ? (hint.confidence ?? 0) : CONFIDENCE[reason];
    const confidence = doubtful ? Math.min(usual, AMBIGUOUS) : usual;
    const key = partsKey(parts);
    const known = best.get(key);
    if (known !== undefined && known.confidence >= confidence) continue;
    best.set(key, { parts, reason, confidence, ...(match === undefined ? {} : { match }) });
  }
  return [...best.entries()]
    .sort(([one, mine], [other, theirs]) => theirs.confidence - mine.confidence || (one < other ? -1 : 1))
    .slice(0, limit)
    .map(([, proposal]) => proposal);
}

/** How far ahead of the next one a proposal must be for being taken without being looked at. */
const CLEARLY = 0.05;

/** The proposal that is at least so sure and clearly the best; null where a person has to choose. */
export function clearlyBest(proposals: readonly LinkProposal[], minConfidence: number): LinkProposal | null {
  const [first, second] = proposals;
  if (first === undefined || first.confidence < minConfidence) return null;
  if (second !== undefined && first.confidence - second.confidence < CLEARLY) return null;
  return first;
}

function isByCode(reason: LinkReason): boolean {
  return reason === 'code' || reason === 'remembered_code';
}

/** The same text for the same SKUs in the same quantities, in whatever order. */
export function partsKey(parts: readonly LinkedSku<SkuId>[]): string {
  return parts
    .map(({ sku, quantity }) => `${sku}:${quantity}`)
    .sort()
    .join(',');
}
