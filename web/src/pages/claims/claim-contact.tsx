import { Eye } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useClaimWords } from './claim-words.ts';

/**
 * Where goods are collected and the replacement goes, masked. Showing it is written down by the hub, so it is asked for
 * by a press alone, and forgotten when the page is left.
 */
export function ClaimContact({ claim }: { readonly claim: Schema<'ClaimDetail'> }) {
  const t = useClaimWords();
  const mayReveal = useMay('staff');
  const [revealed, setRevealed] = useState<Schema<'Contact'> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const contact = revealed ?? claim.contact;
  const reveal = async () => {
    setBusy(true);
    setError(null);
    try {
      const params = { path: { id: claim.id }, query: { reveal: 'contact' } } as const;
      setRevealed(dataOf(await api.GET('/api/v1/claims/{id}', { params })).contact);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  if (contact === null) return null;
  const address = [contact.postal_code, contact.address, contact.address_detail].filter(Boolean).join(' ');
  const facts: readonly (readonly [string, string | null])[] = [
    [t('name'), contact.receiver.name],
    [t('phone'), contact.receiver.safe_phone ?? contact.receiver.phone],
    [t('address'), address || null],
    [t('note'), contact.delivery_note],
  ];
  return (
    <Panel
      title={t('contact')}
      side={
        mayReveal && revealed === null ? (
          <Button size="small" busy={isBusy} onClick={reveal}>
            <Eye aria-hidden="true" />
            {t('reveal')}
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-3 px-4 py-3 text-sm" aria-live="polite">
        {error === null ? null : <TroubleNote error={error} />}
        <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1">
          {facts.map(([name, value]) =>
            value === null ? null : (
              <div key={name} className="contents">
                <dt className="text-faint">{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
        {mayReveal && revealed === null ? <p className="text-2xs text-faint">{t('revealHint')}</p> : null}
      </div>
    </Panel>
  );
}
