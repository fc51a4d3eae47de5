import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { NumberCell } from '../../ui/number-cell.tsx';
import { useTroubleToast } from '../../ui/trouble-toast.ts';
import { useInventoryWords } from './inventory-words.ts';
import { OfferName } from './offer-name.tsx';
import { stockChanged } from './stock-changed.ts';

type Offer = Schema<'StockOffer'>;

const AGAIN_MS = 1_500;

/**
 * Where a SKU is on sale and what each shop was told of it; asked again while a number is on its way, and until
 * `watchUntil`, since it takes a moment before one is.
 */
export function ShopOffers({ sku, watchUntil = 0 }: { readonly sku: number; readonly watchUntil?: number }) {
  const t = useInventoryWords();
  const format = useFormat();
  const mayEdit = useMay('staff');
  const query = queries.useQuery(
    'get',
    '/api/v1/inventory/{id}/offers',
    { params: { path: { id: sku } } },
    {
      refetchInterval: ({ state }) =>
        Date.now() < watchUntil || state.data?.offers.some(isOnItsWay) === true ? AGAIN_MS : false,
    },
  );
  const terms = queries.useMutation('put', '/api/v1/listing-items/{id}/stock-terms', {
    onError: useTroubleToast(),
    onSettled: stockChanged,
  });
  const change = (offer: Offer, body: Schema<'StockTermsChangeInput'>) =>
    terms.mutateAsync({ params: { path: { id: offer.listing_item_id } }, body });
  const count = (value: number | null) => (value === null ? '–' : format.number(value));
  return (
    <Answered query={query} height="h-24">
      {({ offers }) => (
        <DataTable
          label={t('offers')}
          rows={offers}
          keyOf={({ listing_item_id }) => listing_item_id}
          empty={<p className="px-4 py-3 text-sm text-soft">{t('noOffers')}</p>}
          columns={[
            {
              id: 'listing',
              title: t('product'),
              cell: (offer) => <OfferName offer={offer} units={offer.quantity} />,
            },
            {
              id: 'state',
              title: t('status'),
              cell: (offer) => (
                <span role="status">
                  <OfferState offer={offer} />
                </span>
              ),
            },
            { id: 'wanted', title: t('wanted'), align: 'right', cell: ({ wanted }) => count(wanted) },
            { id: 'shown', title: t('readThere'), align: 'right', cell: ({ shown }) => count(shown) },
            {
              id: 'follows',
              title: t('follows'),
              cell: (offer) => (
                <Checkbox
                  label={t('followsOf', { listing: offer.listing })}
                  checked={offer.follows_stock}
                  disabled={!mayEdit}
                  className="align-middle"
                  onCheck={(follows_stock) => change(offer, { follows_stock }).catch(told)}
                />
              ),
            },
            {
              id: 'buffer',
              title: t('buffer'),
              align: 'right',
              cell: (offer) => (
                <NumberCell
                  label={t('bufferOf', { listing: offer.listing })}
                  value={offer.buffer}
                  disabled={!mayEdit}
                  onSave={(buffer) => change(offer, { buffer })}
                />
              ),
            },
            {
              id: 'share',
              title: t('share'),
              align: 'right',
              cell: (offer) => (
                <NumberCell
                  label={t('shareOf', { listing: offer.listing })}
                  value={offer.share_percent}
                  min={1}
                  max={100}
                  disabled={!mayEdit}
                  onSave={(share_percent) => change(offer, { share_percent })}
                />
              ),
            },
          ]}
        />
      )}
    </Answered>
  );
}

/** The toast has said it. */
const told = () => undefined;

function isOnItsWay({ command_state: state }: Offer): boolean {
  return state === 'pending' || state === 'sending' || state === 'unknown';
}

function OfferState({ offer }: { readonly offer: Offer }) {
  const t = useInventoryWords();
  const state = stateOf(offer);
  return <Badge tone={TONES[state]}>{t.word('offerState', state)}</Badge>;
}

/** Without a number told by itself, what the shop shows is as it was when it was read. */
function stateOf(offer: Offer): 'apart' | 'sending' | 'taken' | 'same' | 'differs' | 'untold' | 'failed' {
  if (!offer.follows_stock) return 'apart';
  if (isOnItsWay(offer)) return 'sending';
  if (offer.command_state === 'done') return 'taken';
  if (offer.command_state !== null) return 'failed';
  if (offer.wanted === null || offer.shown === null) return 'untold';
  return offer.shown === offer.wanted ? 'same' : 'differs';
}

const TONES: Readonly<Record<ReturnType<typeof stateOf>, Tone>> = {
  apart: 'plain',
  sending: 'info',
  taken: 'good',
  same: 'good',
  differs: 'warn',
  untold: 'plain',
  failed: 'danger',
};
