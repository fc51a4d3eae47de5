import { useMemo, useState } from 'react';

/** Which rows are selected, by their keys. */
export interface Selection {
  readonly size: number;
  readonly keys: ReadonlySet<number>;
  has(key: number): boolean;
  toggle(key: number): void;
  set(keys: readonly number[]): void;
  clear(): void;
}

export function useSelection(): Selection {
  const [keys, setKeys] = useState<ReadonlySet<number>>(new Set());
  return useMemo(
    () => ({
      size: keys.size,
      keys,
      has: (key) => keys.has(key),
      toggle: (key) =>
        setKeys((before) => {
          const after = new Set(before);
          if (!after.delete(key)) after.add(key);
          return after;
        }),
      set: (wanted) => setKeys(new Set(wanted)),
      clear: () => setKeys((before) => (before.size === 0 ? before : new Set())),
    }),
    [keys],
  );
}
