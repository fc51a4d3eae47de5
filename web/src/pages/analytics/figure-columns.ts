import type { Schema } from '../../api/types.ts';
import { wholeUnits } from '../../language/amounts.ts';
import { useFormat } from '../../language/format.ts';
import { useAnalyticsWords } from './analytics-words.ts';
import type { Cell } from './csv.ts';

type Figures = Schema<'SalesFigures'>;

/** One number of the figures: how tables write it, and files. */
export interface FigureColumn {
  readonly key: string;
  readonly title: string;
  /** What it counts and how. */
  readonly hint: string;
  shown(figures: Figures): string;
  cell(figures: Figures): Cell;
}

const COUNTS = ['orders', 'units', 'canceled_orders'] as const;
const AMOUNTS = ['paid_amount', 'canceled_amount', 'returned_amount', 'revenue'] as const;
const RATES = ['cancel_rate', 'claims_rate', 'on_time_rate'] as const;
const ORDER = [
  'orders',
  'canceled_orders',
  'revenue',
  'paid_amount',
  'canceled_amount',
  'returned_amount',
  'units',
  ...RATES,
];

/** The columns of every table of figures, in the order of reading. */
export function useFigureColumns(currency: string): readonly FigureColumn[] {
  const t = useAnalyticsWords();
  const format = useFormat();
  const named = (key: string) => ({ key, title: t.word('figure', key), hint: t.word('figureHint', key) });
  const columns: readonly FigureColumn[] = [
    ...COUNTS.map((key) => ({
      ...named(key),
      shown: (figures: Figures) => format.number(figures[key]),
      cell: (figures: Figures) => figures[key],
    })),
    ...AMOUNTS.map((key) => ({
      ...named(key),
      shown: (figures: Figures) => format.money(figures[key], currency),
      cell: (figures: Figures) => wholeUnits(figures[key], currency),
    })),
    ...RATES.map((key) => ({
      ...named(key),
      shown: (figures: Figures) => shareText(figures[key], format.percent),
      cell: (figures: Figures) => figures[key],
    })),
  ];
  return ORDER.flatMap((key) => columns.filter((column) => column.key === key));
}

/** A dash where there is nothing to take a share of. */
export function shareText(share: number | null, percent: (share: number) => string): string {
  return share === null ? '–' : percent(share);
}
