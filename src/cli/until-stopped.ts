/** What a stop takes beside the calls in flight: closing connections, giving lanes back. */
const CLOSING_MS = 4_000;

/**
 * Waits for SIGINT or SIGTERM, then stops, and leaves in the end whatever happens: at a second signal at once, else
 * when the time for calls in flight is over. Nothing is lost by that, only taken up later.
 */
export async function untilStopped(stop: () => Promise<void>, drainMs = 0): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const timer = setTimeout(() => {
    console.error('Moa left before all it had in hand was put down; whoever works next takes it up.');
    process.exit(1);
  }, drainMs + CLOSING_MS);
  await stop();
  clearTimeout(timer);
}
