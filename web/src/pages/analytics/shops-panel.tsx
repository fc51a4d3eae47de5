import type { Schema } from '../../api/types.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { Panel } from '../../ui/panel.tsx';
import { useAnalyticsWords } from './analytics-words.ts';
import { CsvButton } from './csv-button.tsx';
import { type FigureColumn, useFigureColumns } from './figure-columns.ts';
import { FiguresTable } from './figures-table.tsx';

/** The shops beside each other; files hold the period before as well. */
export function ShopsPanel({ summary }: { readonly summary: Schema<'SalesSummary'> }) {
  const t = useAnalyticsWords();
  const desk = useDeskWords();
  const { shops, currency, period, period_before: earlier } = summary;
  const columns = useFigureColumns(currency);
  const cellsOf = (figures: Schema<'SalesFigures'>) =>
    columns.map((column: FigureColumn) => column.cell(figures));
  return (
    <Panel
      title={t('byShop')}
      side={
        <CsvButton
          of={t('byShop')}
          name={`shops-${period.from}-${period.to}-${currency}`}
          rows={() => [
            [
              t('platform'),
              t('shop'),
              t('fromDay'),
              t('toDay'),
              t('currency'),
              ...columns.map(({ title }) => title),
            ],
            ...shops.flatMap(({ platform, account_name: name, now, before }) => [
              [desk.word('platform', platform), name, period.from, period.to, currency, ...cellsOf(now)],
              [desk.word('platform', platform), name, earlier.from, earlier.to, currency, ...cellsOf(before)],
            ]),
          ]}
        />
      }
    >
      <FiguresTable
        label={t('byShop')}
        rowTitle={t('shop')}
        columns={columns}
        rows={shops.map(({ account_id, account_name, platform, now }) => ({
          key: String(account_id),
          name: `${desk.word('platform', platform)} · ${account_name}`,
          figures: now,
        }))}
      />
    </Panel>
  );
}
