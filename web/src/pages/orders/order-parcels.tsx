import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { useOrderWords } from './order-words.ts';

/** What has left, by invoice. */
export function OrderParcels({ order }: { readonly order: Schema<'Order'> }) {
  const t = useOrderWords();
  const format = useFormat();
  return (
    <Panel title={t('parcels')}>
      {order.parcels.length === 0 ? (
        <p className="px-4 py-3 text-sm text-soft">{t('noParcels')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {order.parcels.map(({ invoice, carrier_name, shipped_at, delivered_at, line_ids }) => (
            <li key={`${carrier_name} ${invoice}`} className="flex flex-col gap-0.5 px-4 py-2.5 text-sm">
              <span>
                {carrier_name} <span className="numeric font-medium">{invoice}</span>
              </span>
              <span className="text-soft">
                {t('linesIn', { count: line_ids.length })}
                {shipped_at === null ? '' : ` · ${t('shippedAt', { at: format.moment(shipped_at) })}`}
                {delivered_at === null ? '' : ` · ${t('deliveredAt', { at: format.moment(delivered_at) })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
