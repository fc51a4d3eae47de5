import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { useConnectionWords } from './connection-words.ts';
import { refreshShops } from './use-setup.ts';

/** Asks once more before a shop's keys are destroyed. */
export function RemoveDialog({
  shop,
  onClose,
}: {
  readonly shop: Schema<'PlatformAccount'>;
  onClose(): void;
}) {
  const t = useConnectionWords();
  const ui = useUiWords();
  const remove = queries.useMutation('delete', '/api/v1/platform-accounts/{id}', {
    onSuccess: () => {
      showToast({ tone: 'good', title: t('removed', { name: shop.name }) });
      onClose();
    },
    onSettled: refreshShops,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('removeTitle', { name: shop.name })}
      description={t('removeHint')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate({ params: { path: { id: shop.id } } })}
          >
            {t('remove')}
          </Button>
        </>
      }
    >
      {remove.error === null ? (
        <p className="text-sm text-soft">{t('removeRather')}</p>
      ) : (
        <TroubleNote error={remove.error} />
      )}
    </Dialog>
  );
}
