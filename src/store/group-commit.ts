import { isDatabaseAway } from './database-away.ts';

/** Writes what several want in one transaction and answers each of them, in their order. */
export type WriteTogether<Key, Wish, Answer> = (
  key: Key,
  wishes: readonly Wish[],
) => Promise<readonly Answer[]>;

interface Waiting<Wish, Answer> {
  readonly wish: Wish;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what callers want: while one transaction is written, those who come wait, and when it ends all of them (at most
 * `atMost`) go into the next one, first come first served. Nobody waits for a timer. Wishes of different keys are never in
 * one transaction. Each caller is answered after the commit. A wish that the database refuses fails alone: the others
 * of its transaction, which was rolled back, are written one by one. When the database is away nobody knows whether the
 * commit arrived, so all of them fail, and `write` has to know them again when they ask again.
 */
export function groupCommit<Key, Wish, Answer>(
  write: WriteTogether<Key, Wish, Answer>,
  atMost: number,
): (key: Key, wish: Wish) => Promise<Answer> {
  const lines = new Map<Key, Waiting<Wish, Answer>[]>();

  async function serve(key: Key, line: Waiting<Wish, Answer>[]): Promise<void> {
    while (line.length > 0) {
      // Those who were just answered, and whoever comes in the same turn, ask before it ends.
      await new Promise((resolve) => setImmediate(resolve));
      await settle(key, line.splice(0, atMost));
    }
    lines.delete(key);
  }

  async function settle(key: Key, group: readonly Waiting<Wish, Answer>[]): Promise<void> {
    try {
      const answers = await write(
        key,
        group.map(({ wish }) => wish),
      );
      for (const [nth, { resolve, reject }] of group.entries()) {
        const answer = answers[nth];
        if (answer === undefined) reject(new Error('a wish was given no answer'));
        else resolve(answer);
      }
    } catch (error) {
      if (group.length === 1 || isDatabaseAway(error)) for (const { reject } of group) reject(error);
      else for (const one of group) await settle(key, [one]);
    }
  }

  return (key, wish) =>
    new Promise((resolve, reject) => {
      const line = lines.get(key);
      if (line !== undefined) {
        line.push({ wish, resolve, reject });
        return;
      }
      const begun = [{ wish, resolve, reject }];
      lines.set(key, begun);
      void serve(key, begun);
    });
}
