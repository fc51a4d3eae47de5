import { describe, expect, it } from 'vitest';
import { PROBLEMS } from './catalogue.ts';
import { problemDetail, problemTitle } from './sentences.ts';

const CODES = Object.keys(PROBLEMS).filter((code): code is keyof typeof PROBLEMS => code in PROBLEMS);

/** What is no word but must stand in every language: names of fields, paths, headers, values and numbers. */
function fixedParts(sentence: string): readonly string[] {
  const found = sentence.match(
    /`[^`]+`|"[^"]+"|\b[a-z]+(?:_[a-z]+)+\b|\/[a-z]+|\b(?:JSON|API|SKU|Idempotency-Key|GET)\b|\d+/g,
  );
  return [...new Set(found ?? [])].sort();
}

describe.each(CODES)('%s', (code) => {
  it('is said in all four languages', () => {
    for (const text of [problemTitle(code), problemDetail(code)]) {
      for (const language of ['ko', 'en', 'ru', 'uz'] as const)
        expect(text[language] ?? '', language).not.toBe('');
    }
    for (const language of ['ru', 'uz'] as const)
      expect(problemDetail(code)[language], language).toMatch(/\.$/);
  });

  it.each(['ru', 'uz'] as const)('names the same fields, paths and numbers in %s', (language) => {
    expect(fixedParts(problemTitle(code)[language] ?? '')).toEqual(fixedParts(problemTitle(code).en));
    expect(fixedParts(problemDetail(code)[language] ?? '')).toEqual(fixedParts(problemDetail(code).en));
  });
});
