import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { SearchBox } from '../../desk/search-box.tsx';
import { compact } from '../../desk/search-params.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { ShopTrouble } from './shop-trouble.tsx';
import type { UsualCategory } from './use-usual-category.ts';

const SHOWN = 30;
/** While a marketplace's categories are being read it is asked again after this. */
const AGAIN_MS = 5_000;

/** Searches the marketplace's categories; what was chosen before stands first. */
export function CategoryChoice({
  shop,
  product,
  chosen,
  usual,
  wrong,
  onChoose,
}: {
  readonly shop: number;
  readonly product: number;
  readonly chosen: string | null;
  /** Where it goes while none is chosen. */
  readonly usual: UsualCategory | null;
  readonly wrong: string | undefined;
  onChoose(category: string | null): void;
}) {
  const t = useCatalogueWords();
  const [text, setText] = useState('');
  const query = compact({ q: text === '' ? undefined : text, product_id: product, limit: SHOWN });
  const { data, error, refetch } = queries.useQuery(
    'get',
    '/api/v1/platform-accounts/{id}/categories',
    { params: { path: { id: shop }, query } },
    { refetchInterval: (asked) => (asked.state.data?.reading === true ? AGAIN_MS : false) },
  );
  const suggestions = text === '' ? (data?.suggestions ?? []) : [];
  const known = new Set(suggestions.map(({ id }) => id));
  const choices = [
    ...suggestions.map(({ id, path, because }) => ({ id, path: path ?? id, because })),
    ...(data?.categories ?? [])
      .filter(({ id }) => !known.has(id))
      .map(({ id, path }) => ({ id, path, because: null })),
  ];
  return (
    <div className="flex flex-col gap-2">
      <p className="flex min-h-7 flex-wrap items-center gap-x-2 text-sm">
        <span className="text-soft">{t('chosenCategory')}</span>
        <strong className="font-medium">
          {chosen === null
            ? (usual?.path ?? t('noCategoryYet'))
            : (choices.find(({ id }) => id === chosen)?.path ?? chosen)}
        </strong>
        {chosen === null && usual !== null ? <Badge tone="accent">{t('usualCategory')}</Badge> : null}
        {chosen !== null && usual !== null && usual.id !== chosen ? (
          <Button size="small" look="quiet" onClick={() => onChoose(null)}>
            {t('backToUsual', { path: usual.path })}
          </Button>
        ) : null}
      </p>
      {wrong === undefined ? null : (
        <p role="alert" className="text-sm text-danger">
          {wrong}
        </p>
      )}
      <SearchBox value={text} hint={t('searchCategory')} onSearch={setText} />
      {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
      {data?.trouble == null ? null : <ShopTrouble trouble={data.trouble} />}
      <p role="status" className="text-sm text-faint">
        {data?.reading === true
          ? t('readingCategories')
          : data !== undefined && choices.length === 0
            ? t('noCategory')
            : ''}
      </p>
      <ul
        className="flex h-56 flex-col overflow-y-auto rounded-md border border-line"
        aria-label={t('category')}
      >
        {choices.map(({ id, path, because }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === chosen}
              onClick={() => onChoose(id)}
              className={`flex w-full items-center gap-2 px-3 py-1.5 text-left text-sm ${id === chosen ? 'bg-selected font-medium' : 'hover:bg-hover'}`}
            >
              <span className="min-w-0 flex-1">{path}</span>
              {because === null ? null : <Badge tone="accent">{t.word('suggested', because)}</Badge>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
