import type { ReactNode } from 'react';
import type { Schema } from '../../api/types.ts';
import { DueClock } from '../../desk/due-clock.tsx';
import { LatePenalties } from './late-penalties.tsx';
import { todayCounts } from './today-counts.ts';
import { TodayNumber } from './today-number.tsx';
import { useTodayWords } from './today-words.ts';

type Today = Schema<'Today'>;

/** Every number of the day, and what late orders cost below those of orders. */
export function TodayNumbers({ today }: { readonly today: Today }) {
  const t = useTodayWords();
  const noteOf = useNotes(today);
  return todayCounts(today).map(({ group, counts }) => (
    <section key={group} aria-label={t.word('groups', group)} className="flex flex-col gap-2">
      <h2 className="text-sm font-medium text-soft">{t.word('groups', group)}</h2>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        {counts.map(({ name, ...count }) => (
          <TodayNumber key={name} name={t.word('counts', name)} note={noteOf(name)} {...count} />
        ))}
      </div>
      {group === 'orders' && today.late.length > 0 ? <LatePenalties late={today.late} /> : null}
    </section>
  ));
}

/** What is worth knowing beside a number. */
function useNotes({ orders, commands, shops }: Today): (name: string) => ReactNode {
  const t = useTodayWords();
  return (name) => {
    switch (name) {
      case 'dueToday':
        return orders.next_due_at === null || orders.due_today === 0 ? null : (
          <>
            {t('nextDue')} <DueClock at={orders.next_due_at} />
          </>
        );
      case 'commandsFailed':
        return commands.open === 0 ? null : t('commandsOpen', { count: commands.open });
      case 'shopsTroubled':
        return t('shopsConnected', { count: shops.connected });
      default:
        return null;
    }
  };
}
