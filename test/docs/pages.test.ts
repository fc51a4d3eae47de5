import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const DOCS = join(ROOT, 'docs');

const pages = readdirSync(DOCS).filter((name) => name.endsWith('.md'));
const read = (name: string) => readFileSync(join(DOCS, name), 'utf8');

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(ROOT, folder, name));
}

describe.each(pages)('docs/%s', (page) => {
  test('names only files that exist', () => {
    const named = [...read(page).matchAll(/`((?:src|sandbox|test|scripts|docs|bench|web)\/[\w./-]+)`/g)].map(
      ([, path]) => path ?? '',
    );
    // `acme` is the marketplace that nobody has written yet.
    const real = named.filter((path) => !path.includes('/acme'));
    expect(real.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('links only to what exists', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(join(dirname(join(DOCS, page)), path)))).toEqual([]);
  });
});

test('docs/operations.md tells every setting, and no other', () => {
  const told = [...read('operations.md').matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(([, name]) => name);
  const used = sourceFiles('src').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\benv(?:\.|, ')([A-Z][A-Z_]+)\b/g)].map(([, name]) => name),
  );
  expect(used.length).toBeGreaterThan(8);
  expect(told.toSorted()).toEqual([...new Set(used)].toSorted());
});
