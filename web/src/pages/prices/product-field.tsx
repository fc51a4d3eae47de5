import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { queries } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { controlClass, Field } from '../../ui/field.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { usePriceWords } from './price-words.ts';

const SHOWN = 6;

/** One product, found by its name or code; none means every product. */
export function ProductField({
  product,
  error,
  onChoose,
}: {
  readonly product: number | null;
  readonly error: string | undefined;
  onChoose(product: number | null): void;
}) {
  const t = usePriceWords();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const chosen = queries.useQuery(
    'get',
    '/api/v1/products/{id}',
    { params: { path: { id: product ?? 0 } } },
    { enabled: product !== null },
  );
  const found = queries.useQuery(
    'get',
    '/api/v1/products',
    { params: { query: { q, limit: SHOWN } } },
    { enabled: product === null && q !== '', placeholderData: keepPreviousData },
  );
  if (product !== null)
    return (
      <Field label={t('product')} error={error}>
        {() => (
          <div className="flex min-h-9 items-center gap-2">
            <span className="min-w-0 flex-1 truncate">{chosen.data?.name ?? `#${product}`}</span>
            <Button size="small" onClick={() => onChoose(null)}>
              {t('everyProduct')}
            </Button>
          </div>
        )}
      </Field>
    );
  return (
    <Field label={t('product')} hint={t('productHint')} error={error}>
      {(bound) => (
        <>
          <input
            {...bound}
            type="search"
            autoComplete="off"
            value={text}
            // A name that was typed and not chosen would count for every product.
            ref={(input) => input?.setCustomValidity(text.trim() === '' ? '' : t('chooseProduct'))}
            placeholder={t('everyProduct')}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              const [first] =
                q === text.trim() && !found.isPlaceholderData ? (found.data?.products ?? []) : [];
              if (first !== undefined) onChoose(first.id);
            }}
            className={`${controlClass} h-9 w-full`}
          />
          {found.error === null ? null : <TroubleNote error={found.error} />}
          {q === '' || found.data === undefined ? null : (
            <ul className="flex flex-col rounded-md border border-line">
              {found.data.products.map(({ id, name }) => (
                <li key={id}>
                  <button
                    type="button"
                    onClick={() => onChoose(id)}
                    className="w-full truncate px-2.5 py-1.5 text-left text-sm hover:bg-hover"
                  >
                    {name}
                  </button>
                </li>
              ))}
              {found.data.products.length === 0 ? (
                <li className="px-2.5 py-1.5 text-sm text-soft">{t('noProduct')}</li>
              ) : null}
            </ul>
          )}
        </>
      )}
    </Field>
  );
}
