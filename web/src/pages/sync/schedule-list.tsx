import { CalendarClock, Pause, Pencil, Play, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { refreshSchedules } from './refresh-schedules.ts';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { clockText, DAYS } from './schedule-form.ts';
import { useSyncWords } from './sync-words.ts';

type Schedule = Schema<'Schedule'>;

const LIMIT = 200;

/** When shops are read by the clock. */
export function ScheduleList() {
  const t = useSyncWords();
  const mayChange = useMay('owner');
  const [open, setOpen] = useState<{ readonly schedule: Schedule | null } | null>(null);
  const { data, error, refetch } = queries.useQuery('get', '/api/v1/sync/schedules', {
    params: { query: { limit: LIMIT } },
  });
  const create = mayChange ? (
    <Button look="primary" onClick={() => setOpen({ schedule: null })}>
      <Plus aria-hidden="true" />
      {t('newSchedule')}
    </Button>
  ) : null;
  return (
    <div className="flex flex-col gap-3">
      {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
      {data === undefined ? (
        error === null ? (
          <Skeleton className="h-48 rounded-lg" />
        ) : null
      ) : data.schedules.length === 0 ? (
        <EmptyState icon={<CalendarClock />} title={t('noSchedules')} action={create}>
          {t('noSchedulesHint')}
        </EmptyState>
      ) : (
        <>
          <div className="flex justify-end">{create}</div>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {data.schedules.map((schedule) => (
              <ScheduleRow
                key={schedule.id}
                schedule={schedule}
                onEdit={mayChange ? () => setOpen({ schedule }) : null}
              />
            ))}
          </ul>
        </>
      )}
      {open === null ? null : <ScheduleDialog schedule={open.schedule} onClose={() => setOpen(null)} />}
    </div>
  );
}

function ScheduleRow({
  schedule,
  onEdit,
}: {
  readonly schedule: Schedule;
  readonly onEdit: (() => void) | null;
}) {
  const t = useSyncWords();
  const desk = useDeskWords();
  const format = useFormat();
  const shop = useAccounts().find(({ id }) => id === schedule.account_id);
  const settled = { onSettled: refreshSchedules };
  const pause = queries.useMutation('post', '/api/v1/sync/schedules/{id}/pause', settled);
  const resume = queries.useMutation('post', '/api/v1/sync/schedules/{id}/resume', settled);
  const remove = queries.useMutation('delete', '/api/v1/sync/schedules/{id}', settled);
  const [isAsking, setAsking] = useState(false);
  const params = { path: { id: schedule.id } };
  const error = pause.error ?? resume.error ?? remove.error;
  const { active_hours: hours, active_days: days } = schedule;
  const place =
    shop?.name ?? (schedule.platform === null ? t('everyShop') : desk.word('platform', schedule.platform));
  return (
    <li className="flex flex-col gap-1 px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 truncate font-medium">{schedule.name}</span>
        {schedule.paused ? <Badge>{t('paused')}</Badge> : null}
        {onEdit === null ? null : (
          <span className="ml-auto flex gap-1">
            <IconButton
              label={t(schedule.paused ? 'resumeSchedule' : 'pauseSchedule', { name: schedule.name })}
              disabled={pause.isPending || resume.isPending}
              onClick={() => (schedule.paused ? resume : pause).mutate({ params })}
            >
              {schedule.paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
            </IconButton>
            <IconButton label={t('editSchedule', { name: schedule.name })} onClick={onEdit}>
              <Pencil aria-hidden="true" />
            </IconButton>
            <IconButton label={t('removeSchedule', { name: schedule.name })} onClick={() => setAsking(true)}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          </span>
        )}
      </div>
      <p className="text-soft">
        {place} · {schedule.sync_types.map((type) => t.word('syncType', type)).join(', ')} ·{' '}
        {t('everyMinutes', { count: schedule.interval_minutes })}
      </p>
      <p className="text-soft">
        {hours === null ? t('wholeDay') : `${clockText(hours.start)} – ${clockText(hours.end)}`} ·{' '}
        {days.length === DAYS.length ? t('everyDay') : days.map((day) => t.word('day', day)).join(' ')} ·{' '}
        {schedule.next_run_at === null
          ? t('noNextRun')
          : t('nextRun', { at: format.moment(schedule.next_run_at) })}
      </p>
      {schedule.waiting_for.length === 0 ? null : (
        <p className="text-faint">
          {t('waitingFor', {
            types: schedule.waiting_for.map((type) => t.word('syncType', type)).join(', '),
          })}
        </p>
      )}
      {isAsking ? (
        <p className="flex flex-wrap items-center gap-2">
          {t('removeScheduleAsk')}
          <Button
            look="danger"
            size="small"
            busy={remove.isPending}
            onClick={() => remove.mutate({ params })}
          >
            {t('removeNow')}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {t('keep')}
          </Button>
        </p>
      ) : null}
      {error === null ? null : <TroubleNote error={error} />}
    </li>
  );
}
