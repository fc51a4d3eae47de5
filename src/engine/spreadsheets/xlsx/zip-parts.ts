import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileRefused } from '../refused.ts';

/** The parts of a workbook, which is a ZIP archive. Their names are looked up without regard to case. */
export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * The bytes of a part as they are inflated. Throws `FileRefused` when there is no such part, or when it says of
   * itself that it is larger than `limit`; a part that is larger than it says is damaged.
   */
  stream(name: string, limit: number): Promise<Readable>;
}

/** Workbooks have some dozens. */
const MOST_ENTRIES = 5_000;

/** Opens the archive and reads what is in it; nothing is inflated yet. */
export async function openZip(file: Buffer): Promise<ZipParts> {
  const zip = await fromBufferPromise(file, { lazyEntries: true, autoClose: false }).catch(damaged);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new FileRefused('password');
      entries.set(folded(entry.fileName), entry);
      if (entries.size > MOST_ENTRIES) throw new FileRefused('not_a_spreadsheet');
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    damaged(error);
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(folded(name)),
    stream: (name, limit) => streamOf(zip, entries.get(folded(name)), limit),
  };
}

async function streamOf(zip: ZipFile, entry: Entry | undefined, limit: number): Promise<Readable> {
  if (entry === undefined) throw new FileRefused('damaged');
  if (entry.uncompressedSize > limit) throw new FileRefused('too_big_inside');
  return zip.openReadStreamPromise(entry).catch(damaged);
}

function damaged(cause: unknown): never {
  throw new FileRefused('damaged', null, { cause });
}

function folded(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}
