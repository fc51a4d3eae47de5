import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { SearchBox } from '../../desk/search-box.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { controlClass } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { forgetLinks } from './forget-links.ts';
import { useListingWords } from './listing-words.ts';

/** A SKU of the catalogue, and how many of it one piece on sale takes. */
interface Part {
  readonly sku_id: number;
  readonly sku_code: string;
  readonly product_name: string;
  readonly option_values: readonly string[];
  readonly quantity: number;
}

const FOUND = 10;
/** Says what an item on sale is made of: one SKU, or a bundle of several with quantities. */
export function LinkDialog({
  item,
  name,
  parts: before,
  onClose,
}: {
  readonly item: number;
  readonly name: string;
  readonly parts: readonly Part[];
  onClose(): void;
}) {
  const t = useListingWords();
  const ui = useUiWords();
  const [parts, setParts] = useState(before);
  const link = queries.useMutation('put', '/api/v1/listing-items/{id}/link', {
    onSuccess: ({ clashes }) => {
      forgetLinks();
      const [clash] = clashes;
      if (clash === undefined) showToast({ tone: 'good', title: t('linkKept') });
      else showToast({ tone: 'danger', title: t('linkClashes'), detail: clash.detail });
      onClose();
    },
  });
  const isSound = parts.every(({ quantity }) => Number.isInteger(quantity) && quantity >= 1);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('linkTitle')}
      description={name}
      width="wide"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="primary"
            busy={link.isPending}
            disabled={!isSound || (parts.length === 0 && before.length === 0)}
            onClick={() =>
              link.mutate({
                params: { path: { id: item } },
                body: { parts: parts.map(({ sku_id, quantity }) => ({ sku_id, quantity })) },
              })
            }
          >
            {t(parts.length === 0 && before.length > 0 ? 'unlink' : 'keepLink')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {link.error === null ? null : <TroubleNote error={link.error} />}
        <p className="text-sm text-soft">{t('bundleHint')}</p>
        <Parts parts={parts} onChange={setParts} />
        <SkuSearch
          taken={new Set(parts.map(({ sku_id }) => sku_id))}
          onChoose={(part) => setParts([...parts, part])}
        />
      </div>
    </Dialog>
  );
}

function Parts({
  parts,
  onChange,
}: {
  readonly parts: readonly Part[];
  onChange(parts: readonly Part[]): void;
}) {
  const t = useListingWords();
  return (
    <ul className="flex flex-col gap-2">
      {parts.map((part) => (
        <li key={part.sku_id} className="flex items-center gap-2 text-sm">
          <span className="min-w-0 flex-1">
            {part.sku_code} · {[part.product_name, ...part.option_values].join(' / ')}
          </span>
          <input
            type="number"
            min={1}
            aria-label={t('quantityOf', { code: part.sku_code })}
            className={`${controlClass} numeric h-8 w-20`}
            value={Number.isNaN(part.quantity) ? '' : part.quantity}
            onChange={({ target }) =>
              onChange(
                parts.map((one) =>
                  one.sku_id === part.sku_id ? { ...one, quantity: target.valueAsNumber } : one,
                ),
              )
            }
          />
          <IconButton
            label={t('removePart', { code: part.sku_code })}
            onClick={() => onChange(parts.filter((one) => one.sku_id !== part.sku_id))}
          >
            <Trash2 aria-hidden="true" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function SkuSearch({ taken, onChoose }: { readonly taken: ReadonlySet<number>; onChoose(part: Part): void }) {
  const t = useListingWords();
  const [text, setText] = useState('');
  const { data, error } = queries.useQuery(
    'get',
    '/api/v1/products',
    { params: { query: { q: text, limit: FOUND } } },
    { enabled: text !== '' },
  );
  const skus = (data?.products ?? []).flatMap(({ name, skus }) =>
    skus.map(({ id, code, option_values }) => ({
      sku_id: id,
      sku_code: code,
      product_name: name,
      option_values,
      quantity: 1,
    })),
  );
  return (
    <div className="flex flex-col gap-2">
      <SearchBox value={text} hint={t('searchSku')} onSearch={setText} />
      {error === null ? null : <TroubleNote error={error} />}
      <p role="status" className="sr-only">
        {data === undefined ? '' : t('skusFound', { count: skus.length })}
      </p>
      {data !== undefined && skus.length === 0 ? <p className="text-sm text-soft">{t('noSku')}</p> : null}
      <ul className="flex max-h-64 flex-col divide-y divide-line overflow-y-auto">
        {skus
          .filter(({ sku_id }) => !taken.has(sku_id))
          .map((part) => (
            <li key={part.sku_id}>
              <button
                type="button"
                onClick={() => onChoose(part)}
                className="flex w-full items-center gap-2 px-2 py-1.5 text-left text-sm hover:bg-hover"
              >
                <Plus className="size-4 shrink-0 text-soft" aria-hidden="true" />
                <span className="font-medium">{part.sku_code}</span>
                <span className="min-w-0 flex-1 truncate text-soft">
                  {[part.product_name, ...part.option_values].join(' / ')}
                </span>
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
