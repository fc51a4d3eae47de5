import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
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
  const remove = queries.useMutation('delete', '/api/v1/platform-accounts/{id}', {
    onSuccess: () => {
      showToast({ tone: 'good', title: t('removed', { name: shop.name }) });
      onClose();
    },
    onSettled: refreshShops,
  });
  return (
    <ConfirmDialog
      title={t('removeTitle', { name: shop.name })}
      detail={t('removeHint')}
      further={t('removeRather')}
      deed={t('remove')}
      isBusy={remove.isPending}
      error={remove.error}
      onDo={() => remove.mutate({ params: { path: { id: shop.id } } })}
      onClose={onClose}
    />
  );
}
