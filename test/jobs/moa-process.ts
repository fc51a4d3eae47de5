import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** A `moa` command that runs as a process of its own. */
export interface MoaProcess {
  /** Resolves when it has said something like this on standard output. */
  says(text: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code, null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** What it wrote to standard error so far. */
  complaints(): string;
}

export function startMoa(args: readonly string[], env: Readonly<Record<string, string>>): MoaProcess {
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  const listeners = new Set<() => void>();
  child.stdout?.on('data', (text: Buffer) => {
    said += text.toString();
    for (const listen of [...listeners]) listen();
  });
  child.stderr?.on('data', (text: Buffer) => {
    complained += text.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    exited,
    complaints: () => complained,
    kill: (signal) => {
      child.kill(signal);
    },
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = text.exec(said);
          if (match === null) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        exited.then((code) => reject(new Error(`moa ended with ${code}: ${said}${complained}`)));
      }),
  };
}
