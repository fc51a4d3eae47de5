import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

const LONGEST_WAIT_SECONDS = 60;
const LOOK_EVERY_MS = 150;

/** `?wait=30`: seconds to wait for the outcome instead of answering at once. */
export const waitQuery = z.strictObject({
  wait: z.coerce
    .number<string>()
    .int()
    .min(0)
    .max(LONGEST_WAIT_SECONDS)
    .default(0)
    .meta({
      description: `Seconds to wait for the outcome, up to ${LONGEST_WAIT_SECONDS}. Answers 200 when it is there, 202 when not.`,
    }),
});

/**
 * Looks again and again until the outcome is there, the time is over, the client has gone or the server closes.
 * Answers what was seen last.
 */
export async function waitFor<Seen>(
  look: () => Promise<Seen>,
  isOver: (seen: Seen) => boolean,
  { seconds, closing, reply }: { seconds: number; closing: AbortSignal; reply: FastifyReply },
): Promise<Seen> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (isOver(seen) || performance.now() >= until || closing.aborted || reply.raw.destroyed) return seen;
    await pause(LOOK_EVERY_MS, undefined, { signal: closing }).catch(() => {});
  }
}
