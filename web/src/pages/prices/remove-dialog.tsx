import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { usePriceWords } from './price-words.ts';

/** Asks once more before a row of a sheet is gone. */
export function RemoveDialog({
  name,
  hint,
  isBusy,
  error,
  onRemove,
  onClose,
}: {
  readonly name: string;
  /** What it will mean. */
  readonly hint: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  onRemove(): void;
  onClose(): void;
}) {
  const t = usePriceWords();
  const ui = useUiWords();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('removeOf', { name })}
      description={hint}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="danger" busy={isBusy} onClick={onRemove}>
            {t('remove')}
          </Button>
        </>
      }
    >
      {error === null ? null : <TroubleNote error={error} />}
    </Dialog>
  );
}
