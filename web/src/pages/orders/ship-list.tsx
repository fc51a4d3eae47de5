import { Upload } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useOrderWords } from './order-words.ts';
import { type Pasted, somePlaces } from './pasted-invoices.ts';
import { type ReadFile, readFile } from './read-file.ts';
import type { ShippedOrder } from './use-ship-plan.ts';

const MOST_SELECTED = 200;

/** The list of shipments: pasted, typed, or read from a file, and to be corrected before it is checked. */
export function ShipList({
  orders,
  text,
  pasted,
  onText,
  onCheck,
}: {
  readonly orders: readonly ShippedOrder[];
  readonly text: string;
  readonly pasted: Pasted;
  onText(text: string): void;
  onCheck(): void;
}) {
  const t = useOrderWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<ReadFile | null>(null);
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setReading(true);
    setError(null);
    try {
      const next = await readFile(chosen);
      setFile(next);
      onText(next.text);
    } catch (caught) {
      setFile(null);
      setError(caught);
    } finally {
      setReading(false);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped here; the button does the same
    <div
      className="flex flex-col gap-3"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        const [dropped] = event.dataTransfer.files;
        if (dropped === undefined) return;
        event.preventDefault();
        read(dropped);
      }}
    >
      {orders.length === 0 ? null : <SelectedOrders orders={orders} />}
      <TextArea
        label={t('pasteLabel')}
        placeholder={t('pasteExample')}
        rows={9}
        value={text}
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onCheck();
        }}
        className="numeric"
        hint={
          pasted.unreadable.length === 0
            ? t('pastedCount', { count: pasted.lines.length })
            : t('unreadable', { count: pasted.lines.length, places: somePlaces(pasted.unreadable) })
        }
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button busy={isReading} onClick={() => chooser.current?.click()}>
          <Upload aria-hidden="true" />
          {t('fromFile')}
        </Button>
        <span className="text-sm text-soft">{file === null ? t('fileHint') : file.name}</span>
        <input
          ref={chooser}
          type="file"
          accept=".xlsx,.csv,.tsv,.txt"
          hidden
          aria-label={t('fromFile')}
          onChange={(event) => {
            read(event.target.files?.[0]);
            // The same file may be chosen again once it was corrected.
            event.target.value = '';
          }}
        />
      </div>
      {error === null ? null : <TroubleNote error={error} />}
      {file === null || file.faults.length === 0 ? null : <FileFaults file={file} />}
    </div>
  );
}

function SelectedOrders({ orders }: { readonly orders: readonly ShippedOrder[] }) {
  const t = useOrderWords();
  return (
    <ol
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it
      tabIndex={0}
      className="max-h-32 list-decimal overflow-y-auto rounded-md border border-line bg-sunken py-2 pr-3 pl-9 text-sm text-soft"
    >
      {orders.slice(0, MOST_SELECTED).map(({ id, native_order_id, first_product }) => (
        <li key={id}>
          <span className="numeric">{native_order_id}</span> · {first_product}
        </li>
      ))}
      {orders.length > MOST_SELECTED ? (
        <li>{t('andMore', { count: orders.length - MOST_SELECTED })}</li>
      ) : null}
    </ol>
  );
}

/** Rows of the file that are not in the list below its heading, so that nobody takes them for sent. */
function FileFaults({ file }: { readonly file: ReadFile }) {
  const t = useOrderWords();
  return (
    <div
      role="alert"
      className="flex flex-col gap-1 rounded-md border border-warn bg-warn-soft px-3 py-2 text-sm"
    >
      <p className="font-medium">{t('fileFaults', { count: file.faults.length })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it */}
      <ul tabIndex={0} className="max-h-32 overflow-y-auto">
        {file.faults.map(({ row, sentence }) => (
          <li key={row}>{t('fileFault', { row, sentence })}</li>
        ))}
      </ul>
    </div>
  );
}
