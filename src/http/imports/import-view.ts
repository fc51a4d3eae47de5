import { z } from 'zod';
import { columnOf, isColumnKey } from '../../domain/product-sheet/columns.ts';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import { IMPORT_STATES, type ImportState, type ProductImport } from '../../store/imports/import.ts';
import type { Language } from '../problems/language.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';
import { refusalSentence } from './refusal-sentence.ts';

const count = z.int();

/** A file of products: what confirming it would do, or what it has done. */
export const importView = z
  .object({
    id,
    state: z.enum(IMPORT_STATES),
    state_text: z.string(),
    version: z.int().describe('Grows with what is shown; a confirmation may name it.'),
    file_name: z.string().nullable(),
    file_bytes: count,
    format: z.enum(['xlsx', 'csv']).nullable(),
    columns: z.array(
      z.object({
        title: z.string().describe('As it stands in the file.'),
        column: z
          .string()
          .nullable()
          .describe('What it was taken for. Null: unknown, its cells are not read.'),
      }),
    ),
    unknown_columns: z.array(z.string()),
    other_sheets: z.array(z.string()).describe('Sheets of the workbook that are not read.'),
    refusal: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .describe('Why the file cannot be read.'),
    rows: z
      .object({
        total: count,
        new: count,
        changed: count,
        unchanged: count,
        bad: count.describe('Need correction. A product with one is left out whole.'),
      })
      .nullable()
      .describe('Null until all rows have been checked.'),
    products: z.object({ new: count, changed: count }).nullable(),
    outdated: z
      .boolean()
      .describe(
        'Products changed after it was shown or confirmed, so it was checked anew and nothing was written.',
      ),
    written: z
      .object({
        products_added: count,
        products_changed: count,
        skus_counted: count,
        rows_left_out: count,
      })
      .nullable(),
    may: z.array(z.enum(['confirm', 'delete'])),
    actor: z.string(),
    confirmed_by: z.string().nullable(),
    created_at: instant,
    ready_at: instant.nullable(),
    confirmed_at: instant.nullable(),
    finished_at: instant.nullable(),
  })
  .meta({ id: 'ProductImport' });

const STATE_TEXTS: Readonly<Record<ImportState, Localized>> = {
  reading: {
    ko: '파일을 읽고 있습니다.',
    en: 'The file is being read.',
    ru: 'Файл читается.',
    uz: 'Fayl o‘qilmoqda.',
  },
  refused: {
    ko: '읽을 수 없는 파일입니다.',
    en: 'The file cannot be read.',
    ru: 'Файл не читается.',
    uz: 'Faylni o‘qib bo‘lmaydi.',
  },
  checking: {
    ko: '행을 하나씩 확인하고 있습니다. 아직 아무것도 저장하지 않았습니다.',
    en: 'The rows are being checked. Nothing has been written.',
    ru: 'Строки проверяются. Ничего не записано.',
    uz: 'Qatorlar tekshirilmoqda. Hech narsa yozilmadi.',
  },
  ready: {
    ko: '바뀔 내용을 보고 확정하세요. 확정하기 전에는 아무것도 저장하지 않습니다.',
    en: 'See what would change, then confirm. Nothing is written before.',
    ru: 'Посмотрите, что изменится, и подтвердите. До этого ничего не записывается.',
    uz: 'Nima o‘zgarishini ko‘rib, tasdiqlang. Ungacha hech narsa yozilmaydi.',
  },
  confirmed: {
    ko: '확정했습니다. 한꺼번에 저장하고 있습니다.',
    en: 'Confirmed. It is being written, all of it at once.',
    ru: 'Подтверждено. Записывается всё сразу.',
    uz: 'Tasdiqlandi. Hammasi birdaniga yozilmoqda.',
  },
  imported: { ko: '저장했습니다.', en: 'It has been written.', ru: 'Записано.', uz: 'Yozildi.' },
};

/** Writes an import in one language. */
export function importOf(found: ProductImport, language: Language): z.infer<typeof importView> {
  const { state, counts, titles, columnKeys, refusal } = found;
  const columns = titles.map((title, at) => ({ title, column: columnName(columnKeys[at] ?? '', language) }));
  const rows = counts?.rows;
  return {
    id: found.id,
    state,
    state_text: inLanguage(STATE_TEXTS[state], language),
    version: found.version,
    file_name: found.fileName,
    file_bytes: found.fileBytes,
    format: found.format,
    columns,
    unknown_columns: columns.flatMap(({ title, column }) => (column === null && title !== '' ? [title] : [])),
    other_sheets: [...found.otherSheets],
    refusal:
      refusal === null
        ? null
        : { code: refusal.code, detail: inLanguage(refusalSentence(refusal), language) },
    rows: rows === undefined ? null : { total: rows.new + rows.changed + rows.unchanged + rows.bad, ...rows },
    products: counts === null ? null : { ...counts.products },
    outdated: found.outdated,
    written: found.written,
    may: [
      ...(state === 'ready' && writes(found) ? (['confirm'] as const) : []),
      ...(state === 'confirmed' || state === 'imported' ? [] : (['delete'] as const)),
    ],
    actor: found.actor,
    confirmed_by: found.confirmedBy,
    created_at: found.createdAt.toISOString(),
    ready_at: instantOrNull(found.readyAt),
    confirmed_at: instantOrNull(found.confirmedAt),
    finished_at: instantOrNull(found.finishedAt),
  };
}

/** Whether confirming would change anything. */
export function writes({ counts }: ProductImport): boolean {
  return counts !== null && counts.rows.new + counts.rows.changed > 0;
}

function columnName(key: string, language: Language): string | null {
  return isColumnKey(key) ? inLanguage(columnOf(key).names, language) : null;
}
