import { queries } from '../../api/client.ts';
import { useFormat } from '../../language/format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useSettingsWords } from './settings-words.ts';
import { Waiting } from './waiting.tsx';

/** One delivery: what it tells, and what the receiver said at each try. */
export function DeliveryDialog({ id, onClose }: { readonly id: number; onClose(): void }) {
  const t = useSettingsWords();
  const format = useFormat();
  const query = queries.useQuery('get', '/api/v1/webhooks/deliveries/{id}', { params: { path: { id } } });
  return (
    <Dialog open onClose={onClose} width="wide" title={t('delivery')}>
      {query.error === null ? null : <TroubleNote error={query.error} />}
      {query.isPending ? <Waiting /> : null}
      {query.data === undefined ? null : (
        <div className="flex flex-col gap-3 text-sm">
          <p className="font-mono text-2xs break-all text-faint">{query.data.message_id}</p>
          <ol className="flex flex-col divide-y divide-line">
            {query.data.attempts.map((attempt) => (
              <li key={attempt.attempt} className="py-1.5">
                <span className="text-faint">{format.moment(attempt.at)}</span>{' '}
                {t('attempt', { status: attempt.status ?? '–', ms: attempt.took_ms })}
                {attempt.error === null ? null : <p className="text-danger">{attempt.error.message}</p>}
              </li>
            ))}
          </ol>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <pre tabIndex={0} className="overflow-x-auto rounded-md bg-sunken p-3 text-2xs">
            {JSON.stringify(query.data.data, null, 2)}
          </pre>
        </div>
      )}
    </Dialog>
  );
}
