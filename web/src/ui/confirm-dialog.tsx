import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useUiWords } from './ui-words.ts';

/** Asks once more before something that cannot be taken back, or that reaches far. */
export function ConfirmDialog({
  title,
  detail,
  further,
  deed,
  look = 'danger',
  isBusy,
  error,
  onDo,
  onClose,
}: {
  readonly title: string;
  readonly detail: string;
  /** What else there is to consider. */
  readonly further?: string;
  /** What the button says. */
  readonly deed: string;
  readonly look?: 'danger' | 'primary';
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
          <Button look={look} busy={isBusy} onClick={onDo}>
            {deed}
          </Button>
        </>
      }
    >
      {error === null ? null : <TroubleNote error={error} />}
      {further === undefined || error !== null ? null : <p className="text-sm text-soft">{further}</p>}
    </Dialog>
  );
}
