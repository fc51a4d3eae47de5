import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';

/** Asks once more before something that cannot be taken back. */
export function ConfirmDialog({
  title,
  detail,
  deed,
  isBusy,
  error,
  onDo,
  onClose,
}: {
  readonly title: string;
  readonly detail: string;
  /** What the button says. */
  readonly deed: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  onDo(): void;
  onClose(): void;
}) {
  const ui = useUiWords();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={detail}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="danger" busy={isBusy} onClick={onDo}>
            {deed}
          </Button>
        </>
      }
    >
      {error === null ? null : <TroubleNote error={error} />}
    </Dialog>
  );
}
