import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { PublishOutcome } from './publish-outcome.tsx';

/** So long is waited for the marketplaces' answers; they go on in the background after that. */
const WAIT_SECONDS = 15;

/** Trying and sending one product; the last answer stays until the next. */
export function usePublishing(product: number) {
  /** What the last dry run was of. */
  const [seen, setSeen] = useState<unknown>(null);
  const publish = queries.useMutation('post', '/api/v1/products/{id}/publish', {
    onSuccess: () => {
      for (const path of ['/api/v1/products/{id}/listings', '/api/v1/listings', '/api/v1/products'])
        queryClient.invalidateQueries({ queryKey: ['get', path] });
    },
  });
  const go = (dry_run: boolean, shops: readonly number[]) =>
    publish.mutate({
      params: { path: { id: product }, query: { wait: WAIT_SECONDS } },
      body: { dry_run, account_ids: [...shops] },
    });
  return {
    publish,
    seen,
    tryIt: (what: unknown, shops: readonly number[]) => {
      setSeen(what);
      go(true, shops);
    },
    send: (shops: readonly number[]) => {
      setSeen(null);
      go(false, shops);
    },
  };
}

/** First what would be sent, then the sending; what was changed after the dry run has to be tried again. */
export function PublishDeeds({
  product,
  publish,
  isSeen,
  isBusy = false,
  mayTry = true,
  onTry,
  onSend,
}: {
  readonly product: Schema<'Product'>;
  readonly publish: ReturnType<typeof usePublishing>['publish'];
  /** Whether the last dry run was of what would be sent now. */
  readonly isSeen: boolean;
  readonly isBusy?: boolean;
  readonly mayTry?: boolean;
  onTry(): void;
  onSend(shops: readonly number[]): void;
}) {
  const t = useCatalogueWords();
  const busy = isBusy || publish.isPending;
  const results = publish.data?.results ?? [];
  // Nothing is asked of a shop that would decline it.
  const ready = results.flatMap(({ state, account_id }) => (state === 'ready' ? [account_id] : []));
  const isReady = isSeen && ready.length > 0;
  const isStale = !isSeen && ready.length > 0;
  const isSent = results.some(({ state }) => state === 'queued');
  const answers = useRef<HTMLDivElement>(null);
  const answered = publish.data;
  // The form above is long, and what came of it stands below.
  useEffect(() => {
    if (answered !== undefined) answers.current?.scrollIntoView({ block: 'start' });
  }, [answered]);
  return (
    <>
      {publish.error === null ? null : <TroubleNote error={publish.error} />}
      {publish.data !== undefined && results.length === 0 ? (
        <p role="status" className="text-sm text-soft">
          {t('noShopTakes')}
        </p>
      ) : null}
      <div ref={answers} className="flex scroll-mt-4 flex-col gap-3" aria-live="polite">
        {results.map((outcome) => (
          <PublishOutcome key={outcome.account_id} product={product} outcome={outcome} />
        ))}
      </div>
      <div className="sticky bottom-0 z-10 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas py-3">
        <span className="mr-auto text-sm text-soft">
          {isStale ? t('tryAgain') : isReady || isSent || !mayTry ? '' : t('tryHint')}
          {isSent ? (
            <Link to="/catalogue" search={{ q: product.seller_code }} className="text-accent hover:underline">
              {t('seeInMatrix')}
            </Link>
          ) : null}
        </span>
        <Button look={isReady ? 'plain' : 'primary'} busy={busy} disabled={!mayTry} onClick={onTry}>
          {t('tryFirst')}
        </Button>
        <Button
          look={isReady ? 'primary' : 'plain'}
          busy={busy}
          disabled={!isReady}
          onClick={() => onSend(ready)}
        >
          {t('send')}
        </Button>
      </div>
    </>
  );
}
