/** Why a file cannot be read as a table at all. */
export const FILE_FAULTS = [
  'empty',
  'not_a_spreadsheet',
  'web_page',
  'old_excel',
  'binary_workbook',
  'password',
  'macros',
  'damaged',
  'too_big_inside',
  'unknown_encoding',
  'open_quote',
  'no_header',
  'column_twice',
  'no_rows',
  'too_many_rows',
  'given_up',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** Thrown while a file is read; `named` makes the sentence exact. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: FileFault;
  readonly named: string | null;

  constructor(code: FileFault, named: string | null = null, options: ErrorOptions = {}) {
    super(named === null ? code : `${code}: ${named}`, options);
    this.code = code;
    this.named = named;
  }
}
