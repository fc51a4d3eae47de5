import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage as readGuidePage } from './guide/read-page.ts';
import { readPage } from './official/read-page.ts';

/** The bodies a golden fixture answers with, and the rows it expects of them. */
function recorded(edition: string, name: string) {
  const path = join(import.meta.dirname, edition, 'fixtures', `${name}.json`);
  const { exchanges, expected } = JSON.parse(readFileSync(path, 'utf8'));
  const bodies: string[] = exchanges.map(({ answer }: { answer: { body: unknown } }) =>
    JSON.stringify(answer.body),
  );
  return { bodies, expected };
}

describe('readPage', () => {
  it('gives the rows of a `query` answer, claims with their orders', () => {
    const { bodies, expected } = recorded('official', 'read-claims-every-status');
    expect(readPage(bodies[1] ?? '')).toEqual(expected.reads);
    expect(readPage(bodies[2] ?? '')).toEqual([]);
  });

  it('gives the rows of the conditional list', () => {
    const { bodies, expected } = recorded('official', 'placed-between');
    expect(readPage(bodies[1] ?? '')).toEqual(expected[0].items);
  });

  it('gives the rows of a list of the guide, orders or claims', () => {
    const { bodies, expected } = recorded('guide', 'changes-first-run');
    expect(readGuidePage(bodies[1] ?? '')).toEqual(expected[0].items);
    expect(readGuidePage(bodies.at(-2) ?? '')).toEqual(expected.at(-2).items);
  });

  it('takes nothing else for a page', () => {
    for (const text of ['{}', '[]', '{"data":7}']) {
      expect(() => readPage(text)).toThrow('expected');
      expect(() => readGuidePage(text)).toThrow('expected');
    }
  });
});
