import { denseText, plainText } from './plain-text.ts';

/** A name or option taken apart for comparing. */
export interface Grams {
  /** Pairs of neighbouring letters, without spaces; a text of one letter is that letter. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

export function gramsOf(text: string): Grams {
  const letters = [...denseText(text)];
  const grams =
    letters.length === 1 ? letters : letters.slice(1).map((letter, nth) => `${letters[nth]}${letter}`);
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return { counts, total: grams.length };
}

/** How alike two texts are, 0 to 1, by the pairs of letters that they share (Dice's coefficient). */
export function likeness(one: Grams, other: Grams): number {
  if (one.total === 0 || other.total === 0) return 0;
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [gram, count] of few.counts) shared += Math.min(count, many.counts.get(gram) ?? 0);
  return (2 * shared) / (one.total + other.total);
}

/** The numbers in a name, such as those of 3개입 and 1.5L: where they differ, so does the thing. */
export function numbersIn(text: string): readonly string[] {
  return [
    ...new Set(
      [
        ...text
          .normalize('NFKC')
          .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
          .matchAll(/\d+(?:\.\d+)?/g),
      ].map(([number]) => String(Number(number))),
    ),
  ].sort();
}

/**
 * How far two sets of option values agree, 0 to 1, whatever their order. Without options on both sides they agree; with
 * options on one side only, what the other side's name says of them counts.
 */
export function optionAgreement(
  one: { readonly name: string; readonly optionValues: readonly string[] },
  other: { readonly name: string; readonly optionValues: readonly string[] },
): number {
  const values = [one.optionValues, other.optionValues].map(
    (list) => new Set(list.map(denseText).filter((value) => value !== '')),
  );
  const [mine = new Set<string>(), theirs = new Set<string>()] = values;
  if (mine.size === 0 && theirs.size === 0) return 1;
  if (mine.size === 0) return said(theirs, one.name);
  if (theirs.size === 0) return said(mine, other.name);
  const shared = [...mine].filter((value) => theirs.has(value)).length;
  return shared / Math.max(mine.size, theirs.size);
}

/** The share of values that stand in a name as words of their own, not quite as good as options. */
function said(values: ReadonlySet<string>, name: string): number {
  const words = new Set(plainText(name).split(' '));
  const found = [...values].filter((value) => words.has(value)).length;
  return (0.8 * found) / values.size;
}
