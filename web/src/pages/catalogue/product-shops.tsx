import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { ListingBadge } from '../../desk/listing-badge.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { saleOf, useSale } from '../../desk/use-sale.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';

/** What a product is in each shop that has it, or was asked to. */
export function ProductShops({ product }: { readonly product: Schema<'Product'> }) {
  const t = useCatalogueWords();
  const init = { params: { path: { id: product.id } } };
  const { data, error, refetch } = queries.useQuery('get', '/api/v1/products/{id}/listings', init);
  return (
    <Panel title={t('inShops')}>
      <div className="flex flex-col px-4 py-2">
        {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        {data === undefined && error === null ? <Skeleton className="my-2 h-9" /> : null}
        {data?.listings.length === 0 ? <p className="py-2 text-sm text-soft">{t('inNoShop')}</p> : null}
        {data === undefined || data.listings.length === 0 ? null : (
          <ul className="flex flex-col divide-y divide-line">
            {data.listings.map((place) => (
              <InShop key={`${place.account_id} ${place.listing?.id}`} product={product} place={place} />
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

function InShop({
  product,
  place: { account_id, listing, publication },
}: {
  readonly product: Schema<'Product'>;
  readonly place: Schema<'ProductListing'>;
}) {
  const t = useCatalogueWords();
  const format = useFormat();
  const mayAct = useMay('staff');
  const sale = useSale();
  const shop = useAccounts().find(({ id }) => id === account_id);
  const deed = listing === null ? null : saleOf(listing);
  const faults = publication?.state === 'declined' ? publication.faults : [];
  return (
    <li className="flex flex-col gap-1 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-32 font-medium">{shop?.name ?? account_id}</span>
        {listing === null ? null : (
          <>
            <ListingBadge listing={listing} />
            <span className="numeric">
              {listing.price === null ? '–' : format.money(listing.price, listing.currency)}
            </span>
            <span className="numeric text-soft">
              {listing.shown_quantity === null ? '' : t('pieces', { count: listing.shown_quantity })}
            </span>
            {listing.drift_count === 0 ? null : <Badge tone="warn">{t('drift')}</Badge>}
          </>
        )}
        {publication === null ? null : (
          <span className="text-soft">
            {publication.command?.state_text ?? t.word('publicationState', publication.state)}
          </span>
        )}
        {mayAct ? (
          <span className="ml-auto flex gap-2">
            {deed === null || listing === null ? null : (
              <Button size="small" busy={sale.isBusy} onClick={() => sale[deed](listing.id)}>
                {t(deed)}
              </Button>
            )}
            <Link
              to="/catalogue/$productId/publish"
              params={{ productId: String(product.id) }}
              search={{ shop: String(account_id) }}
              className={buttonClass('plain', 'small')}
            >
              {t('seeDifferences')}
            </Link>
          </span>
        ) : null}
      </div>
      {listing?.review_text == null ? null : <p className="text-danger">{listing.review_text}</p>}
      {publication?.trouble == null ? null : (
        <p className="text-danger">
          {publication.trouble.detail} {publication.trouble.todo}
        </p>
      )}
      {faults.map(({ field, code, message }) => (
        <p key={`${field} ${code}`} className="text-danger">
          {message}
        </p>
      ))}
    </li>
  );
}
