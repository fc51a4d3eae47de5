/**
 * Cuts a reading into slices of about `sliceMs`, so that other work finds room between two of them. A slice ends after
 * the first item that comes when its time is over; nothing is asked of the source while no slice is read.
 */
export async function* inSlices<Item>(
  source: AsyncIterable<Item>,
  sliceMs: number,
): AsyncGenerator<AsyncGenerator<Item>> {
  const iterator = source[Symbol.asyncIterator]();
  let ended = false;
  async function* slice(): AsyncGenerator<Item> {
    const until = performance.now() + sliceMs;
    do {
      const next = await iterator.next();
      if (next.done) {
        ended = true;
        return;
      }
      yield next.value;
    } while (performance.now() < until);
  }
  try {
    while (!ended) yield slice();
  } finally {
    await iterator.return?.();
  }
}
