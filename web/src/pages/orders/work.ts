/** One order of a piece of bulk work, and what the API made of it. */
export interface WorkRow {
  readonly orderId: number;
  /** How a person knows it: the marketplace's number. */
  readonly number: string;
  /** Why nothing was sent for it; null when something was, or will be. */
  readonly declined: string | null;
  readonly commandIds: readonly number[];
}

/** Bulk work under way: orders that were acknowledged, or a plan of shipments that was confirmed. */
export type Work =
  | { readonly kind: 'acknowledge'; readonly rows: readonly WorkRow[] }
  | { readonly kind: 'ship'; readonly plan: number; readonly numbers: ReadonlyMap<number, string> };
