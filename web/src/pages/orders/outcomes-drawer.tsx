import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useOrderWords } from './order-words.ts';
import { useCommands } from './use-commands.ts';
import { useWorkRows } from './use-work-rows.ts';
import type { Work, WorkRow } from './work.ts';

type Command = Schema<'Command'>;

const TONES: Readonly<Record<Command['state'], Tone>> = {
  pending: 'plain',
  sending: 'info',
  unknown: 'warn',
  done: 'good',
  partial: 'warn',
  refused: 'danger',
  dead: 'danger',
  superseded: 'plain',
  canceled: 'plain',
};

/** What became of a piece of bulk work, order by order, as the marketplaces answer. */
export function OutcomesDrawer({ work, onClose }: { readonly work: Work; onClose(): void }) {
  const t = useOrderWords();
  const rows = useWorkRows(work);
  const ids = rows.flatMap(({ commandIds }) => commandIds);
  const commands = useCommands(ids).data ?? new Map<number, Command>();
  const done = rows.filter(
    ({ commandIds }) => commandIds.length > 0 && commandIds.every((id) => commands.get(id)?.state === 'done'),
  ).length;
  return (
    <Drawer open onClose={onClose} title={t(work.kind === 'ship' ? 'shipOutcome' : 'acknowledgeOutcome')}>
      <p role="status" className="px-2 pb-2 text-sm text-soft">
        {t('outcomeCount', { done, total: rows.length })}
      </p>
      <ul className="flex flex-col divide-y divide-line">
        {rows.map((row) => (
          <Outcome
            key={row.orderId}
            row={row}
            commands={row.commandIds.flatMap((id) => commands.get(id) ?? [])}
          />
        ))}
      </ul>
    </Drawer>
  );
}

function Outcome({ row, commands }: { readonly row: WorkRow; readonly commands: readonly Command[] }) {
  const t = useOrderWords();
  // Shipping may be two commands: acknowledge, then ship. The one that stands in the way speaks.
  const speaks = commands.find(({ state }) => state !== 'done') ?? commands.at(-1);
  return (
    <li className="flex flex-col gap-1 px-2 py-2.5">
      <div className="flex items-center gap-2">
        <Link
          to="/orders/$orderId"
          params={{ orderId: String(row.orderId) }}
          className="numeric min-w-0 flex-1 truncate text-sm text-accent hover:underline"
        >
          {row.number}
        </Link>
        {row.declined !== null ? (
          <Badge tone="danger">{t('declined')}</Badge>
        ) : speaks === undefined ? (
          <Spinner />
        ) : (
          <Badge tone={TONES[speaks.state]}>{t.word('commandState', speaks.state)}</Badge>
        )}
      </div>
      {row.declined === null ? null : <p className="text-sm text-soft">{row.declined}</p>}
      {speaks === undefined || speaks.state === 'done' ? null : <CommandNote command={speaks} />}
    </li>
  );
}

/** Why a command has not been done, and what can be done about it. */
export function CommandNote({ command }: { readonly command: Command }) {
  const t = useOrderWords();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/commands'] });
  const retry = queries.useMutation('post', '/api/v1/commands/{id}/retry', { onSuccess });
  const cancel = queries.useMutation('post', '/api/v1/commands/{id}/cancel', { onSuccess });
  const params = { path: { id: command.id } };
  const refusals = command.lines.flatMap(({ title, detail, todo }) =>
    title === null ? [] : [[title, detail, todo].filter(Boolean).join(' ')],
  );
  const sentences = [...new Set(refusals)];
  return (
    <div className="flex flex-col items-start gap-1 text-sm text-soft">
      {sentences.length === 0 ? <p>{command.trouble?.detail ?? command.state_text}</p> : null}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className="flex gap-2">
        {command.may.includes('retry') ? (
          <Button size="small" busy={retry.isPending} onClick={() => retry.mutate({ params })}>
            {t('retry')}
          </Button>
        ) : null}
        {command.may.includes('cancel') ? (
          <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate({ params })}>
            {t('takeBack')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
