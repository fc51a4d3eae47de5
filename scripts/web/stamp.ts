import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './places.ts';

/** A fingerprint of files and of all files in folders, named from the project's root. Tests do not count. */
export function stampOf(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of places.flatMap(filesIn).sort()) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

function filesIn(place: string): readonly string[] {
  if (statSync(join(ROOT, place)).isFile()) return [place];
  return readdirSync(join(ROOT, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath.slice(ROOT.length + 1), entry.name));
}

/** Whether a file was made from sources with this fingerprint. */
export function isStamped(file: string, sources: string): boolean {
  const note = `${file}.stamp`;
  return existsSync(file) && existsSync(note) && readFileSync(note, 'utf8') === sources;
}

/** Notes which sources a file was made from. */
export function stamp(file: string, sources: string): void {
  writeFileSync(`${file}.stamp`, sources);
}
