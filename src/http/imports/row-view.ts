import { z } from 'zod';
import { shownIn } from '../../domain/product-sheet/choices.ts';
import { columnOf } from '../../domain/product-sheet/columns.ts';
import type { RowFault } from '../../domain/product-sheet/fault.ts';
import { ROW_STATES } from '../../domain/product-sheet/judge.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import type { CheckedRow } from '../../store/imports/list-rows.ts';
import type { Language } from '../problems/language.ts';
import { sheetLanguageOf } from '../product-sheets/titles.ts';
import { id } from '../values/id.ts';
import { faultSentence } from './fault-sentence.ts';

export const rowView = z
  .object({
    row: z.int().describe('As the spreadsheet numbers it.'),
    state: z.enum(ROW_STATES),
    seller_code: z.string().nullable(),
    sku: z.string().nullable(),
    product_id: id.nullable().describe('The product it changes; null for a new one.'),
    errors: z.array(
      z.object({
        column: z.string().nullable().describe('Null where it is not one cell.'),
        code: z.string(),
        value: z.string().nullable(),
        message: z.string(),
      }),
    ),
    changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'ProductImportRow' });

/** Writes a row in one language. */
export function rowOf(row: CheckedRow, language: Language): z.infer<typeof rowView> {
  return {
    row: row.nth,
    state: row.state,
    seller_code: row.productCode,
    sku: row.sku,
    product_id: row.product,
    errors: row.faults.map((fault) => ({
      column: fault.column === null ? null : inLanguage(columnOf(fault.column).names, language),
      code: fault.code,
      value: fault.value,
      message: inLanguage(faultSentence(fault), language),
    })),
    changes: row.changes.map(({ column, before, after }) => ({
      column: inLanguage(columnOf(column).names, language),
      before: shownIn(sheetLanguageOf(language), column, before),
      after: shownIn(sheetLanguageOf(language), column, after),
    })),
  };
}

/** All that is wrong with a row in one cell. */
export function correctionText(faults: readonly RowFault[], language: Language): string {
  return faults
    .map((fault) => {
      const sentence = inLanguage(faultSentence(fault), language);
      return fault.column === null
        ? sentence
        : `${inLanguage(columnOf(fault.column).names, language)}: ${sentence}`;
    })
    .join('\n');
}
