import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MARKETPLACES } from '../../src/marketplaces/registry.ts';

const ROOT = join(import.meta.dirname, '..', '..');

test('docs/marketplaces.md is what the connectors say: npm run matrix', () => {
  const printed = execFileSync(process.execPath, [join(ROOT, 'scripts', 'matrix.ts')], { encoding: 'utf8' });
  for (const { names, editions } of MARKETPLACES) {
    for (const name of Object.keys(editions)) expect(printed).toContain(`\n## ${names.en} ${name}\n`);
  }
  expect(readFileSync(join(ROOT, 'docs', 'marketplaces.md'), 'utf8')).toBe(printed);
});
