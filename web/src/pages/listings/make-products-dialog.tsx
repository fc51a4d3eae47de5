import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { useListingWords } from './listing-words.ts';
import { type Making, useMaking } from './use-making.ts';
import { useUnlinkedListings } from './use-unlinked-listings.ts';

type Named = Pick<Schema<'Listing'>, 'id' | 'name'>;

/** Makes products of chosen listings, after telling what that does; then tells what came of each. */
export function MakeProductsDialog({
  listings,
  onClose,
}: {
  readonly listings: readonly Named[];
  onClose(): void;
}) {
  const t = useListingWords();
  const ui = useUiWords();
  const { making, make, stop } = useMaking();
  const { state, results, error } = making;
  const isUnderWay = state === 'under way';
  return (
    <Dialog
      open
      // What was not made yet would be left behind without a word.
      onClose={isUnderWay ? () => undefined : onClose}
      title={t('makeProducts', { count: listings.length })}
      description={state === 'asking' ? t('makeHint') : undefined}
      footer={
        state === 'over' ? (
          <Button look="primary" onClick={onClose}>
            {t('done')}
          </Button>
        ) : (
          <>
            {isUnderWay ? (
              <Button onClick={stop}>{t('stopHere')}</Button>
            ) : (
              <Button onClick={onClose}>{ui('cancel')}</Button>
            )}
            <Button
              look="primary"
              busy={isUnderWay}
              disabled={listings.length === 0}
              onClick={() => make(listings.map(({ id }) => id))}
            >
              {t('make')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3 text-sm">
        {state === 'asking' ? (
          <ul className="flex list-disc flex-col gap-1 pl-4 text-soft">
            <li>{t('makeStockHint')}</li>
            <li>{t('makeSameHint')}</li>
          </ul>
        ) : null}
        {isUnderWay ? (
          <p role="status">{t('makingSoFar', { done: results.length, all: listings.length })}</p>
        ) : null}
        {error === null ? null : <TroubleNote error={error} />}
        {state === 'over' ? <Outcome making={making} listings={listings} /> : null}
      </div>
    </Dialog>
  );
}

/** The same for everything that is linked to nothing, which is looked up first. */
export function MakeEveryProductDialog({
  shop,
  onClose,
}: {
  /** Null for all shops. */
  readonly shop: number | null;
  onClose(): void;
}) {
  const t = useListingWords();
  const ui = useUiWords();
  const { data, error, refetch } = useUnlinkedListings(shop);
  if (data !== undefined) return <MakeProductsDialog listings={data} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('makeEvery')}
      footer={<Button onClick={onClose}>{ui('cancel')}</Button>}
    >
      {error === null ? (
        <Skeleton className="h-24" />
      ) : (
        <TroubleNote error={error} onRetry={() => refetch()} />
      )}
    </Dialog>
  );
}

function Outcome({
  making: { results },
  listings,
}: {
  readonly making: Making;
  readonly listings: readonly Named[];
}) {
  const t = useListingWords();
  const names = new Map(listings.map(({ id, name }) => [id, name]));
  const made = results.filter(({ outcome }) => outcome === 'made');
  const linked = results.filter(({ outcome }) => outcome === 'linked');
  const declined = results.filter(({ outcome }) => outcome === 'declined');
  const [only] = made;
  return (
    <>
      <p role="status">
        {t('madeCount', {
          made: made.length,
          linked: linked.length,
          left: listings.length - made.length - linked.length,
        })}
      </p>
      {only?.product_id == null ? null : made.length === 1 ? (
        <Link
          to="/catalogue/$productId"
          params={{ productId: String(only.product_id) }}
          className="self-start text-accent hover:underline"
        >
          {t('openProduct')}
        </Link>
      ) : (
        <Link to="/catalogue" className="self-start text-accent hover:underline">
          {t('openProducts')}
        </Link>
      )}
      {declined.length === 0 ? null : (
        <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
          {declined.map(({ listing_id, title, detail }) => (
            <li key={listing_id} className="flex flex-col px-3 py-2">
              <Link
                to="/listings/$listingId"
                params={{ listingId: String(listing_id) }}
                className="text-accent hover:underline"
              >
                {names.get(listing_id)}
              </Link>
              <span className="text-soft">
                {title}. {detail}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
