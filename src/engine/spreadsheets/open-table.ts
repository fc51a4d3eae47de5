import { openCsv } from './csv/open-csv.ts';
import { FileRefused } from './refused.ts';
import type { Table } from './table.ts';
import { openWorkbook } from './xlsx/open-workbook.ts';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** The container of Excel files before 2007, and of encrypted ones to this day (MS-CFB 2.2). */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The stream that holds an encrypted workbook (MS-OFFCRYPTO 1.3.2). */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
/** How other files begin that people take for tables: PDF, PNG, JPEG, GIF, RAR, 7z, gzip. */
const OTHERS = ['25504446', '89504e47', 'ffd8ff', '47494638', '52617221', '377abcaf', '1f8b'].map((hex) =>
  Buffer.from(hex, 'hex'),
);
const HEAD_BYTES = 1_024;

/** Opens a file by what is in it, whatever it is called. Throws `FileRefused` for what is no table. */
export async function openTable(file: Buffer): Promise<Table> {
  if (file.length === 0) throw new FileRefused('empty');
  if (startsWith(file, ZIP)) return openWorkbook(file);
  if (startsWith(file, COMPOUND_FILE))
    throw new FileRefused(file.includes(ENCRYPTED_PACKAGE) ? 'password' : 'old_excel');
  if (OTHERS.some((mark) => startsWith(file, mark))) throw new FileRefused('not_a_spreadsheet');
  const head = file.toString('latin1', 0, HEAD_BYTES);
  // Many shop systems export a web page and call it .xls.
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml|meta|style)/i.test(head))
    throw new FileRefused('web_page');
  return openCsv(file);
}

function startsWith(file: Buffer, mark: Buffer): boolean {
  return file.subarray(0, mark.length).equals(mark);
}
