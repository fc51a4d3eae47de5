import { type ReactNode, useId } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { ShownOnce } from './shown-once.tsx';

/** A secret that was made, with what is said of it. */
export interface MadeSecret {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
}

/** Asks what a new secret needs, has it made, and then shows it this one time. */
export function SecretForm({
  title,
  hint,
  width = 'narrow',
  deed,
  isBusy,
  error,
  made,
  onMake,
  onClose,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly width?: 'narrow' | 'wide';
  /** What the button says. */
  readonly deed: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Null until it is there. */
  readonly made: MadeSecret | null;
  onMake(): void;
  onClose(): void;
  readonly children: ReactNode;
}) {
  const ui = useUiWords();
  const form = useId();
  if (made !== null) return <ShownOnce {...made} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      keepsOpen
      width={width}
      title={title}
      description={hint}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={isBusy}>
            {deed}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) onMake();
        }}
      >
        {error === null ? null : <TroubleNote error={error} />}
        {children}
      </form>
    </Dialog>
  );
}
