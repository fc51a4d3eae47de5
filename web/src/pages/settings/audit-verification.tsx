import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { queries } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useSettingsWords } from './settings-words.ts';

/** Recomputes the trail's chain when asked, since that reads every entry. */
export function AuditVerification() {
  const t = useSettingsWords();
  const query = queries.useQuery('get', '/api/v1/audit/verification', undefined, {
    enabled: false,
    gcTime: 0,
  });
  const report = query.data;
  return (
    <Panel
      title={t('verification')}
      side={
        <Button size="small" busy={query.isFetching} onClick={() => query.refetch()}>
          {t('verify')}
        </Button>
      }
    >
      <div className="flex flex-col gap-1 px-4 py-3 text-sm" role="status">
        {query.error === null ? null : <TroubleNote error={query.error} />}
        {report === undefined ? <p className="text-soft">{t('verificationHint')}</p> : null}
        {report?.sound === true ? (
          <p className="flex items-center gap-2 text-good">
            <ShieldCheck className="size-4" aria-hidden="true" />
            {t('sound', { count: report.entries })}
          </p>
        ) : null}
        {report?.broken == null ? null : (
          <p className="flex items-center gap-2 text-danger">
            <ShieldAlert className="size-4" aria-hidden="true" />
            {t('broken', {
              entry: report.broken.entry_id ?? '–',
              why: t.word('brokenWhy', report.broken.why),
            })}
          </p>
        )}
        {report?.head == null ? null : (
          <p className="font-mono text-2xs break-all text-faint">
            {report.head.seq} {report.head.hash}
          </p>
        )}
      </div>
    </Panel>
  );
}
