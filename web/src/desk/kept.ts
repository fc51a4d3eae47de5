import { useState } from 'react';

/** A list of names that this browser remembers: which columns are hidden, and the like. */
export function useKeptNames(
  place: string,
  usual: readonly string[],
): [readonly string[], (names: readonly string[]) => void] {
  const [names, setNames] = useState<readonly string[]>(() => {
    const text = localStorage.getItem(`moa.${place}`);
    return text === null ? usual : text.split(',').filter(Boolean);
  });
  return [
    names,
    (next) => {
      localStorage.setItem(`moa.${place}`, next.join(','));
      setNames(next);
    },
  ];
}
