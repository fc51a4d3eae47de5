import type { ReactNode } from 'react';
import type { Schema } from '../../../api/types.ts';
import { Refused } from '../../../desk/commands/refused.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TroubleNote } from '../../../ui/trouble-note.tsx';
import { useUiWords } from '../../../ui/ui-words.ts';
import { useDeedWords } from './deed-words.ts';
import type { Deed, Line } from './fitting.ts';

export interface DeedProps {
  readonly order: Schema<'Order'>;
  /** Those it is possible with. */
  readonly lines: readonly Line[];
  onClose(): void;
}

/** Asks for what a deed needs, and keeps what went wrong in sight. */
export function DeedForm({
  deed,
  order,
  isBusy,
  isReady = true,
  error,
  refused,
  onSend,
  onClose,
  children,
}: {
  readonly deed: Deed;
  readonly order: Schema<'Order'>;
  readonly isBusy: boolean;
  readonly isReady?: boolean;
  readonly error: unknown;
  readonly refused: readonly Schema<'Command'>[];
  onSend(): void;
  onClose(): void;
  readonly children: ReactNode;
}) {
  const t = useDeedWords();
  const ui = useUiWords();
  return (
    <Dialog open onClose={onClose} title={t.word('deeds', deed)} description={order.native_order_id}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        <p className="text-sm text-soft">{t.word('hints', deed)}</p>
        {children}
        {error === null ? null : <TroubleNote error={error} />}
        <Refused commands={refused} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('close')}</Button>
          <Button
            type="submit"
            look={deed === 'cancel' ? 'danger' : 'primary'}
            busy={isBusy}
            disabled={!isReady}
          >
            {t.word('deeds', deed)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Which lines it is about; nothing to choose where there is but one. */
export function LineChoice({
  lines,
  chosen,
  onChoose,
}: {
  readonly lines: readonly Line[];
  readonly chosen: readonly number[];
  onChoose(ids: readonly number[]): void;
}) {
  const t = useDeedWords();
  if (lines.length < 2) return null;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-sm font-medium">{t('lines')}</legend>
      {lines.map((line) => (
        <label key={line.id} className="flex items-start gap-2 text-sm" htmlFor={`deed-line-${line.id}`}>
          <Checkbox
            id={`deed-line-${line.id}`}
            label={nameOf(line)}
            className="mt-0.5 shrink-0"
            checked={chosen.includes(line.id)}
            onCheck={(isChosen) =>
              onChoose(isChosen ? [...chosen, line.id] : chosen.filter((id) => id !== line.id))
            }
          />
          <span className="min-w-0 break-words">{nameOf(line)}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function nameOf({ product_name, option_text }: Line): string {
  return option_text === null ? product_name : `${product_name} (${option_text})`;
}
