import { Send, X } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useCatalogueWords } from './catalogue-words.ts';

/** What can be done with the selected products. It floats, so that no row moves when it comes. */
export function CatalogueBar({
  count,
  onPublish,
  onClear,
}: {
  readonly count: number;
  onPublish(): void;
  onClear(): void;
}) {
  const t = useCatalogueWords();
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-4 z-20 flex justify-center px-3 lg:left-48">
      <section
        aria-label={t('selected', { count })}
        className="pointer-events-auto flex flex-wrap items-center gap-2 rounded-xl border border-line bg-surface px-3 py-2 shadow-float"
      >
        <span role="status" className="px-1 text-sm font-medium">
          {t('selected', { count })}
        </span>
        <Button look="primary" onClick={onPublish}>
          <Send aria-hidden="true" />
          {t('publish')}
          <span className="max-md:hidden">
            <KeyCap>p</KeyCap>
          </span>
        </Button>
        <IconButton label={t('clearSelection')} onClick={onClear}>
          <X aria-hidden="true" />
        </IconButton>
      </section>
    </div>
  );
}
