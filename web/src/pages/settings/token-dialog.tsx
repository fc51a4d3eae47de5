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

const DAYS: readonly number[] = [30, 90, 365];
const FOREVER = '0';

/** Issues a token for a program and then shows it once. */
export function TokenDialog({ onIssued, onClose }: { onIssued(): void; onClose(): void }) {
  const t = useSettingsWords();
  const ui = useUiWords();
  const choices = useRoleChoices();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('staff');
  const [days, setDays] = useState('90');
  const issue = queries.useMutation('post', '/api/v1/api-tokens', { onSuccess: onIssued });
  if (typeof issue.data?.token === 'string') {
    return (
      <ShownOnce title={t('tokenIssued')} label={t('token')} secret={issue.data.token} onClose={onClose} />
    );
  }
  return (
    <Dialog open onClose={onClose} title={t('issueToken')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          issue.mutate({ body: { name, role, days: days === FOREVER ? null : Number(days) } });
        }}
      >
        {issue.error === null ? null : <TroubleNote error={issue.error} />}
        <TextField
          label={t('tokenName')}
          hint={t('tokenNameHint')}
          required
          maxLength={100}
          value={name}
          error={fieldMessage(issue.error, 'name')}
          onChange={(event) => setName(event.target.value)}
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
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" busy={issue.isPending} disabled={name.trim() === ''}>
            {t('issue')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
