import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A part of a page with its heading. */
export function Panel({
  title,
  side,
  children,
  className,
}: {
  readonly title?: string;
  /** What stands at the end of the heading. */
  readonly side?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <section className={classNames('rounded-lg border border-line bg-surface', className)}>
      {title === undefined ? null : (
        <div className="flex min-h-11 items-center gap-3 border-b border-line px-4 py-1.5">
          <h2 className="min-w-0 flex-1 text-base font-semibold">{title}</h2>
          {side}
        </div>
      )}
      {children}
    </section>
  );
}
