import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { useListWords } from './list-words.ts';

/** What can be done with the selected rows. It floats, so that no row moves when it comes. */
export function SelectionBar({
  count,
  onClear,
  children,
}: {
  readonly count: number;
  onClear(): void;
  readonly children: ReactNode;
}) {
  const t = useListWords();
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-4 z-20 flex justify-center px-3 lg:left-48">
      <section
        aria-label={t('selected', { count })}
        className="pointer-events-auto flex flex-wrap items-center gap-2 rounded-xl border border-line bg-surface px-3 py-2 shadow-float"
      >
        <span role="status" className="px-1 text-sm font-medium">
          {t('selected', { count })}
        </span>
        {children}
        <IconButton label={t('clearSelection')} onClick={onClear}>
          <X aria-hidden="true" />
        </IconButton>
      </section>
    </div>
  );
}
