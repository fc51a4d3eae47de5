import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { type Selection, useSelection } from '../../desk/selection.ts';
import { showToast } from '../../ui/toast.tsx';
import { forgetLinks } from './forget-links.ts';
import { useListingWords } from './listing-words.ts';
import { SURE } from './proposal-line.tsx';

interface Taken {
  readonly linked: number;
  readonly left: number;
}

/** Takes proposals: those of named items, or of all where they are sure. */
export function useAccepting(shop: number | null): {
  readonly selection: Selection;
  readonly isBusy: boolean;
  readonly error: unknown;
  accept(items: readonly number[]): void;
  acceptSure(): void;
} {
  const t = useListingWords();
  const selection = useSelection();
  const accept = useMutation({
    mutationFn: (items: readonly number[] | 'sure') =>
      items === 'sure' ? takeSure(shop) : take({ listing_item_ids: [...items] }),
    onSettled: forgetLinks,
    onSuccess: ({ linked, left }) => {
      selection.clear();
      showToast({
        tone: linked > 0 ? 'good' : 'plain',
        title: t('accepted', { count: linked }),
        detail: left === 0 ? undefined : t('acceptedLeft', { count: left }),
      });
    },
  });
  return {
    selection,
    isBusy: accept.isPending,
    error: accept.error,
    accept: (items) => accept.mutate(items),
    acceptSure: () => accept.mutate('sure'),
  };
}

/** The hub looks at some thousands at a time and tells where to go on. */
async function takeSure(shop: number | null): Promise<Taken> {
  const whole = { linked: 0, left: 0 };
  for (let cursor: string | null = null; ; ) {
    const part: Schema<'AcceptedProposals'> = await take({
      min_confidence: SURE,
      ...(shop === null ? {} : { account_id: shop }),
      ...(cursor === null ? {} : { cursor }),
    });
    whole.linked += part.linked;
    whole.left += part.left;
    if (part.next_cursor === null) return whole;
    cursor = part.next_cursor;
  }
}

async function take(body: Schema<'AcceptProposalsInput'>): Promise<Schema<'AcceptedProposals'>> {
  return dataOf(await api.POST('/api/v1/listing-links/proposals/accept', { body }));
}
