import { queries } from '../../../api/client.ts';
import type { Schema } from '../../../api/types.ts';
import { useAccounts } from '../../../desk/use-accounts.ts';
import { useLanguage } from '../../../language/language.ts';
import type { Deed } from './fitting.ts';

/** The marketplace's operation behind each deed. */
const OPERATIONS: Readonly<Record<Deed, string>> = {
  delay: 'orders.delay',
  hold: 'orders.hold',
  release: 'orders.release',
  split: 'orders.split',
  change_invoice: 'orders.changeInvoice',
  cancel: 'orders.cancel',
};

/** Whether the marketplace of an order offers a deed, and if not, why and what to do instead. */
export type Offer =
  | { readonly kind: 'offered' }
  | { readonly kind: 'not_offered'; readonly reason: string | null; readonly instead: string | null };

/** What the shop's marketplace says of each deed. Until that is known all are offered: the API has the last word. */
export function useOffered(order: Schema<'Order'>): (deed: Deed) => Offer {
  const language = useLanguage();
  const accounts = useAccounts();
  const { data } = queries.useQuery('get', '/api/v1/platforms', undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  });
  const account = accounts.find(({ id }) => id === order.account_id);
  const edition = data?.platforms
    .find(({ id }) => id === order.platform)
    ?.editions.find(({ name }) => name === account?.edition);
  const said = (text: Schema<'Localized'> | undefined) => (text === undefined ? null : text[language]);
  return (deed) => {
    const wanted = OPERATIONS[deed];
    if (edition === undefined || edition.capabilities.some(({ operation }) => operation === wanted))
      return { kind: 'offered' };
    const gap = edition.unsupported.find(({ operation }) => operation === wanted);
    return { kind: 'not_offered', reason: said(gap?.reason), instead: said(gap?.instead) };
  };
}
