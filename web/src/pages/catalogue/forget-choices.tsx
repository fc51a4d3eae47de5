import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { useCatalogueWords } from './catalogue-words.ts';

/** Forgets what was chosen for a product in a shop, after asking. What is on sale there stays. */
export function ForgetChoices({
  product,
  shop,
  shopName,
  onForgotten,
}: {
  readonly product: number;
  readonly shop: number;
  readonly shopName: string;
  onForgotten(): void;
}) {
  const t = useCatalogueWords();
  const ui = useUiWords();
  const [asking, setAsking] = useState(false);
  const forget = queries.useMutation('delete', '/api/v1/products/{id}/listings/{account_id}', {
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/products/{id}/listings'] });
      showToast({ tone: 'good', title: t('forgotten') });
      onForgotten();
    },
  });
  const ask = () => {
    forget.reset();
    setAsking(true);
  };
  return (
    <>
      <Button size="small" look="quiet" onClick={ask}>
        {t('forgetChoices')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('forgetChoicesTitle')}
        description={t('forgetChoicesHint', { shop: shopName })}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{ui('cancel')}</Button>
            <Button
              look="danger"
              busy={forget.isPending}
              onClick={() => forget.mutate({ params: { path: { id: product, account_id: shop } } })}
            >
              {t('forgetChoices')}
            </Button>
          </>
        }
      >
        {forget.error === null ? null : <TroubleNote error={forget.error} />}
      </Dialog>
    </>
  );
}
