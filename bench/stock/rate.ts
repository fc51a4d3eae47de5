/** Milliseconds that doing something so many times takes, by so many who each do the next one when theirs is done. */
export async function timed(
  times: number,
  atOnce: number,
  work: (n: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let n = next++; n < times; n = next++) await work(n);
    }),
  );
  return performance.now() - startedAt;
}

/** How often a second that is. */
export async function rate(
  times: number,
  atOnce: number,
  work: (n: number) => Promise<unknown>,
): Promise<number> {
  return (times * 1000) / (await timed(times, atOnce, work));
}
