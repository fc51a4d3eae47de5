import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';

/** What a file of shipments holds: lines as they would be pasted, and rows that cannot be taken with why. */
export interface ReadFile {
  readonly name: string;
  readonly text: string;
  readonly faults: readonly { readonly row: number; readonly sentence: string }[];
}

/** Has the hub read an Excel workbook or a CSV file of order numbers, carriers and invoices. */
export async function readFile(file: File): Promise<ReadFile> {
  const { rows } = dataOf(
    await api.POST('/api/v1/orders/shipment-lists', {
      body: { file: file.name },
      bodySerializer: () => {
        const form = new FormData();
        form.append('file', file);
        return form;
      },
    }),
  );
  return {
    name: file.name,
    text: rows
      .filter(({ fault }) => fault === null)
      .map((row) => [row.order_number, row.carrier, row.invoice].map(oneCell).join('\t'))
      .join('\n'),
    faults: rows.flatMap(({ row, fault }) => (fault === null ? [] : [{ row, sentence: fault }])),
  };
}

/** Tabs and line ends are what stands between cells. */
function oneCell(text: string): string {
  return text.replace(/\s+/g, ' ');
}
