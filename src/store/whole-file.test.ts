import { linkSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addKeyToFile, loadKeyring } from './vault/keyring.ts';
import { writeWholeFile } from './whole-file.ts';

describe('a file that must never be half written', () => {
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'moa-whole-'));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  test('takes the place of the one before, which nobody has touched', () => {
    const file = join(home, 'facts.json');
    writeFileSync(file, 'before');
    linkSync(file, join(home, 'kept'));
    writeWholeFile(file, 'after');
    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(readFileSync(join(home, 'kept'), 'utf8')).toBe('before');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is that of the vault keys: a new one is put before the others, and these are never in danger', () => {
    loadKeyring(undefined, home).keep();
    const file = join(home, 'vault.keys');
    const before = readFileSync(file, 'utf8');
    linkSync(file, join(home, 'old.keys'));
    expect(addKeyToFile(home).newest.id).toBe('2');
    expect(readFileSync(file, 'utf8')).toMatch(/^2:/);
    expect(readFileSync(file, 'utf8')).toContain(before);
    expect(readFileSync(join(home, 'old.keys'), 'utf8')).toBe(before);
  });
});
