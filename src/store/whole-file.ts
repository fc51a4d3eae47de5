import { renameSync, writeFileSync } from 'node:fs';

/**
 * Writes a file that nobody but its owner may read. Whoever is killed meanwhile, or finds the disk full, leaves what was
 * there before, never half of it.
 */
export function writeWholeFile(file: string, text: string): void {
  const beside = `${file}.new`;
  writeFileSync(beside, text, { mode: 0o600, flush: true });
  renameSync(beside, file);
}
