import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { BackLink } from '../../desk/lists/back-link.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Page } from '../../frame/page.tsx';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { Clashes } from './clashes.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { useListingWords } from './listing-words.ts';
import { MakeEveryProductDialog, MakeProductsDialog } from './make-products-dialog.tsx';
import { nameOf, UnlinkedRow } from './unlinked-row.tsx';
import { useAccepting } from './use-accepting.ts';

type Item = Schema<'UnlinkedItem'>;

const PAGE = 50;
/** Who chooses otherwise does not begin with what was proposed. */
const NONE: readonly never[] = [];

/** What is on sale and linked to nothing, with what it may be; and what is linked so that it will hurt. */
export function LinksPage({ shop, onShop }: { readonly shop: number | null; onShop(shop: string): void }) {
  const t = useListingWords();
  const mayAct = useMay('staff');
  const shops = useAccounts();
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/listing-links/proposals',
    { params: { query: { limit: PAGE, ...(shop === null ? {} : { account_id: shop }) } } },
    keysetPages,
  );
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [linking, setLinking] = useState<Item | null>(null);
  const [making, setMaking] = useState<readonly { id: number; name: string }[] | 'every' | null>(null);
  const accepting = useAccepting(shop);
  const { selection } = accepting;
  const names = new Map(shops.map(({ id, name }) => [id, name]));
  return (
    <Page
      title={t('linkQueue')}
      side={
        mayAct && items.length > 0 ? (
          <>
            <Button onClick={() => setMaking('every')}>{t('makeEvery')}</Button>
            <Button look="primary" busy={accepting.isBusy} onClick={accepting.acceptSure}>
              {t('acceptSure')}
            </Button>
          </>
        ) : null
      }
    >
      <div className="flex flex-col gap-4 px-4">
        <BackLink to="/listings">{t('title')}</BackLink>
        <p className="text-sm text-soft">
          {t('queueHint')}{' '}
          {mayAct ? (
            <Link to="/catalogue/import" className="text-accent underline">
              {t('addProducts')}
            </Link>
          ) : null}
        </p>
        <div className="flex min-h-8 flex-wrap items-center gap-2">
          <Select
            label={t('shop')}
            value={shop === null ? '' : String(shop)}
            onChoose={onShop}
            choices={[
              { value: '', label: t('everyShop') },
              ...shops.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
          {selection.size === 0 ? null : (
            <>
              <span role="status" className="text-sm">
                {t('selected', { count: selection.size })}
              </span>
              <Button busy={accepting.isBusy} onClick={() => accepting.accept([...selection.keys])}>
                {t('acceptSelected')}
              </Button>
              <Button look="quiet" onClick={selection.clear}>
                {t('clearSelection')}
              </Button>
            </>
          )}
        </div>
        {accepting.error === null ? null : <TroubleNote error={accepting.error} />}
        {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
        {query.isPending ? (
          <div aria-busy="true">
            <Skeleton className="h-72" />
          </div>
        ) : null}
        {query.data !== undefined && items.length === 0 ? (
          <EmptyState icon={<CircleCheck />} title={t('allLinked')}>
            {t('allLinkedHint')}
          </EmptyState>
        ) : null}
        {items.length === 0 ? null : (
          <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
            {items.map((item) => (
              <UnlinkedRow
                key={item.listing_item_id}
                item={item}
                shop={names.get(item.account_id) ?? ''}
                mayAct={mayAct}
                isSelected={selection.has(item.listing_item_id)}
                isBusy={accepting.isBusy}
                onSelect={() => selection.toggle(item.listing_item_id)}
                onAccept={() => accepting.accept([item.listing_item_id])}
                onChoose={() => setLinking(item)}
                onMake={() => setMaking([{ id: item.listing_id, name: item.name }])}
              />
            ))}
          </ul>
        )}
        {query.hasNextPage ? (
          <Button look="quiet" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
        <Clashes />
      </div>
      {linking === null ? null : (
        <LinkDialog
          item={linking.listing_item_id}
          name={nameOf(linking)}
          parts={NONE}
          onClose={() => setLinking(null)}
        />
      )}
      {making === null ? null : making === 'every' ? (
        <MakeEveryProductDialog shop={shop} onClose={() => setMaking(null)} />
      ) : (
        <MakeProductsDialog listings={making} onClose={() => setMaking(null)} />
      )}
    </Page>
  );
}
