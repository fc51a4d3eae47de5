import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { ListingBadge } from '../../desk/listing-badge.tsx';
import { BackLink } from '../../desk/lists/back-link.tsx';
import { listingPicture, Picture } from '../../desk/picture.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { saleOf, useSale } from '../../desk/use-sale.ts';
import { Page } from '../../frame/page.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { useListingWords } from './listing-words.ts';
import { MakeProductsDialog } from './make-products-dialog.tsx';

type Whole = Schema<'ListingWithItems'>;

/** One listing: what a shop shows, and which SKUs each of its options is made of. */
export function ListingPage({ id }: { readonly id: number }) {
  const t = useListingWords();
  const init = { params: { path: { id } } };
  const { data, error, refetch } = queries.useQuery('get', '/api/v1/listings/{id}', init);
  return (
    <Page title={data?.name ?? t('listing')} side={data === undefined ? null : <Deeds listing={data} />}>
      <div className="flex flex-col gap-4 px-4">
        <BackLink to="/listings">{t('title')}</BackLink>
        {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        {data !== undefined ? (
          <>
            <Facts listing={data} />
            <Items listing={data} />
          </>
        ) : error === null ? (
          <div aria-busy="true">
            <Skeleton className="h-72" />
          </div>
        ) : null}
      </div>
    </Page>
  );
}

function Facts({ listing }: { readonly listing: Whole }) {
  const t = useListingWords();
  const format = useFormat();
  const shop = useAccounts().find(({ id }) => id === listing.account_id);
  return (
    <div className="flex items-start gap-4">
      <Picture size="card" alt={listing.name} src={listingPicture(listing)} />
      <div className="flex min-w-0 flex-1 flex-col gap-2 text-sm text-soft">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <ListingBadge listing={listing} />
          <span>{shop?.name}</span>
          <span className="numeric">{listing.native_listing_id}</span>
          {listing.price === null ? null : (
            <span className="numeric">{format.money(listing.price, listing.currency)}</span>
          )}
          {listing.drift_count === 0 ? null : <Badge tone="warn">{t('drift')}</Badge>}
          {listing.product_id === null ? null : (
            <Link
              to="/catalogue/$productId"
              params={{ productId: String(listing.product_id) }}
              className="text-accent hover:underline"
            >
              {t('openProduct')}
            </Link>
          )}
          {listing.url === null ? null : (
            <a
              href={listing.url}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 text-accent hover:underline"
            >
              {t('atMarketplace')}
              <ExternalLink className="size-3.5" aria-hidden="true" />
            </a>
          )}
        </div>
        {listing.review_text === null ? null : <p className="text-danger">{listing.review_text}</p>}
        {listing.gone_at === null ? null : (
          <p className="text-warn">{t('gone', { at: format.moment(listing.gone_at) })}</p>
        )}
      </div>
    </div>
  );
}

function Deeds({ listing }: { readonly listing: Whole }) {
  const t = useListingWords();
  const mayAct = useMay('staff');
  const sale = useSale();
  const [isMaking, setMaking] = useState(false);
  const refresh = queries.useMutation('post', '/api/v1/listings/{id}/refresh', {
    onSuccess: ({ trouble }) => {
      for (const path of ['/api/v1/listings', '/api/v1/listings/{id}'])
        queryClient.invalidateQueries({ queryKey: ['get', path] });
      if (trouble !== null) showToast({ tone: 'danger', title: trouble.title, detail: trouble.todo });
      else showToast({ tone: 'good', title: t('refreshed') });
    },
  });
  if (!mayAct) return null;
  const deed = saleOf(listing);
  return (
    <>
      {refresh.error === null ? null : (
        <div className="order-last w-full">
          <TroubleNote error={refresh.error} />
        </div>
      )}
      <Button
        busy={refresh.isPending}
        onClick={() => refresh.mutate({ params: { path: { id: listing.id } } })}
      >
        {t('refresh')}
      </Button>
      {listing.link_state === 'unlinked' && listing.native_listing_id !== null && listing.gone_at === null ? (
        <Button onClick={() => setMaking(true)}>{t('makeOne')}</Button>
      ) : null}
      {isMaking ? <MakeProductsDialog listings={[listing]} onClose={() => setMaking(false)} /> : null}
      {deed === null ? null : (
        <Button busy={sale.isBusy} onClick={() => sale[deed](listing.id)}>
          {t(deed)}
        </Button>
      )}
    </>
  );
}

function Items({ listing }: { readonly listing: Whole }) {
  const t = useListingWords();
  const format = useFormat();
  const mayAct = useMay('staff');
  const [linking, setLinking] = useState<Whole['items'][number] | null>(null);
  return (
    <Panel title={t('items')}>
      <ul className="flex flex-col divide-y divide-line px-4">
        {listing.items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm">
            <span className="min-w-40 flex-1">
              {item.option_values.join(' / ') || listing.name}
              <span className="block text-2xs text-faint">
                {[item.seller_sku, item.native_item_id].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className="numeric">
              {item.price === null ? '–' : format.money(item.price, listing.currency)}
            </span>
            <span className="numeric text-soft">
              {item.quantity === null ? '–' : t('pieces', { count: item.quantity })}
            </span>
            <span className="min-w-40 flex-1">
              {item.links.length === 0 ? (
                <Badge tone="warn">{t.word('links', 'unlinked')}</Badge>
              ) : (
                item.links.map((link) => (
                  <span key={link.sku_id} className="block">
                    {link.sku_code} × {format.number(link.quantity)}
                  </span>
                ))
              )}
            </span>
            {item.gone_at === null ? null : (
              <Badge>{t('itemGone', { at: format.moment(item.gone_at) })}</Badge>
            )}
            {mayAct && item.gone_at === null ? (
              <Button size="small" onClick={() => setLinking(item)}>
                {t('changeLink')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {linking === null ? null : (
        <LinkDialog
          item={linking.id}
          name={[listing.name, ...linking.option_values].join(' / ')}
          parts={linking.links}
          onClose={() => setLinking(null)}
        />
      )}
    </Panel>
  );
}
