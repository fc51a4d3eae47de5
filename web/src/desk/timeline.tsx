import type { ReactNode } from 'react';
import { useFormat } from '../language/format.ts';
import { Panel } from '../ui/panel.tsx';

/** Something that happened, or that somebody asked for. */
export interface Moment {
  readonly key: string;
  readonly at: string;
  readonly what: ReactNode;
  readonly more?: ReactNode;
}

/** What happened with a thing, the newest first. */
export function Timeline({
  title,
  moments,
}: {
  readonly title: string;
  readonly moments: readonly Moment[];
}) {
  const format = useFormat();
  return (
    <Panel title={title}>
      <ol className="flex flex-col px-4 py-3">
        {moments
          .toSorted((one, other) => other.at.localeCompare(one.at))
          .map(({ key, at, what, more }) => (
            <li key={key} className="flex gap-3 pb-3 text-sm last:pb-0">
              <time dateTime={at} className="numeric w-28 shrink-0 text-soft">
                {format.moment(at)}
              </time>
              <div className="min-w-0 flex-1">
                <div>{what}</div>
                {more}
              </div>
            </li>
          ))}
      </ol>
    </Panel>
  );
}
