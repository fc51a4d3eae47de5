import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..', '..');
const READY = z.object({ url: z.url() });

export interface SandboxProcess {
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/**
 * Starts the stand-in marketplaces in a process of their own, which ends when this one does. With a diary file they
 * find at the next start what happened to them before.
 */
export async function startSandboxProcess(port: number, diary: string | null): Promise<SandboxProcess> {
  const keeping = diary === null ? [] : ['--diary', diary];
  const child = spawn(
    process.execPath,
    [join(ROOT, 'sandbox', 'main.ts'), '--port', String(port), ...keeping],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // A group of its own: Ctrl-C goes to the hub first, which stops calling before it stops the sandbox.
      detached: true,
    },
  );
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => {
      const ready = READY.safeParse(message);
      if (ready.success) resolve(ready.data.url);
      else reject(new Error('the sandbox said something unexpected when it started'));
    });
    exited.then((code) => reject(new Error(`the sandbox ended with code ${code} before it was ready`)));
  });
  return {
    url,
    child,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      await exited;
    },
  };
}
