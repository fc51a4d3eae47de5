import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/types.ts';
import { CommandNote } from '../../desk/commands/command-note.tsx';
import { CommandState } from '../../desk/commands/command-state.tsx';
import { useCommands } from '../../desk/commands/use-commands.ts';
import { Badge } from '../../ui/badge.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useOrderWords } from './order-words.ts';
import { useWorkRows } from './use-work-rows.ts';
import type { Work, WorkRow } from './work.ts';

type Command = Schema<'Command'>;

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
          <CommandState state={speaks.state} />
        )}
      </div>
      {row.declined === null ? null : <p className="text-sm text-soft">{row.declined}</p>}
      {speaks === undefined || speaks.state === 'done' ? null : <CommandNote command={speaks} />}
    </li>
  );
}
