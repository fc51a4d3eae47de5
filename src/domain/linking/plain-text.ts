/**
 * A name or option without what people write now this way and now that: full-width letters, case, punctuation and
 * brackets, spaces. Hangul stays composed. What is left of `［면］ 양말(Black), 3개입` is `면 양말 black 3개입`.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** The same without spaces, which Korean names have or have not. */
export function denseText(text: string): string {
  return plainText(text).replaceAll(' ', '');
}

/**
 * By what an item of a listing of this name is known again: name and option values, whatever the order of the latter.
 * Empty where the name has no letters.
 */
export function nameKeys(name: string): (optionValues: readonly string[]) => string {
  const dense = denseText(name);
  if (dense === '') return () => '';
  return (optionValues) => [dense, ...optionValues.map(denseText).sort()].join('|');
}
