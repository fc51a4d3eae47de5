import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface DataColumn<Row> {
  readonly id: string;
  readonly title: string;
  readonly align?: 'right';
  cell(row: Row): ReactNode;
}

/** A table of a hundred rows or so, which grows with what is in it and is pushed sideways where it is too wide. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  empty,
}: {
  /** What it is a table of; read out. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  keyOf(row: Row): string | number;
  /** Shown in place of the table when there are no rows. */
  readonly empty?: ReactNode;
}) {
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={label}>
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-line bg-sunken text-left text-2xs text-soft">
            {columns.map(({ id, title, align }) => (
              <th
                key={id}
                scope="col"
                className={classNames(
                  'px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4',
                  align === 'right' && 'text-right',
                )}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-b border-line last:border-b-0 hover:bg-hover">
              {columns.map(({ id, align, cell }) => (
                <td
                  key={id}
                  className={classNames(
                    'px-3 py-2 break-keep [overflow-wrap:break-word] first:pl-4 last:pr-4',
                    align === 'right' && 'numeric text-right',
                  )}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
