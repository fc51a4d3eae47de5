import { Pencil, Trash2 } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { usePriceWords } from './price-words.ts';

/** What may be done with a row of a sheet. */
export function RowDeeds({
  name,
  onEdit,
  onRemove,
}: {
  /** Read out: of what row. */
  readonly name: string;
  onEdit(): void;
  /** Absent where there is nothing to remove. */
  readonly onRemove: (() => void) | undefined;
}) {
  const t = usePriceWords();
  return (
    <span className="whitespace-nowrap">
      <IconButton label={t('editOf', { name })} onClick={onEdit}>
        <Pencil aria-hidden="true" />
      </IconButton>
      {onRemove === undefined ? null : (
        <IconButton label={t('removeOf', { name })} onClick={onRemove}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      )}
    </span>
  );
}
