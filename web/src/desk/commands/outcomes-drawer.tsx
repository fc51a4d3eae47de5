import type { Schema } from '../../api/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { RowLink } from '../row-link.tsx';
import { CommandNote } from './command-note.tsx';
import { CommandState } from './command-state.tsx';
import { useCommandWords } from './command-words.ts';
import { useCommands } from './use-commands.ts';

type Command = Schema<'Command'>;

/** One thing that bulk work was about, and what the API made of it. */
export interface OutcomeRow {
  readonly id: number;
  /** How a person knows it. */
  readonly name: string;
  readonly href: string;
  /** Why nothing was sent for it; null when something was, or will be. */
  readonly declined: string | null;
  readonly commandIds: readonly number[];
}

/** What became of a piece of bulk work, one by one, as the marketplaces answer. */
export function OutcomesDrawer({
  title,
  rows,
  onClose,
}: {
  readonly title: string;
  readonly rows: readonly OutcomeRow[];
  onClose(): void;
}) {
  const t = useCommandWords();
  const ids = rows.flatMap(({ commandIds }) => commandIds);
  const commands = useCommands(ids).data ?? new Map<number, Command>();
  const done = rows.filter(
    ({ commandIds }) => commandIds.length > 0 && commandIds.every((id) => commands.get(id)?.state === 'done'),
  ).length;
  return (
    <Drawer open onClose={onClose} title={title}>
      <p role="status" className="px-2 pb-2 text-sm text-soft">
        {t('outcomeCount', { done, total: rows.length })}
      </p>
      <ul className="flex flex-col divide-y divide-line">
        {rows.map((row) => (
          <Outcome key={row.id} row={row} commands={row.commandIds.flatMap((id) => commands.get(id) ?? [])} />
        ))}
      </ul>
    </Drawer>
  );
}

function Outcome({ row, commands }: { readonly row: OutcomeRow; readonly commands: readonly Command[] }) {
  const t = useCommandWords();
  // Shipping may be two commands: acknowledge, then ship. The one that stands in the way speaks.
  const speaks = commands.find(({ state }) => state !== 'done') ?? commands.at(-1);
  return (
    <li className="flex flex-col gap-1 px-2 py-2.5">
      <div className="flex items-center gap-2">
        <RowLink
          href={row.href}
          className="numeric min-w-0 flex-1 truncate text-sm text-accent hover:underline"
        >
          {row.name}
        </RowLink>
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
