import { useEffect, useSyncExternalStore } from 'react';

/** Something that the palette offers to do. */
export interface PaletteDeed {
  readonly id: string;
  readonly label: string;
  /** Other words by which it is found. */
  readonly also?: string;
  /** The key that does it without the palette. */
  readonly shortcut?: string;
  run(): void;
}

let offered: ReadonlyMap<object, readonly PaletteDeed[]> = new Map();
const listeners = new Set<() => void>();

/** What the page shown adds to the palette, as long as it is shown. */
export function useOfferDeeds(deeds: readonly PaletteDeed[]): void {
  useEffect(() => {
    const mark = {};
    set(new Map(offered).set(mark, deeds));
    return () => {
      const left = new Map(offered);
      left.delete(mark);
      set(left);
    };
  }, [deeds]);
}

export function useOfferedDeeds(): readonly PaletteDeed[] {
  return [...useSyncExternalStore(follow, () => offered).values()].flat();
}

function set(next: typeof offered): void {
  offered = next;
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
