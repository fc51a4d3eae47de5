import { useState } from 'react';
import type { Schema } from '../../api/types.ts';
import { useKeys } from '../../frame/use-keys.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { ProductBasics } from './product-basics.tsx';
import type { ProductDraft } from './product-draft.ts';
import { ProductNotice } from './product-notice.tsx';
import { ProductOptions } from './product-options.tsx';
import { ProductPictures } from './product-pictures.tsx';
import { ProductTerms } from './product-terms.tsx';
import { isSameOptions } from './sku-rows.ts';

/** Everything that can be told of a product. */
export function ProductForm({
  start,
  saved,
  isBusy,
  error,
  onSave,
}: {
  readonly start: ProductDraft;
  /** As it stands; null for something new. */
  readonly saved: Schema<'Product'> | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  onSave(draft: ProductDraft): void;
}) {
  const t = useCatalogueWords();
  const mayAct = useMay('staff');
  const [opened] = useState(start);
  const [draft, setDraft] = useState(opened);
  /** Whether saving was tried with options that no SKU was made of yet. */
  const [isHeld, setHeld] = useState(false);
  const isUnmade = !isSameOptions(draft.options.typed, draft.options.made);
  const save = () => {
    setHeld(isUnmade);
    if (!isUnmade) onSave(draft);
  };
  const part = {
    draft,
    error,
    change: (fields: Partial<ProductDraft>) => setDraft((before) => ({ ...before, ...fields })),
  };
  useKeys({ 'mod+s': () => (mayAct && !isBusy ? save() : undefined) });
  return (
    <form
      className="flex flex-col gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset disabled={!mayAct} className="flex min-w-0 flex-col gap-4">
        <ProductBasics {...part} />
        <ProductPictures {...part} saved={saved} />
        <ProductOptions {...part} saved={saved} />
        <ProductTerms {...part} />
        <ProductNotice {...part} />
      </fieldset>
      {error === null ? null : <TroubleNote error={error} />}
      {isHeld && isUnmade ? (
        <p role="alert" className="text-sm text-danger">
          {t('optionsUnmade')}
        </p>
      ) : null}
      <LeaveGuard isDirty={draft !== opened && !isBusy} />
      {mayAct ? (
        <div className="sticky bottom-0 flex justify-end gap-2 border-t border-line bg-canvas py-3">
          <Button type="submit" look="primary" size="large" busy={isBusy}>
            {t('save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
