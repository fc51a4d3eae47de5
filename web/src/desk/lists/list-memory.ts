import { useEffect } from 'react';

type Filters = Readonly<Record<string, string>>;

/** How each list was last seen, as long as the desk is open. */
const seen = new Map<string, Filters>();

/** Keeps a list's filters for the way back to it from one of its rows. */
export function useListMemory(path: string, search: object): void {
  useEffect(() => {
    seen.set(path, { ...search });
  }, [path, search]);
}

/** What one person looked for is nothing for the next one at this browser. */
export function forgetLists(): void {
  seen.clear();
}

export function lastSeen(path: string): Filters {
  return seen.get(path) ?? {};
}
