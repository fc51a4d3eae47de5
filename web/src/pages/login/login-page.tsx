import { useNavigate, useRouter } from '@tanstack/react-router';
import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import { forgetLists } from '../../desk/lists/list-memory.ts';
import { LANGUAGE_CODES, LANGUAGES, useLanguage } from '../../language/language.ts';
import { switchLanguage, useWords } from '../../language/words.ts';
import { wayBack } from '../../session/way-back.ts';
import { Button } from '../../ui/button.tsx';
import { controlClass, Field, TextField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { loginWords } from './login-words.ts';

/** Opens a session and goes on to where one wanted to be. */
export function LoginPage({ back }: { readonly back: string | undefined }) {
  const t = useWords(loginWords);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const navigate = useNavigate();
  const router = useRouter();
  const signIn = queries.useMutation('post', '/api/auth/sign-in/email', {
    onSuccess: async () => {
      queryClient.clear();
      forgetLists();
      await router.invalidate();
      await navigate({ href: wayBack(back), replace: true });
    },
  });
  useEffect(() => {
    document.title = `${t('title')} · Moa`;
  }, [t]);
  return (
    <main className="flex min-h-full flex-col items-center justify-center gap-6 p-4">
      <div className="w-full max-w-sm rounded-xl border border-line bg-surface p-6">
        <div className="mb-5 flex items-center gap-3">
          <img src="/favicon.svg" alt="" width={36} height={36} />
          <div>
            <h1 className="text-lg font-semibold">{t('title')}</h1>
            <p className="text-sm text-soft">{t('lead')}</p>
          </div>
        </div>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            signIn.mutate({ body: { email, password } });
          }}
        >
          <TextField
            label={t('email')}
            type="email"
            name="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            error={fieldMessage(signIn.error, 'email')}
          />
          <Field label={t('password')} error={fieldMessage(signIn.error, 'password')}>
            {(bound) => (
              <div className="flex items-center gap-1">
                <input
                  {...bound}
                  type={isShown ? 'text' : 'password'}
                  name="password"
                  autoComplete="current-password"
                  required
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                  className={`${controlClass} h-9 w-full min-w-0`}
                />
                <IconButton label={t('show')} aria-pressed={isShown} onClick={() => setShown(!isShown)}>
                  {isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
                </IconButton>
              </div>
            )}
          </Field>
          {signIn.error === null ? null : <TroubleNote error={signIn.error} />}
          <Button type="submit" look="primary" size="large" busy={signIn.isPending}>
            {t('signIn')}
          </Button>
        </form>
        <p className="mt-4 text-sm text-faint">{t('hint')}</p>
      </div>
      <LanguageRow />
    </main>
  );
}

function LanguageRow() {
  const shown = useLanguage();
  return (
    <div className="flex gap-1">
      {LANGUAGE_CODES.map((code) => (
        <Button
          key={code}
          look="quiet"
          size="small"
          aria-pressed={code === shown}
          onClick={() => switchLanguage(code)}
        >
          <span lang={code} className={code === shown ? 'font-semibold text-ink' : ''}>
            {LANGUAGES[code].name}
          </span>
        </Button>
      ))}
    </div>
  );
}
