import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSections } from '../../frame/navigation.ts';
import { useFormat } from '../../language/format.ts';
import { classNames } from '../../ui/class-names.ts';
import type { CountTone } from './today-counts.ts';

const TONES: Readonly<Record<CountTone, string>> = {
  accent: 'text-accent',
  warn: 'text-warn',
  danger: 'text-danger',
};

const TILE = 'flex min-h-26 flex-col rounded-lg border border-line bg-surface px-4 py-3';

/** How many of one thing wait, and the way to them. Nothing waiting is calm, whatever it is. */
export function TodayNumber({
  name,
  count,
  tone,
  to,
  search,
  note,
}: {
  readonly name: string;
  readonly count: number;
  readonly tone: CountTone;
  /** The section that has the list. */
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
  readonly note?: ReactNode;
}) {
  const format = useFormat();
  const hasList = useSections().some(({ path }) => path === to);
  const content = (
    <>
      <span className="text-sm text-soft">{name}</span>
      <span
        className={classNames(
          'numeric mt-1 text-2xl leading-8 font-semibold',
          count === 0 ? 'text-faint' : TONES[tone],
        )}
      >
        {format.number(count)}
      </span>
      <span className="mt-auto min-h-5 text-sm text-faint">{note}</span>
    </>
  );
  if (!hasList) return <div className={TILE}>{content}</div>;
  return (
    <Link to={to} search={search} className={classNames(TILE, 'hover:border-edge hover:bg-hover')}>
      {content}
    </Link>
  );
}
