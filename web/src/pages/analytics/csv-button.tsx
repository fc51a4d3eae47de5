import { Download } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useAnalyticsWords } from './analytics-words.ts';
import { type Cell, saveCsv } from './csv.ts';

/** Saves the numbers of a table as a file. */
export function CsvButton({
  of,
  name,
  rows,
}: {
  /** What the table is called on the page. */
  readonly of: string;
  /** The file's name without its ending. */
  readonly name: string;
  rows(): readonly (readonly Cell[])[];
}) {
  const t = useAnalyticsWords();
  return (
    <Button
      size="small"
      look="quiet"
      aria-label={t('csvOf', { name: of })}
      onClick={() => saveCsv(name, rows())}
    >
      <Download aria-hidden="true" />
      CSV
    </Button>
  );
}
