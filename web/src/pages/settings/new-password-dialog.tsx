import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useSettingsWords } from './settings-words.ts';
import { ShownOnce } from './shown-once.tsx';

/** Gives somebody who has forgotten the password a new one, which is shown this once. */
export function NewPasswordDialog({
  member,
  onGiven,
  onClose,
}: {
  readonly member: Schema<'Member'>;
  onGiven(): void;
  onClose(): void;
}) {
  const t = useSettingsWords();
  const reset = queries.useMutation('post', '/api/v1/members/{user_id}/reset-password', {
    onSuccess: onGiven,
  });
  if (typeof reset.data?.password === 'string')
    return (
      <ShownOnce
        title={t('newPasswordFor', { name: member.name })}
        label={t('newPassword')}
        secret={reset.data.password}
        onClose={onClose}
      />
    );
  return (
    <ConfirmDialog
      title={t('newPasswordAsk', { name: member.name })}
      detail={t('newPasswordHint')}
      deed={t('makeNewPassword')}
      isBusy={reset.isPending}
      error={reset.error}
      onDo={() => reset.mutate({ params: { path: { user_id: member.user_id } } })}
      onClose={onClose}
    />
  );
}
