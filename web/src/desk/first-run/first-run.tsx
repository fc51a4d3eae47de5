import { Link } from '@tanstack/react-router';
import { FlaskConical, Plug } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMay } from '../../session/me.ts';
import { buttonClass } from '../../ui/button.tsx';
import { useFirstRunWords } from './first-run-words.ts';

/** A data folder and a port of its own: practising leaves what is here alone. */
const START = 'MOA_HOME=practice PORT=4100 npm start';
const START_WINDOWS = "$env:MOA_HOME='practice'; $env:PORT=4100; npm start";
const PRACTICE = 'http://localhost:4100';

/** The first run: connect a shop of one's own, or try everything with stand-in marketplaces. */
export function FirstRun() {
  const t = useFirstRunWords();
  const mayConnect = useMay('owner');
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Way icon={<Plug className="size-6 text-accent" aria-hidden="true" />} title={t('ownTitle')}>
        <ol className="list-decimal space-y-1 pl-4 text-sm text-soft">
          <li>{t('ownChoose')}</li>
          <li>{t('ownKeys')}</li>
          <li>{t('ownTest')}</li>
        </ol>
        {mayConnect ? (
          <Link to="/connections" search={{ connect: 'true' }} className={buttonClass('primary', 'large')}>
            {t('connect')}
          </Link>
        ) : (
          <p className="text-sm text-soft">{t('askOwner')}</p>
        )}
      </Way>
      <Way
        icon={<FlaskConical className="size-6 text-accent" aria-hidden="true" />}
        title={t('practiceTitle')}
      >
        <p className="text-sm text-soft">{t('practiceHint')}</p>
        <Command name={t('macOrLinux')} command={START} />
        <Command name="Windows PowerShell" command={START_WINDOWS} />
        <p className="text-sm text-soft">{t('practiceOpen', { address: PRACTICE })}</p>
        <p className="text-sm text-soft">{t('practiceSafe')}</p>
      </Way>
    </div>
  );
}

function Way({
  icon,
  title,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="flex min-w-0 flex-col items-start gap-3 rounded-lg border border-line bg-surface p-5">
      {icon}
      <h2 className="text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Command({ name, command }: { readonly name: string; readonly command: string }) {
  return (
    <div className="w-full min-w-0">
      <p className="mb-0.5 text-2xs text-faint">{name}</p>
      <code className="block rounded bg-sunken px-2 py-1.5 text-sm break-words select-all">{command}</code>
    </div>
  );
}
