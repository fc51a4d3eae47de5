/** When things came into a status, for lists that ask who came into it within a period. */
export interface Passages<T> {
  /** Notes that a thing stands in a status; nothing new if it stood there already. */
  record(status: string, subject: T, at: number): void;
  /** Things that came into a status from `from` on and before `before`, each once, in order of time. */
  into(status: string, from: number, before: number): readonly T[];
  /** When a thing came into the status it stands in. */
  since(subject: T): number | undefined;
}

interface Passage<T> {
  readonly subject: T;
  readonly at: number;
}

interface Shelf<T> {
  readonly passages: Passage<T>[];
  isSorted: boolean;
}

/** Nothing has passed yet. `identityOf` tells whether two subjects are the same thing. */
export function createPassages<T>(identityOf: (subject: T) => object): Passages<T> {
  const shelves = new Map<string, Shelf<T>>();
  const standing = new Map<object, { readonly status: string; readonly at: number }>();

  const shelfOf = (status: string): Shelf<T> => {
    let shelf = shelves.get(status);
    if (shelf === undefined) {
      shelf = { passages: [], isSorted: true };
      shelves.set(status, shelf);
    }
    return shelf;
  };

  return {
    record(status, subject, at) {
      const identity = identityOf(subject);
      if (standing.get(identity)?.status === status) return;
      standing.set(identity, { status, at });
      const shelf = shelfOf(status);
      if ((shelf.passages.at(-1)?.at ?? at) > at) shelf.isSorted = false;
      shelf.passages.push({ subject, at });
    },
    into(status, from, before) {
      const shelf = shelfOf(status);
      if (!shelf.isSorted) shelf.passages.sort((a, b) => a.at - b.at);
      shelf.isSorted = true;
      const found = new Map<object, T>();
      for (let index = firstFrom(shelf.passages, from); index < shelf.passages.length; index += 1) {
        const passage = shelf.passages[index];
        if (passage === undefined || passage.at >= before) break;
        found.set(identityOf(passage.subject), passage.subject);
      }
      return [...found.values()];
    },
    since: (subject) => standing.get(identityOf(subject))?.at,
  };
}

function firstFrom(passages: readonly { readonly at: number }[], from: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle]?.at ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
