import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { controlOf, type SandboxControl } from '../test/harness/sandbox-control.ts';

/** What the sandbox counted of each limit, by its own clock. */
export const CALLS_COUNTED = z.object({
  buckets: z.array(
    z.object({
      bucket: z.string(),
      calls: z.number(),
      overLimit: z.number(),
      worstWindow: z.number(),
      firstAt: z.coerce.date(),
      lastAt: z.coerce.date(),
    }),
  ),
});

const READY = z.object({ url: z.url() });

/** Starts the sandbox in a process of its own. */
export async function sandboxProcess(): Promise<SandboxControl & { stop(): Promise<void> }> {
  const child = fork(join(import.meta.dirname, '..', 'sandbox', 'main.ts'), { stdio: 'inherit' });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(READY.parse(message).url));
    exited.then(() => reject(new Error('the sandbox ended before it was ready')));
  });
  return {
    ...controlOf(url),
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
