import { useMemo } from 'react';
import type { Schema } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import type { Drawing } from '../../charts/drawing.ts';
import { oneOf } from '../../desk/search-params.ts';
import { useFormat } from '../../language/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { type AnalyticsSearch, MEASURES, STEPS } from './analytics-search.ts';
import { useAnalyticsWords } from './analytics-words.ts';
import { CsvButton } from './csv-button.tsx';
import { dayLabel } from './day-label.ts';
import { useFigureColumns } from './figure-columns.ts';
import { FiguresTable } from './figures-table.tsx';

/** How one number went over the period, and the table of all of them. */
export function TrendPanel({
  trend,
  search,
  onGo,
}: {
  readonly trend: Schema<'SalesTrend'>;
  readonly search: AnalyticsSearch;
  onGo(search: AnalyticsSearch): void;
}) {
  const t = useAnalyticsWords();
  const format = useFormat();
  const { points, step, currency, period } = trend;
  const columns = useFigureColumns(currency);
  const measure = search.measure ?? 'revenue';
  const title = t.word('figure', measure);
  const drawing = useMemo((): Drawing => {
    const isRate = measure !== 'revenue' && measure !== 'orders';
    return {
      categories: points.map(({ from }) => dayLabel(from, format)),
      series: [
        {
          name: title,
          kind: isRate ? 'line' : 'bar',
          values: points.map(({ figures }) => figures[measure]),
        },
      ],
      format: isRate
        ? format.percent
        : measure === 'revenue'
          ? (value) => format.money(value, currency)
          : format.number,
    };
  }, [points, measure, currency, format, title]);
  return (
    <Panel
      title={t('trend')}
      side={
        <CsvButton
          of={t('trend')}
          name={`trend-${period.from}-${period.to}-${currency}`}
          rows={() => [
            [t('fromDay'), t('toDay'), t('currency'), ...columns.map((column) => column.title)],
            ...points.map(({ from, to, figures }) => [
              from,
              to,
              currency,
              ...columns.map((column) => column.cell(figures)),
            ]),
          ]}
        />
      }
    >
      <div className="flex flex-wrap gap-2 px-4 pt-3">
        <Select
          label={t('measure')}
          value={measure}
          onChoose={(chosen) => onGo({ ...search, measure: oneOf({ chosen }, 'chosen', MEASURES) })}
          choices={MEASURES.map((value) => ({ value, label: t.word('figure', value) }))}
        />
        <Select
          label={t('step')}
          value={step}
          onChoose={(chosen) => onGo({ ...search, step: oneOf({ chosen }, 'chosen', STEPS) })}
          choices={STEPS.map((value) => ({ value, label: t.word('steps', value) }))}
        />
      </div>
      <div className="px-4 py-3">
        <Chart label={t('chartOf', { measure: title, step: t.word('steps', step) })} drawing={drawing} />
      </div>
      <div className="border-t border-line">
        <FiguresTable
          label={t('trend')}
          rowTitle={t('days')}
          columns={columns}
          rows={points.map(({ from, to, figures }) => ({
            key: from,
            name:
              from === to ? dayLabel(from, format) : `${dayLabel(from, format)} – ${dayLabel(to, format)}`,
            figures,
          }))}
        />
      </div>
    </Panel>
  );
}
