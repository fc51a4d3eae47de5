import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { queries } from '../../api/client.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Page } from '../../frame/page.tsx';
import { useMay } from '../../session/me.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { PublishEverywhere, PublishInShop } from './publish-in-shop.tsx';

/** Puts a product on sale: choices shop by shop, then what each marketplace would get, then the sending. */
export function PublishPage({ id, shop }: { readonly id: number; readonly shop: number | null }) {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const mayAct = useMay('staff');
  const shops = useAccounts().filter(({ enabled }) => enabled);
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
        ) : product.data === undefined || places.data === undefined ? (
          error === null ? (
            <div aria-busy="true">
              <Skeleton className="h-80" />
            </div>
          ) : null
        ) : shops.length === 0 ? (
          <EmptyState title={t('noShops')}>{t('noShopsHint')}</EmptyState>
        ) : (
          <>
            <div className="max-w-xs">
              <Field label={t('shop')}>
                {(bound) => (
                  <Select
                    {...bound}
                    className="h-9 w-full"
                    value={chosen === undefined ? '' : String(chosen.id)}
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
            {chosen === undefined ? (
              <PublishEverywhere product={product.data} />
            ) : (
              <PublishInShop
                product={product.data}
                shop={chosen}
                place={
                  places.data.listings.find((one) => one.account_id === chosen.id && one.publishes) ??
                  places.data.listings.find((one) => one.account_id === chosen.id)
                }
              />
            )}
          </>
        )}
      </div>
    </Page>
  );
}
