import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { ContactPanel } from '../../desk/contact/contact-panel.tsx';
import { useClaimWords } from './claim-words.ts';

type Claim = Schema<'ClaimDetail'>;

/** Where goods are collected and the replacement goes. */
export function ClaimContact({ claim }: { readonly claim: Claim }) {
  const t = useClaimWords();
  if (claim.contact === null) return null;
  return (
    <ContactPanel
      title={t('contact')}
      masked={contactsOf(claim)}
      onReveal={async () => {
        const params = { path: { id: claim.id }, query: { reveal: 'contact' } } as const;
        return contactsOf(dataOf(await api.GET('/api/v1/claims/{id}', { params })));
      }}
    />
  );
}

function contactsOf({ contact }: Claim): readonly Schema<'Contact'>[] {
  return contact === null ? [] : [contact];
}
