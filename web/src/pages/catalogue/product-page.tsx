import { Link, useNavigate } from '@tanstack/react-router';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { BackLink } from '../../desk/lists/back-link.tsx';
import { Page } from '../../frame/page.tsx';
import { useMay } from '../../session/me.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { bodyOf, draftOf, NEW_PRODUCT } from './product-draft.ts';
import { ProductForm } from './product-form.tsx';
import { ProductShops } from './product-shops.tsx';
import { RemoveProduct } from './remove-product.tsx';

/** Describes something new. Nothing is put on sale by it. */
export function NewProductPage() {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const mayAct = useMay('staff');
  const create = queries.useMutation('post', '/api/v1/products', {
    onSuccess: ({ id }) => {
      queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/products'] });
      showToast({ tone: 'good', title: t('saved') });
      navigate({ to: '/catalogue/$productId', params: { productId: String(id) } });
    },
  });
  return (
    <Page title={t('newProduct')}>
      <div className="flex flex-col gap-4 px-4">
        <BackLink to="/catalogue">{t('title')}</BackLink>
        {mayAct ? (
          <ProductForm
            start={NEW_PRODUCT}
            saved={null}
            isBusy={create.isPending}
            error={create.error}
            onSave={(draft) => create.mutate({ body: bodyOf(draft, true) })}
          />
        ) : (
          <p className="text-sm text-soft">{t('mayNot')}</p>
        )}
      </div>
    </Page>
  );
}

/** One product: what it is, and where it is on sale. */
export function ProductPage({ id }: { readonly id: number }) {
  const t = useCatalogueWords();
  const init = { params: { path: { id } } };
  const { data: product, error, refetch } = queries.useQuery('get', '/api/v1/products/{id}', init);
  const mayAct = useMay('staff');
  return (
    <Page
      title={product?.name ?? t('product')}
      side={
        product === undefined || !mayAct ? null : (
          <>
            <RemoveProduct product={product} />
            <Link
              to="/catalogue/$productId/publish"
              params={{ productId: String(id) }}
              className={buttonClass('primary')}
            >
              <Send aria-hidden="true" />
              {t('publish')}
            </Link>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4 px-4">
        <BackLink to="/catalogue">{t('title')}</BackLink>
        {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        {product === undefined ? (
          error === null ? (
            <div aria-busy="true">
              <Skeleton className="h-96" />
            </div>
          ) : null
        ) : (
          <>
            <ProductShops product={product} />
            <Editor product={product} />
          </>
        )}
      </div>
    </Page>
  );
}

/** What is typed stays when somebody else changes the product; saving is refused then, and one may start anew. */
function Editor({ product }: { readonly product: Schema<'Product'> }) {
  const t = useCatalogueWords();
  const [opened, setOpened] = useState(product);
  const change = queries.useMutation('put', '/api/v1/products/{id}', {
    onSuccess: (after) => {
      queryClient.setQueryData(
        ['get', '/api/v1/products/{id}', { params: { path: { id: after.id } } }],
        after,
      );
      queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/products'] });
      setOpened(after);
      showToast({ tone: 'good', title: t('saved'), detail: t('savedDetail') });
    },
  });
  return (
    <>
      {product.version === opened.version ? null : (
        <div
          role="status"
          className="flex items-center gap-3 rounded-lg border border-warn bg-warn-soft px-3 py-2"
        >
          <p className="min-w-0 flex-1 text-sm text-warn">{t('changedMeanwhile')}</p>
          <Button
            size="small"
            onClick={() => {
              change.reset();
              setOpened(product);
            }}
          >
            {t('startAnew')}
          </Button>
        </div>
      )}
      <ProductForm
        key={opened.version}
        start={draftOf(opened)}
        saved={opened}
        isBusy={change.isPending}
        error={change.error}
        onSave={(draft) =>
          change.mutate({
            params: { path: { id: opened.id } },
            body: { ...bodyOf(draft, false), version: opened.version },
          })
        }
      />
    </>
  );
}
