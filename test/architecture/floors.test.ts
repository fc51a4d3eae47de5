import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** The floors from the ground up; each may import from itself and from floors below it. */
const FLOORS = [
  'src/domain',
  'src/marketplaces/kit',
  'src/marketplaces',
  'src/store',
  'src/engine',
  'src/jobs',
  'src/http',
  'src/cli',
  'src/main.ts',
] as const;

interface Import {
  readonly from: string;
  readonly to: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return targets.map((target) => ({ from: file, to: relative(ROOT, resolve(ROOT, dirname(file), target)) }));
}

function floorOf(file: string): number {
  let best = -1;
  let length = 0;
  for (const [floor, path] of FLOORS.entries()) {
    if ((file === path || file.startsWith(`${path}/`)) && path.length > length) {
      best = floor;
      length = path.length;
    }
  }
  return best;
}

const sources = sourceFiles('src');
const imports = sources.filter((file) => !file.endsWith('.test.ts')).flatMap(importsOf);

describe('the floors', () => {
  test('every source file stands on one', () => {
    expect(sources.filter((file) => floorOf(file) < 0)).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('imports run downwards only', () => {
    const upwards = imports.filter(({ from, to }) => floorOf(to) > floorOf(from) || floorOf(to) < 0);
    expect(upwards).toEqual([]);
  });

  test('only the registry knows the marketplaces by name', () => {
    const marketplace = /^src\/marketplaces\/(?!kit\/|registry\.ts$)[^/]+\//;
    const folder = (file: string) => file.split('/').slice(0, 3).join('/');
    const known = imports.filter(
      ({ from, to }) =>
        marketplace.test(to) && from !== 'src/marketplaces/registry.ts' && folder(from) !== folder(to),
    );
    expect(known).toEqual([]);
  });

  test('nothing goes round in circles', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[][] = [];
    const visit = (file: string, path: readonly string[]) => {
      const at = path.indexOf(file);
      if (at >= 0) circles.push([...path.slice(at), file]);
      if (at >= 0 || done.has(file)) return;
      for (const target of next.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(circles).toEqual([]);
  });

  test('the web desk knows the hub by the description of its API alone', () => {
    const web = sourceFiles('web/src').flatMap(importsOf);
    expect(web.length).toBeGreaterThan(50);
    const elsewhere = web.filter(({ to }) => !to.startsWith('web/src/') && !to.startsWith('web/generated/'));
    expect(elsewhere).toEqual([]);
    expect(imports.filter(({ to }) => to.startsWith('web/'))).toEqual([]);
  });

  test('no page of the web desk reaches into another', () => {
    const page = (file: string) => /^web\/src\/pages\/[^/]+\//.exec(file)?.[0];
    const across = sourceFiles('web/src/pages')
      .flatMap(importsOf)
      .filter(({ from, to }) => page(to) !== undefined && page(from) !== page(to));
    expect(across).toEqual([]);
  });

  test('the sandbox and the hub share no code', () => {
    const sandbox = sourceFiles('sandbox').flatMap(importsOf);
    expect(sandbox.filter(({ to }) => !to.startsWith('sandbox/'))).toEqual([]);
    expect(imports.filter(({ to }) => to.startsWith('sandbox/'))).toEqual([]);
  });
});
