import { ListFilter } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { useNarrow } from '../use-narrow.ts';
import { useListWords } from './list-words.ts';

/** The filters of a list in a row; behind a button where there is no room for them. */
export function FilterBar({
  chosen,
  onClear,
  children,
}: {
  /** How many filters narrow the list now. */
  readonly chosen: number;
  onClear(): void;
  readonly children: ReactNode;
}) {
  const t = useListWords();
  const isNarrow = useNarrow();
  const [open, setOpen] = useState(false);
  const fields = (
    <>
      {children}
      {chosen === 0 ? null : (
        <Button look="quiet" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      )}
    </>
  );
  if (!isNarrow) return fields;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <ListFilter aria-hidden="true" />
        {chosen === 0 ? t('filters') : t('filtersChosen', { count: chosen })}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('filters')}>
        <div className="flex flex-col items-stretch gap-3 px-2">{fields}</div>
      </Drawer>
    </>
  );
}
