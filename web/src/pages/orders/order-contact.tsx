import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { ContactPanel } from '../../desk/contact/contact-panel.tsx';
import { useOrderWords } from './order-words.ts';

type Order = Schema<'Order'>;

/** Who receives the order. */
export function OrderContact({ order }: { readonly order: Order }) {
  const t = useOrderWords();
  return (
    <ContactPanel
      title={t('receiver')}
      masked={contactsOf(order)}
      onReveal={async () => {
        const params = { path: { id: order.id }, query: { reveal: 'contact' } } as const;
        return contactsOf(dataOf(await api.GET('/api/v1/orders/{id}', { params })));
      }}
    />
  );
}

function contactsOf({ packages }: Order): readonly Schema<'Contact'>[] {
  return packages.flatMap(({ contact }) => (contact === null ? [] : [contact]));
}
