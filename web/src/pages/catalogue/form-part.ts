import type { ProductDraft } from './product-draft.ts';

/** What every part of the editor gets. */
export interface FormPart {
  readonly draft: ProductDraft;
  change(fields: Partial<ProductDraft>): void;
  /** The problem of the last try to save; each field finds its own sentence in it. */
  readonly error: unknown;
}
