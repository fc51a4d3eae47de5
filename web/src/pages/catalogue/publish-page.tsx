import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { queries } from '../../api/client.ts';
import { Page } from '../../frame/page.tsx';
import { useMay } from '../../session/me.ts';
import { buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { PublishEverywhere } from './publish-everywhere.tsx';
import { PublishInShop } from './publish-in-shop.tsx';
import { usePublishingShops } from './use-publishing-shops.ts';

/** Puts a product on sale: choices shop by shop, then what each marketplace would get, then the sending. */
export function PublishPage({ id, shop }: { readonly id: number; readonly shop: number | null }) {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const mayAct = useMay('staff');
  const shops = usePublishingShops();
  const isKnown = queries.useQuery('get', '/api/v1/platforms').data !== undefined;
  const init = { params: { path: { id } } };
  const product = queries.useQuery('get', '/api/v1/products/{id}', init);
  const places = queries.useQuery('get', '/api/v1/products/{id}/listings', init);
  const chosen = shops.find((one) => one.id === shop);
  const error = product.error ?? places.error;
  return (
    <Page title={t('publishTitle')}>
      <div className="flex flex-col gap-4 px-4">
        <Link
          to="/catalogue/$productId"
          params={{ productId: String(id) }}
          className="flex items-center gap-1 self-start text-sm text-soft hover:text-ink"
        >
          <ArrowLeft className="size-4" aria-hidden="true" />
          {product.data?.name ?? t('product')}
        </Link>
        {error === null ? null : (
          <TroubleNote
            error={error}
            onRetry={() => {
              product.refetch();
              places.refetch();
            }}
          />
        )}
        {!mayAct ? (
          <p className="text-sm text-soft">{t('mayNot')}</p>
        ) : product.data === undefined || places.data === undefined || !isKnown ? (
          error === null ? (
            <div aria-busy="true">
              <Skeleton className="h-80" />
            </div>
          ) : null
        ) : shops.length === 0 ? (
          <EmptyState
            title={t('noShops')}
            action={
              <Link to="/connections" className={buttonClass('primary')}>
                {t('connectShop')}
              </Link>
            }
          >
            {t('noShopsHint')}
          </EmptyState>
        ) : (
          <>
            {chosen === undefined ? null : (
              <div className="max-w-xs">
                <Field label={t('shop')}>
                  {(bound) => (
                    <Select
                      {...bound}
                      className="h-9 w-full"
                      value={String(chosen.id)}
                      onChoose={(next) =>
                        navigate({
                          to: '/catalogue/$productId/publish',
                          params: { productId: String(id) },
                          search: next === '' ? {} : { shop: next },
                        })
                      }
                      choices={[
                        { value: '', label: t('everyShop') },
                        ...shops.map((one) => ({ value: String(one.id), label: one.name })),
                      ]}
                    />
                  )}
                </Field>
              </div>
            )}
            {chosen === undefined ? (
              <PublishEverywhere product={product.data} shops={shops} places={places.data.listings} />
            ) : (
              <PublishInShop
                product={product.data}
                shop={chosen}
                places={places.data.listings.filter(({ account_id }) => account_id === chosen.id)}
              />
            )}
          </>
        )}
      </div>
    </Page>
  );
}
