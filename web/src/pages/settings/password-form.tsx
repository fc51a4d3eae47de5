import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useSettingsWords } from './settings-words.ts';
import { TickLine } from './tick-line.tsx';

const SHORTEST = 8;

/** Changes one's own password, and signs out everywhere else unless told not to. */
export function PasswordForm({ email, onChanged }: { readonly email: string; onChanged(): void }) {
  const t = useSettingsWords();
  const [before, setBefore] = useState('');
  const [after, setAfter] = useState('');
  const [again, setAgain] = useState('');
  const [endOthers, setEndOthers] = useState(true);
  const change = queries.useMutation('post', '/api/auth/change-password', {
    onSuccess: () => {
      setBefore('');
      setAfter('');
      setAgain('');
      showToast({ tone: 'good', title: t('passwordChanged') });
      onChanged();
    },
  });
  const differs = again !== '' && again !== after;
  return (
    <Panel title={t('password')}>
      <form
        className="flex max-w-md flex-col gap-3 px-4 py-3"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({
            body: { currentPassword: before, newPassword: after, revokeOtherSessions: endOthers },
          });
        }}
      >
        {change.error === null ? null : <TroubleNote error={change.error} />}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          label={t('passwordNow')}
          type="password"
          autoComplete="current-password"
          required
          value={before}
          onChange={(event) => setBefore(event.target.value)}
        />
        <TextField
          label={t('passwordNew')}
          type="password"
          autoComplete="new-password"
          hint={t('passwordHint', { count: SHORTEST })}
          error={fieldMessage(change.error, 'newPassword')}
          required
          minLength={SHORTEST}
          value={after}
          onChange={(event) => setAfter(event.target.value)}
        />
        <TextField
          label={t('passwordAgain')}
          type="password"
          autoComplete="new-password"
          error={differs ? t('passwordDiffers') : undefined}
          required
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
        <TickLine label={t('endOthers')} checked={endOthers} onCheck={setEndOthers} />
        <div>
          <Button
            type="submit"
            look="primary"
            busy={change.isPending}
            disabled={before === '' || after.length < SHORTEST || again !== after}
          >
            {t('changePassword')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
