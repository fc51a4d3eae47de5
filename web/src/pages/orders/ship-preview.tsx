import { Badge } from '../../ui/badge.tsx';
import { useOrderWords } from './order-words.ts';
import { somePlaces } from './pasted-invoices.ts';
import type { Shipment } from './use-ship-plan.ts';

/** What goes well needs no look at every line of it. */
const MOST_GOOD = 300;

/** What a list would send, line by line: what cannot be sent first, with why. */
export function ShipPreview({
  shipments,
  unreadable,
}: {
  readonly shipments: readonly Shipment[];
  /** Places of lines that hold no shipment. */
  readonly unreadable: readonly number[];
}) {
  const t = useOrderWords();
  const bad = shipments.filter(({ trouble }) => trouble !== null);
  const good = shipments.filter(({ trouble }) => trouble === null);
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-sm text-soft">
        {t('previewCount', { good: good.length, bad: bad.length })}
      </p>
      {unreadable.length === 0 ? null : (
        <p className="text-sm text-danger">{t('unreadableLeftOut', { places: somePlaces(unreadable) })}</p>
      )}
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it may be long, and the keyboard must reach its end
        tabIndex={0}
        className="flex flex-col divide-y divide-line rounded-md border border-line"
      >
        {[...bad, ...good.slice(0, MOST_GOOD)].map((shipment) => (
          <PreviewLine key={shipment.line.place} shipment={shipment} />
        ))}
      </ul>
      {good.length > MOST_GOOD ? (
        <p className="text-sm text-faint">{t('andMore', { count: good.length - MOST_GOOD })}</p>
      ) : null}
    </div>
  );
}

function PreviewLine({ shipment: { line, order, trouble } }: { readonly shipment: Shipment }) {
  const t = useOrderWords();
  const isOfLine = typeof order?.line_id === 'number';
  return (
    <li className="flex flex-col gap-0.5 px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="numeric font-medium">
          {isOfLine ? line.order : (order?.native_order_id ?? line.order)}
        </span>
        <span className="min-w-24 flex-1 truncate text-soft">{order?.first_product}</span>
        <span className="numeric">
          {line.carrier} {line.invoice}
        </span>
        <Badge tone={trouble === null ? 'good' : 'danger'}>
          {t(trouble === null ? 'willSend' : 'declined')}
        </Badge>
      </div>
      {trouble === null ? null : (
        <p className="text-danger">{t('fileFault', { row: line.place, sentence: trouble })}</p>
      )}
    </li>
  );
}
