import { useMemo, useState } from 'react';

/** Which rows are selected, by their keys. */
export interface Selection {
  readonly size: number;
  readonly keys: ReadonlySet<number>;
  has(key: number): boolean;
  toggle(key: number): void;
  set(keys: readonly number[]): void;
  add(keys: readonly number[]): void;
  clear(): void;
}

/** What is done with a selection stays the same, so that rows which are given it are not drawn again. */
export function useSelection(): Selection {
  const [keys, setKeys] = useState<ReadonlySet<number>>(new Set());
  const deeds = useMemo(
    () => ({
      toggle: (key: number) =>
        setKeys((before) => {
          const after = new Set(before);
          if (!after.delete(key)) after.add(key);
          return after;
        }),
      set: (wanted: readonly number[]) => setKeys(new Set(wanted)),
      add: (wanted: readonly number[]) => setKeys((before) => new Set([...before, ...wanted])),
      clear: () => setKeys((before) => (before.size === 0 ? before : new Set())),
    }),
    [],
  );
  return useMemo(() => ({ ...deeds, size: keys.size, keys, has: (key) => keys.has(key) }), [deeds, keys]);
}
