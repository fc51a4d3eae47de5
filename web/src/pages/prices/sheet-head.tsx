import { Plus } from 'lucide-react';
import { Button } from '../../ui/button.tsx';

/** What a sheet is about, and the button that adds to it. */
export function SheetHead({
  hint,
  deed,
  onDo,
}: {
  readonly hint: string;
  /** What the button says. */
  readonly deed: string;
  /** Absent for who may not. */
  readonly onDo: (() => void) | undefined;
}) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="min-w-0 flex-1 basis-72 text-sm text-soft">{hint}</p>
      {onDo === undefined ? null : (
        <Button look="primary" onClick={onDo}>
          <Plus aria-hidden="true" />
          {deed}
        </Button>
      )}
    </div>
  );
}
