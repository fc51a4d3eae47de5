import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Role } from '../../session/me.ts';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { RoleField } from './role-field.tsx';
import { SecretForm } from './secret-form.tsx';
import { useSettingsWords } from './settings-words.ts';

const DAYS: readonly number[] = [30, 90, 365];
const FOREVER = '0';

/** Issues a token for a program and then shows it once. */
export function TokenDialog({ onIssued, onClose }: { onIssued(): void; onClose(): void }) {
  const t = useSettingsWords();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('staff');
  const [days, setDays] = useState('90');
  const { data, error, isPending, mutate } = queries.useMutation('post', '/api/v1/api-tokens', {
    onSuccess: onIssued,
  });
  const made =
    typeof data?.token === 'string'
      ? { title: t('tokenIssued'), label: t('token'), secret: data.token }
      : null;
  return (
    <SecretForm
      title={t('issueToken')}
      deed={t('issue')}
      isBusy={isPending}
      error={error}
      made={made}
      onMake={() =>
        mutate({ body: { name: name.trim(), role, days: days === FOREVER ? null : Number(days) } })
      }
      onClose={onClose}
    >
      <TextField
        label={t('tokenName')}
        hint={t('tokenNameHint')}
        required
        maxLength={100}
        value={name}
        error={fieldMessage(error, 'name')}
        onChange={(event) => setName(event.target.value)}
      />
      <RoleField role={role} onRole={setRole} />
      <Field label={t('goodFor')}>
        {(bound) => (
          <Select
            {...bound}
            className="h-9 w-full"
            value={days}
            choices={[
              ...DAYS.map((count) => ({ value: String(count), label: t('days', { count }) })),
              { value: FOREVER, label: t('noEnd') },
            ]}
            onChoose={setDays}
          />
        )}
      </Field>
    </SecretForm>
  );
}
