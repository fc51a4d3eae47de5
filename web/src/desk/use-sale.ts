import { queries } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import type { Schema } from '../api/types.ts';
import { showToast } from '../ui/toast.tsx';
import { useTroubleToast } from '../ui/trouble-toast.ts';

/** So long is waited for the marketplace's answer; it goes on in the background after that. */
const WAIT_SECONDS = 8;

/** Takes listings off sale and puts them back, and tells what has become of it. */
export function useSale() {
  const told = {
    onSuccess: ({ command }: Schema<'ListingCommand'>) => {
      showToast({
        tone: command.trouble === null ? 'good' : 'danger',
        title: command.state_text,
        detail: command.trouble?.detail,
      });
      for (const path of ['/api/v1/listings', '/api/v1/listings/{id}', '/api/v1/products/{id}/listings'])
        queryClient.invalidateQueries({ queryKey: ['get', path] });
    },
    onError: useTroubleToast(),
  };
  const pause = queries.useMutation('post', '/api/v1/listings/{id}/pause', told);
  const resume = queries.useMutation('post', '/api/v1/listings/{id}/resume', told);
  const of = (id: number) => ({ params: { path: { id }, query: { wait: WAIT_SECONDS } } });
  return {
    isBusy: pause.isPending || resume.isPending,
    pause: (id: number) => pause.mutate(of(id)),
    resume: (id: number) => resume.mutate(of(id)),
  };
}

/** Whether a listing is one to take off sale, to put back, or neither. */
export function saleOf({ state, gone_at }: Schema<'Listing'>): 'pause' | 'resume' | null {
  if (gone_at !== null) return null;
  if (state === 'on_sale' || state === 'sold_out') return 'pause';
  return state === 'paused' ? 'resume' : null;
}
