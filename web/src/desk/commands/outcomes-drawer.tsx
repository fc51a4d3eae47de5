import { Undo2 } from 'lucide-react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useTroubleToast } from '../../ui/trouble-toast.ts';
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

/** What goes well needs no look at every one of it. */
const MOST_SHOWN = 300;

/** What became of a piece of bulk work, one by one, as the marketplaces answer. What went wrong comes first. */
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
  const commands = useCommands(ids);
  const found = commands.data ?? new Map<number, Command>();
  const outcomes = rows.map((row) => outcomeOf(row, found));
  const failed = outcomes.filter(({ isFailed }) => isFailed);
  const others = outcomes.filter(({ isFailed }) => !isFailed);
  const done = outcomes.filter(({ speaks }) => speaks?.state === 'done').length;
  const waiting = ids.filter((id) => found.get(id)?.may.includes('cancel') === true);
  return (
    <Drawer open onClose={onClose} title={title}>
      <div className="flex flex-col items-start gap-2 px-2 pb-2">
        <p role="status" className="text-sm text-soft">
          {t('outcomeCount', { done, total: rows.length })}
        </p>
        {waiting.length === 0 ? null : <TakeBack ids={waiting} />}
      </div>
      {commands.error === null ? null : (
        <TroubleNote error={commands.error} onRetry={() => commands.refetch()} />
      )}
      <ul className="flex flex-col divide-y divide-line">
        {[...failed, ...others.slice(0, MOST_SHOWN)].map((outcome) => (
          <OutcomeLine key={outcome.row.id} outcome={outcome} />
        ))}
      </ul>
    </Drawer>
  );
}

interface Outcome {
  readonly row: OutcomeRow;
  /** Shipping may be two commands: acknowledge, then ship. The one that stands in the way speaks. */
  readonly speaks: Command | undefined;
  readonly isFailed: boolean;
}

const GOES_WELL: readonly Command['state'][] = ['pending', 'sending', 'unknown', 'done'];

function outcomeOf(row: OutcomeRow, found: ReadonlyMap<number, Command>): Outcome {
  const commands = row.commandIds.flatMap((id) => found.get(id) ?? []);
  const speaks = commands.find(({ state }) => state !== 'done') ?? commands.at(-1);
  return {
    row,
    speaks,
    isFailed: row.declined !== null || (speaks !== undefined && !GOES_WELL.includes(speaks.state)),
  };
}

/** Calls off what has not left yet. */
function TakeBack({ ids }: { readonly ids: readonly number[] }) {
  const t = useCommandWords();
  const cancel = queries.useMutation('post', '/api/v1/commands/cancel', {
    onSuccess: ({ canceled }) => showToast({ tone: 'plain', title: t('takenBack', { count: canceled }) }),
    onError: useTroubleToast(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/commands'] }),
  });
  return (
    <Button
      size="small"
      busy={cancel.isPending}
      onClick={() => cancel.mutate({ body: { command_ids: [...ids] } })}
    >
      <Undo2 aria-hidden="true" />
      {t('takeAllBack', { count: ids.length })}
    </Button>
  );
}

function OutcomeLine({ outcome: { row, speaks } }: { readonly outcome: Outcome }) {
  const t = useCommandWords();
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
