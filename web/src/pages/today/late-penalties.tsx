import type { Schema } from '../../api/types.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { Panel } from '../../ui/panel.tsx';
import { useTodayWords } from './today-words.ts';

/** What the overdue orders cost at each marketplace. */
export function LatePenalties({ late }: { readonly late: Schema<'Today'>['late'] }) {
  const t = useTodayWords();
  const desk = useDeskWords();
  return (
    <Panel title={t('lateTitle')}>
      <ul className="grid gap-x-8 gap-y-3 px-4 py-3 text-sm md:grid-cols-2">
        {late.map(({ platform, orders, penalties }) => (
          <li key={platform}>
            <p className="font-medium">
              {desk.word('platform', platform)} · {t('lateOrders', { count: orders })}
            </p>
            {penalties.length === 0 ? <p className="text-soft">{t('noPenalty')}</p> : null}
            <ul className="list-disc pl-4 text-soft">
              {penalties.map(({ detail, source }) => (
                <li key={detail} title={source}>
                  {detail}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
