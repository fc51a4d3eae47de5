import { Eye } from 'lucide-react';
import { useState } from 'react';
import type { Schema } from '../../api/types.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useContactWords } from './contact-words.ts';

type Contact = Schema<'Contact'>;

/**
 * Who gets or sends something, masked. Showing it is written down by the hub, so it is asked for by a press alone, and
 * forgotten when the page is left.
 */
export function ContactPanel({
  title,
  masked,
  onReveal,
}: {
  readonly title: string;
  readonly masked: readonly Contact[];
  /** Asks the hub for the same without the mask. */
  onReveal(): Promise<readonly Contact[]>;
}) {
  const t = useContactWords();
  const mayReveal = useMay('staff');
  const [revealed, setRevealed] = useState<readonly Contact[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const contacts = distinct(revealed ?? masked);
  const isAsked = mayReveal && revealed === null && contacts.length > 0;
  const reveal = async () => {
    setBusy(true);
    setError(null);
    try {
      setRevealed(await onReveal());
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel
      title={title}
      side={
        isAsked ? (
          <Button size="small" busy={isBusy} onClick={reveal}>
            <Eye aria-hidden="true" />
            {t('reveal')}
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-3 px-4 py-3 text-sm" aria-live="polite">
        {error === null ? null : <TroubleNote error={error} />}
        {contacts.length === 0 ? <p className="text-soft">{t('none')}</p> : null}
        {contacts.map((contact) => (
          <ContactFacts key={JSON.stringify(contact)} contact={contact} />
        ))}
        {isAsked ? <p className="text-2xs text-faint">{t('revealHint')}</p> : null}
      </div>
    </Panel>
  );
}

/** Parcels of an order mostly go to the same place. */
function distinct(contacts: readonly Contact[]): readonly Contact[] {
  return [...new Map(contacts.map((contact) => [JSON.stringify(contact), contact])).values()];
}

function ContactFacts({ contact }: { readonly contact: Contact }) {
  const t = useContactWords();
  const { receiver, orderer } = contact;
  const address = [contact.postal_code, contact.address, contact.address_detail].filter(Boolean).join(' ');
  const facts: readonly (readonly [string, string | null])[] = [
    [t('name'), receiver.name],
    [t('phone'), receiver.safe_phone ?? receiver.phone],
    [t('address'), address || null],
    [t('note'), contact.delivery_note],
    [t('orderer'), orderer.name],
  ];
  return (
    <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
