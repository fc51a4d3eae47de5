import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { classNames } from '../../ui/class-names.ts';
import { useAnalyticsWords } from './analytics-words.ts';
import { shareText } from './figure-columns.ts';

type Figures = Schema<'SalesFigures'>;

const TILES = [
  { key: 'revenue', kind: 'money', moreIsGood: true },
  { key: 'orders', kind: 'count', moreIsGood: true },
  { key: 'cancel_rate', kind: 'rate', moreIsGood: false },
  { key: 'claims_rate', kind: 'rate', moreIsGood: false },
  { key: 'on_time_rate', kind: 'rate', moreIsGood: true },
] as const;

/** The numbers that matter most, each beside what it was in the period before. */
export function SalesTiles({
  now,
  before,
  currency,
}: {
  readonly now: Figures;
  readonly before: Figures;
  readonly currency: string;
}) {
  const t = useAnalyticsWords();
  const format = useFormat();
  const write = (kind: (typeof TILES)[number]['kind'], value: number | null) =>
    kind === 'money'
      ? format.money(value ?? 0, currency)
      : kind === 'count'
        ? format.number(value ?? 0)
        : shareText(value, format.percent);
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      {TILES.map(({ key, kind, moreIsGood }) => (
        <div
          key={key}
          title={t.word('figureHint', key)}
          className="flex min-h-28 flex-col rounded-lg border border-line bg-surface px-4 py-3 max-lg:first:col-span-2"
        >
          <dt className="text-sm text-soft">{t.word('figure', key)}</dt>
          <dd className="numeric mt-1 text-2xl leading-8 font-semibold">{write(kind, now[key])}</dd>
          <dd className="mt-auto flex min-h-5 flex-wrap gap-x-2 text-sm text-faint">
            <Change now={now[key]} before={before[key]} isRate={kind === 'rate'} moreIsGood={moreIsGood} />
            <span className="numeric">{t('before', { value: write(kind, before[key]) })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** By how much a number grew: a share of what it was, for shares the difference in points. */
function Change({
  now,
  before,
  isRate,
  moreIsGood,
}: {
  readonly now: number | null;
  readonly before: number | null;
  readonly isRate: boolean;
  readonly moreIsGood: boolean;
}) {
  const t = useAnalyticsWords();
  const format = useFormat();
  if (now === null || before === null || (before === 0 && !isRate)) return null;
  const change = isRate ? now - before : (now - before) / Math.abs(before);
  if (Math.abs(change) < 0.0005) return <span>{t('same')}</span>;
  const size = isRate
    ? t('points', { value: format.number(Math.round(Math.abs(change) * 1_000) / 10) })
    : format.percent(Math.abs(change));
  return (
    <span className={classNames('numeric', change > 0 === moreIsGood ? 'text-good' : 'text-danger')}>
      {change > 0 ? t('up', { size }) : t('down', { size })}
    </span>
  );
}
