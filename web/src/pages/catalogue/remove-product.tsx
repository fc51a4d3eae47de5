import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { useCatalogueWords } from './catalogue-words.ts';

/** Takes a product out of the catalogue, after asking. The API refuses while a shop sells it. */
export function RemoveProduct({ product }: { readonly product: Schema<'Product'> }) {
  const t = useCatalogueWords();
  const ui = useUiWords();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = queries.useMutation('delete', '/api/v1/products/{id}', {
    onSuccess: () => {
      for (const path of ['/api/v1/products', '/api/v1/inventory'])
        queryClient.invalidateQueries({ queryKey: ['get', path] });
      showToast({ tone: 'good', title: t('removed') });
      navigate({ to: '/catalogue' });
    },
  });
  const ask = () => {
    remove.reset();
    setAsking(true);
  };
  return (
    <>
      <Button look="quiet" onClick={ask}>
        {t('remove')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('removeTitle')}
        description={t('removeHint', { name: product.name })}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{ui('cancel')}</Button>
            <Button
              look="danger"
              busy={remove.isPending}
              onClick={() => remove.mutate({ params: { path: { id: product.id } } })}
            >
              {t('remove')}
            </Button>
          </>
        }
      >
        {remove.error === null ? null : <TroubleNote error={remove.error} />}
      </Dialog>
    </>
  );
}
