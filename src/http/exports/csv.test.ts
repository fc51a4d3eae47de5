import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, csvLine } from './csv.ts';

/** Reads one line the way RFC 4180 says. */
function parse(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (line[at] === '"') {
      let text = '';
      for (at++; line[at] !== '"' || line[at + 1] === '"'; at++) {
        text += line[at];
        if (line[at] === '"') at++;
      }
      at++;
      cells.push(text);
    } else {
      const rest = line.slice(at);
      const text = rest.slice(0, rest.search(/[,\r]/));
      at += text.length;
      cells.push(text);
    }
    if (line.slice(at) === '\r\n') return cells;
    at++;
  }
  return cells;
}

describe('a line of CSV', () => {
  it.each<[readonly Cell[], string]>([
    [[1, true, null, 'a'], '1,true,,a\r\n'],
    [['김하늘, 서울', 'say "hi"', 'two\r\nlines'], '"김하늘, 서울","say ""hi""","two\r\nlines"\r\n'],
    [['=1+1', '+82', '-5', '@x', '＝1'], "'=1+1,'+82,'-5,'@x,'＝1\r\n"],
    [['=HYPERLINK("http://x","y")'], '"\'=HYPERLINK(""http://x"",""y"")"\r\n'],
    [[-5, 'a=b'], '-5,a=b\r\n'],
  ])('%j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it('is read back as what was written, and never as a formula', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\n', '\r', '\t', 'a') }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (cells) => {
        const read = parse(csvLine(cells));
        expect(read).toHaveLength(cells.length);
        for (const [at, cell] of cells.entries()) {
          expect([cell, `'${cell}`]).toContain(read[at]);
          expect(read[at]).not.toMatch(/^[=+\-@\t\r\n]/);
        }
      }),
    );
  });
});
