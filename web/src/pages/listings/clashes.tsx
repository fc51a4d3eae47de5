import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useListingWords } from './listing-words.ts';

const PAGE = 50;
/** More of one clash do not help to find it. */
const SHOWN = 4;

/** What is linked so that it will hurt, with the ways to what takes part in it. */
export function Clashes() {
  const t = useListingWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = queries.useInfiniteQuery(
    'get',
    '/api/v1/listing-links/clashes',
    { params: { query: { limit: PAGE } } },
    keysetPages,
  );
  const clashes = data?.pages.flatMap((page) => page.clashes) ?? [];
  if (clashes.length === 0 && error === null) return null;
  return (
    <Panel title={t('clashes')}>
      <div className="flex flex-col px-4 py-2 text-sm">
        {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        <ul className="flex flex-col divide-y divide-line">
          {clashes.map((clash) => (
            <ClashLine key={`${clash.kind} ${clash.key}`} clash={clash} />
          ))}
        </ul>
        {hasNextPage ? (
          <Button look="quiet" busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}

function ClashLine({ clash: { kind, detail, listings, products } }: { readonly clash: Schema<'LinkClash'> }) {
  const t = useListingWords();
  const shops = new Map(useAccounts().map(({ id, name }) => [id, name]));
  const className = 'text-accent hover:underline';
  return (
    <li className="flex flex-col gap-1 py-2.5">
      <div className="flex flex-wrap items-baseline gap-2">
        <Badge tone="warn">{t.word('clash', kind)}</Badge>
        <span className="min-w-60 flex-1">{detail}</span>
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {listings.slice(0, SHOWN).map(({ id, account_id, name }) => (
          <li key={`listing ${id}`}>
            <Link to="/listings/$listingId" params={{ listingId: String(id) }} className={className}>
              {[shops.get(account_id), name].filter(Boolean).join(' · ')}
            </Link>
          </li>
        ))}
        {products.slice(0, SHOWN).map(({ id, name }) => (
          <li key={`product ${id}`}>
            <Link to="/catalogue/$productId" params={{ productId: String(id) }} className={className}>
              {t('productNamed', { name })}
            </Link>
          </li>
        ))}
        {listings.length + products.length === 0 ? null : (
          <Rest listings={listings.length} products={products.length} />
        )}
      </ul>
    </li>
  );
}

function Rest({ listings, products }: { readonly listings: number; readonly products: number }) {
  const t = useListingWords();
  const count = Math.max(0, listings - SHOWN) + Math.max(0, products - SHOWN);
  return count === 0 ? null : <li className="text-soft">{t('andOthers', { count })}</li>;
}
