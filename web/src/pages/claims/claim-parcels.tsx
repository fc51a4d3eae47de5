import type { Schema } from '../../api/types.ts';
import { useCarrierWords } from '../../desk/carriers/carrier-words.ts';
import { useFormat } from '../../language/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { useClaimWords } from './claim-words.ts';

type Claim = Schema<'ClaimDetail'>;
type Parcel = Pick<Claim['replacement'], 'carrier_id' | 'native_carrier' | 'invoice'>;

/** The goods on their way back, and the new ones on their way to the buyer. */
export function ClaimParcels({ claim }: { readonly claim: Claim }) {
  const t = useClaimWords();
  const format = useFormat();
  const { collection, replacement } = claim;
  const at = (name: 'collectedAt' | 'shippedAt' | 'deliveredAt', moment: string | null) =>
    moment === null ? [] : [t(name, { at: format.moment(moment) })];
  const back = [
    ...(collection.by === null ? [] : [t('collectedBy', { who: t.word('people', collection.by) })]),
    ...at('collectedAt', collection.collected_at),
  ];
  const forth = [...at('shippedAt', replacement.shipped_at), ...at('deliveredAt', replacement.delivered_at)];
  return (
    <Panel title={t('parcels')}>
      <div className="flex flex-col gap-3 px-4 py-3 text-sm">
        <Way title={t('collection')} parcel={collection} facts={back} />
        {claim.kind === 'exchange' ? (
          <Way title={t('replacement')} parcel={replacement} facts={forth} />
        ) : null}
      </div>
    </Panel>
  );
}

function Way({
  title,
  parcel,
  facts,
}: {
  readonly title: string;
  readonly parcel: Parcel;
  readonly facts: readonly string[];
}) {
  const t = useClaimWords();
  const carriers = useCarrierWords();
  const { carrier_id, native_carrier, invoice } = parcel;
  const carrier = carrier_id === null ? native_carrier : carriers.word('names', carrier_id);
  return (
    <div className="flex flex-col gap-0.5">
      <h3 className="text-faint">{title}</h3>
      {invoice === null ? (
        <p className="text-soft">{t('noInvoice')}</p>
      ) : (
        <p>
          {carrier} <span className="numeric font-medium">{invoice}</span>
        </p>
      )}
      {facts.map((fact) => (
        <p key={fact} className="text-soft">
          {fact}
        </p>
      ))}
    </div>
  );
}
