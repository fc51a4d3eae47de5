/** A second signal, or this long, ends the process where it stands; nothing is lost by that, only taken up later. */
const PATIENCE_MS = 4_000;

/** Waits for SIGINT or SIGTERM, then stops, and leaves within a few seconds whatever happens. */
export async function untilStopped(stop: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const timer = setTimeout(() => process.exit(1), PATIENCE_MS);
  await stop();
  clearTimeout(timer);
}
