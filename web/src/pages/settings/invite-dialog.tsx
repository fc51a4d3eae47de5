import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Role } from '../../session/me.ts';
import { TextField } from '../../ui/field.tsx';
import { RoleField } from './role-field.tsx';
import { SecretForm } from './secret-form.tsx';
import { useSettingsWords } from './settings-words.ts';

/** Invites somebody, and then shows the first password once: whoever invites tells it. */
export function InviteDialog({ onInvited, onClose }: { onInvited(): void; onClose(): void }) {
  const t = useSettingsWords();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('staff');
  const { data, error, isPending, mutate } = queries.useMutation('post', '/api/v1/members', {
    onSuccess: onInvited,
  });
  const made =
    typeof data?.password === 'string'
      ? { title: t('invited', { name: data.name }), label: t('firstPassword'), secret: data.password }
      : null;
  return (
    <SecretForm
      title={t('invite')}
      hint={t('inviteHint')}
      deed={t('invite')}
      isBusy={isPending}
      error={error}
      made={made}
      onMake={() => mutate({ body: { name: name.trim(), email: email.trim(), role } })}
      onClose={onClose}
    >
      <TextField
        label={t('personName')}
        required
        maxLength={100}
        value={name}
        error={fieldMessage(error, 'name')}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('email')}
        type="email"
        required
        maxLength={254}
        value={email}
        error={fieldMessage(error, 'email')}
        onChange={(event) => setEmail(event.target.value)}
      />
      <RoleField role={role} onRole={setRole} />
    </SecretForm>
  );
}
