import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Role } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { roleOf, useRoleChoices } from './roles.ts';
import { useSettingsWords } from './settings-words.ts';
import { ShownOnce } from './shown-once.tsx';

/** Invites somebody, and then shows the first password once: whoever invites tells it. */
export function InviteDialog({ onInvited, onClose }: { onInvited(): void; onClose(): void }) {
  const t = useSettingsWords();
  const ui = useUiWords();
  const choices = useRoleChoices();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('staff');
  const invite = queries.useMutation('post', '/api/v1/members', { onSuccess: onInvited });
  if (typeof invite.data?.password === 'string') {
    return (
      <ShownOnce
        title={t('invited', { name: invite.data.name })}
        label={t('firstPassword')}
        secret={invite.data.password}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog open onClose={onClose} title={t('invite')} description={t('inviteHint')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate({ body: { name, email, role } });
        }}
      >
        {invite.error === null ? null : <TroubleNote error={invite.error} />}
        <TextField
          label={t('personName')}
          required
          maxLength={100}
          value={name}
          error={fieldMessage(invite.error, 'name')}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t('email')}
          type="email"
          required
          maxLength={254}
          value={email}
          error={fieldMessage(invite.error, 'email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field label={t('roleLabel')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              value={role}
              choices={choices}
              onChoose={(chosen) => setRole(roleOf(chosen))}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" busy={invite.isPending}>
            {t('invite')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
