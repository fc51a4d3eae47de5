import { useId, useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { refreshSchedules } from './refresh-schedules.ts';
import { bodyOf, DAYS, formOf } from './schedule-form.ts';
import { SYNC_TYPES } from './sync-search.ts';
import { useSyncWords } from './sync-words.ts';

type Schedule = Schema<'Schedule'>;

const FORM_ID = 'schedule';

/** Makes a schedule, or changes one: what is read, of which shops, how often, at which hours. */
export function ScheduleDialog({
  schedule,
  onClose,
}: {
  readonly schedule: Schedule | null;
  onClose(): void;
}) {
  const t = useSyncWords();
  const ui = useUiWords();
  const desk = useDeskWords();
  const shops = useAccounts();
  const [form, setForm] = useState(() => formOf(schedule));
  const done = { onSuccess: onClose, onSettled: refreshSchedules };
  const create = queries.useMutation('post', '/api/v1/sync/schedule', done);
  const change = queries.useMutation('patch', '/api/v1/sync/schedules/{id}', done);
  const error = create.error ?? change.error;
  const isReady = form.types.length > 0 && form.days.length > 0 && Number(form.minutes) >= 1;
  // A schedule for a whole marketplace stays one unless a shop is chosen.
  const place = form.shop === '' ? (schedule?.platform ?? null) : null;
  return (
    <Dialog
      open
      onClose={onClose}
      keepsOpen
      title={schedule === null ? t('newSchedule') : t('editSchedule', { name: schedule.name })}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form={FORM_ID}
            busy={create.isPending || change.isPending}
            disabled={!isReady}
          >
            {t('saveSchedule')}
          </Button>
        </>
      }
    >
      <form
        id={FORM_ID}
        className="flex flex-col gap-4 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          const account_id = form.shop === '' ? null : Number(form.shop);
          const body = { ...bodyOf(form), account_id };
          if (schedule === null) create.mutate({ body });
          else change.mutate({ params: { path: { id: schedule.id } }, body: { ...body, platform: place } });
        }}
      >
        <TextField
          label={t('scheduleName')}
          value={form.name}
          maxLength={100}
          error={fieldMessage(error, 'name')}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
        <Field label={t('shop')} error={fieldMessage(error, 'account_id')}>
          {({ id }) => (
            <Select
              id={id}
              value={form.shop}
              onChoose={(shop) => setForm({ ...form, shop })}
              choices={[
                {
                  value: '',
                  label:
                    schedule?.platform == null ? t('everyShop') : desk.word('platform', schedule.platform),
                },
                ...shops.map((shop) => ({ value: String(shop.id), label: shop.name })),
              ]}
              className="h-9 w-full"
            />
          )}
        </Field>
        <Ticks
          title={t('what')}
          choices={SYNC_TYPES}
          chosen={form.types}
          nameOf={(type) => t.word('syncType', type)}
          onChoose={(types) => setForm({ ...form, types })}
        />
        <TextField
          type="number"
          min={1}
          max={10_080}
          required
          label={t('interval')}
          value={form.minutes}
          error={fieldMessage(error, 'interval_minutes')}
          onChange={(event) => setForm({ ...form, minutes: event.target.value })}
        />
        <Tick
          name={t('wholeDay')}
          isChosen={form.isWholeDay}
          onChoose={(isWholeDay) => setForm({ ...form, isWholeDay })}
        />
        {form.isWholeDay ? null : (
          <div className="grid grid-cols-2 gap-4">
            <TextField
              type="time"
              required
              label={t('startsAt')}
              value={form.start}
              error={fieldMessage(error, 'active_hours.start')}
              onChange={(event) => setForm({ ...form, start: event.target.value })}
            />
            <TextField
              type="time"
              required
              label={t('endsAt')}
              hint={t('endsAtHint')}
              value={form.end}
              error={fieldMessage(error, 'active_hours.end')}
              onChange={(event) => setForm({ ...form, end: event.target.value })}
            />
          </div>
        )}
        <Ticks
          title={t('activeDays')}
          choices={DAYS}
          chosen={form.days}
          nameOf={(day) => t.word('day', day)}
          onChoose={(days) => setForm({ ...form, days })}
        />
        {error === null ? null : <TroubleNote error={error} />}
      </form>
    </Dialog>
  );
}

function Ticks<Choice extends string>({
  title,
  choices,
  chosen,
  nameOf,
  onChoose,
}: {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly Choice[];
  nameOf(choice: Choice): string;
  onChoose(chosen: readonly Choice[]): void;
}) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{title}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {choices.map((choice) => (
          <Tick
            key={choice}
            name={nameOf(choice)}
            isChosen={chosen.includes(choice)}
            onChoose={(isChosen) =>
              onChoose(isChosen ? [...chosen, choice] : chosen.filter((one) => one !== choice))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function Tick({
  name,
  isChosen,
  onChoose,
}: {
  readonly name: string;
  readonly isChosen: boolean;
  onChoose(isChosen: boolean): void;
}) {
  const id = useId();
  return (
    <label htmlFor={id} className="inline-flex min-h-6 items-center gap-2 self-start text-sm">
      <Checkbox id={id} label={name} checked={isChosen} onCheck={onChoose} />
      {name}
    </label>
  );
}
