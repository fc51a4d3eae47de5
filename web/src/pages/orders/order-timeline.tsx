import type { Schema } from '../../api/types.ts';
import { CommandNote } from '../../desk/commands/command-note.tsx';
import { useCommandWords } from '../../desk/commands/command-words.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { type Moment, Timeline } from '../../desk/timeline.tsx';
import { useOrderWords } from './order-words.ts';

type Order = Schema<'Order'>;

/** What happened with the order, and what was asked for. */
export function OrderTimeline({ order }: { readonly order: Order }) {
  const t = useOrderWords();
  const desk = useDeskWords();
  const said = useCommandWords();
  const nameOf = (status: Order['status'], native: string) =>
    status === null ? native : desk.word('status', status);
  const products = new Map(order.lines.map(({ id, product_name }) => [id, product_name]));
  // The marketplace has more words for where a line stands than matter to a seller.
  const seen = order.history.filter(
    ({ from_status, to_status }) => to_status === null || from_status !== to_status,
  );
  /** What a command was about, where that is not the whole order. */
  const someOf = ({ lines }: Order['commands'][number]) => {
    const names = lines.flatMap(({ line_id }) => (line_id === null ? [] : (products.get(line_id) ?? [])));
    return names.length < order.lines.length ? names.join(', ') : null;
  };
  const changes = seen.map(
    ({ line_id, at, from_status, to_status, from_native, to_native }): Moment => ({
      key: `change ${line_id} ${at} ${to_native}`,
      at,
      what:
        from_native === null
          ? t('first', { status: nameOf(to_status, to_native) })
          : t('changed', { from: nameOf(from_status, from_native), to: nameOf(to_status, to_native) }),
      more: order.lines.length > 1 ? <p className="text-faint">{products.get(line_id)}</p> : undefined,
    }),
  );
  const asked = order.commands.map(
    (command): Moment => ({
      key: `command ${command.id}`,
      at: command.created_at,
      what: `${t.word('commandKind', command.kind)} · ${said.word('state', command.state)}`,
      more: (
        <>
          <p className="text-faint">{someOf(command)}</p>
          {command.state === 'done' ? null : <CommandNote command={command} />}
        </>
      ),
    }),
  );
  return <Timeline title={t('timeline')} moments={[...changes, ...asked]} />;
}
