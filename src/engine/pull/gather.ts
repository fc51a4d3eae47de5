export interface GatherOptions {
  readonly maxItems: number;
  /** How long a group waits for one more batch: little beside the time between two calls that a limit spaces. */
  readonly lingerMs: number;
}

/**
 * Reads ahead of a consumer: while one group of batches is being written, the next ones are fetched. Each group
 * holds what has arrived meanwhile and what follows at once, up to `maxItems`, so that a slow marketplace is
 * written page by page and a fast one in large groups. At most about two groups wait in memory, whatever the
 * length of the feed.
 */
export async function* gather<Item extends { readonly items: readonly unknown[] }>(
  source: AsyncIterable<Item>,
  { maxItems, lingerMs }: GatherOptions,
): AsyncGenerator<readonly [Item, ...Item[]]> {
  const ready: Item[] = [];
  let waiting = 0;
  let ended = false;
  let failure: { readonly error: unknown } | undefined;
  let wakeConsumer = () => {};
  let wakeProducer = () => {};
  let stopped = false;

  /** Whether another batch, or the end, comes within the time a group lingers. */
  const arrivesSoon = () =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), lingerMs);
      wakeConsumer = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });

  const iterator = source[Symbol.asyncIterator]();
  const producing = (async () => {
    try {
      while (!stopped) {
        const next = await iterator.next();
        if (next.done) break;
        ready.push(next.value);
        waiting += next.value.items.length;
        wakeConsumer();
        if (waiting >= maxItems && !stopped) {
          await new Promise<void>((resolve) => {
            wakeProducer = resolve;
          });
        }
      }
    } catch (error) {
      failure = { error };
    } finally {
      ended = true;
      wakeConsumer();
    }
  })();

  try {
    for (;;) {
      const [first] = ready;
      if (first !== undefined) {
        let follows = true;
        while (follows && !ended && waiting < maxItems) follows = await arrivesSoon();
        const group: [Item, ...Item[]] = [first, ...ready.slice(1)];
        ready.length = 0;
        waiting = 0;
        wakeProducer();
        yield group;
        continue;
      }
      if (failure !== undefined) throw failure.error;
      if (ended) return;
      await new Promise<void>((resolve) => {
        wakeConsumer = resolve;
      });
    }
  } finally {
    stopped = true;
    wakeProducer();
    await producing;
    await iterator.return?.();
  }
}
