import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Frames kept for a client that does not take them; beyond that nothing more is read for it. */
const BUFFER_BYTES = 64 * 1024;
const LOOK_EVERY_MS = 1_000;

/** Answers with frames as they come. */
export function sendLive(reply: FastifyReply, frames: AsyncGenerator<string>, slowMs: number): FastifyReply {
  return (
    reply
      .header('x-accel-buffering', 'no')
      // Kept alive after its end, the connection would hold up a server that closes.
      .header('connection', 'close')
      .type('text/event-stream')
      .send(liveStream(frames, slowMs))
  );
}

/** Frames as a stream that is cut when its client has taken nothing for `slowMs`. */
export function liveStream(frames: AsyncGenerator<string>, slowMs: number): Readable {
  let offeredAt: number | null = null;
  async function* offered(): AsyncGenerator<string> {
    for await (const frame of frames) {
      offeredAt = performance.now();
      yield frame;
      offeredAt = null;
    }
  }
  const stream = Readable.from(offered(), { objectMode: false, highWaterMark: BUFFER_BYTES });
  const looking = setInterval(() => {
    if (offeredAt !== null && performance.now() - offeredAt > slowMs) stream.destroy();
  }, LOOK_EVERY_MS);
  looking.unref();
  stream.once('close', () => clearInterval(looking));
  return stream;
}
