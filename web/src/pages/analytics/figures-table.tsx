import type { Schema } from '../../api/types.ts';
import type { FigureColumn } from './figure-columns.ts';

export interface FiguresRow {
  readonly key: string;
  readonly name: string;
  readonly figures: Schema<'SalesFigures'>;
}

/** Figures row by row. It scrolls by itself where there is no room, and takes the keyboard to do so. */
export function FiguresTable({
  label,
  rowTitle,
  rows,
  columns,
}: {
  readonly label: string;
  /** What the first column names. */
  readonly rowTitle: string;
  readonly rows: readonly FiguresRow[];
  readonly columns: readonly FigureColumn[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="max-h-96 overflow-auto" aria-label={label} tabIndex={0}>
      <table className="w-full text-sm whitespace-nowrap">
        <thead className="sticky top-0 bg-surface">
          <tr className="border-b border-line text-left text-soft">
            <th scope="col" className="px-4 py-2 font-medium">
              {rowTitle}
            </th>
            {columns.map(({ key, title, hint }) => (
              <th key={key} scope="col" title={hint} className="px-3 py-2 text-right font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ key, name, figures }) => (
            <tr key={key}>
              <th scope="row" className="max-w-56 truncate px-4 py-1.5 text-left font-normal">
                {name}
              </th>
              {columns.map((column) => (
                <td key={column.key} className="numeric px-3 py-1.5 text-right">
                  {column.shown(figures)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
