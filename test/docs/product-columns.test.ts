import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COLUMN_KEYS, columnOf } from '../../src/domain/product-sheet/columns.ts';

const DOCS = join(import.meta.dirname, '..', '..', 'docs');

test.each(['product-files.md', 'product-files.ko.md'])('docs/%s tells of every column', (page) => {
  const text = readFileSync(join(DOCS, page), 'utf8');
  const missing = COLUMN_KEYS.filter(
    (key) => !text.includes(`\`${key}\``) || !text.includes(columnOf(key).names.ko),
  );
  expect(missing).toEqual([]);
});
