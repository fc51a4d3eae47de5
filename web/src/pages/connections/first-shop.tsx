import { FlaskConical, Plug } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useConnectionWords } from './connection-words.ts';

/** The first run: connect a shop of one's own, or try everything with stand-in marketplaces. */
export function FirstShop({
  onConnect,
}: {
  /** Null for those who may not connect shops. */
  readonly onConnect: (() => void) | null;
}) {
  const t = useConnectionWords();
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <section className="flex flex-col items-start gap-3 rounded-lg border border-line bg-surface p-5">
        <Plug className="size-6 text-accent" aria-hidden="true" />
        <h2 className="text-base font-semibold">{t('firstTitle')}</h2>
        <ol className="list-decimal space-y-1 pl-4 text-sm text-soft">
          <li>{t('firstChoose')}</li>
          <li>{t('firstKeys')}</li>
          <li>{t('firstTest')}</li>
        </ol>
        {onConnect === null ? (
          <p className="text-sm text-soft">{t('askOwner')}</p>
        ) : (
          <Button look="primary" size="large" onClick={onConnect}>
            {t('connect')}
          </Button>
        )}
      </section>
      <section className="flex flex-col items-start gap-3 rounded-lg border border-line bg-surface p-5">
        <FlaskConical className="size-6 text-accent" aria-hidden="true" />
        <h2 className="text-base font-semibold">{t('sandboxTitle')}</h2>
        <p className="text-sm text-soft">{t('sandboxHint')}</p>
        <code className="rounded bg-sunken px-2 py-1 text-sm">npm start</code>
        <p className="text-sm text-soft">{t('sandboxSafe')}</p>
      </section>
    </div>
  );
}
