import { closeSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface HomeLock {
  release(): void;
}

/**
 * Takes the data folder for this process. The embedded database lives inside one process; two would destroy it.
 * Throws when another living process holds the folder; a lock left by a killed process is taken over.
 */
export function lockHome(home: string): HomeLock {
  mkdirSync(home, { recursive: true });
  const file = join(home, 'moa.pid');
  for (;;) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return { release: () => unlinkSync(file) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = Number(readFileSync(file, 'utf8'));
      if (holder !== process.pid && isAlive(holder)) {
        throw new Error(
          `${home} is in use by another moa process (pid ${holder}); stop it first, or set MOA_HOME`,
        );
      }
      unlinkSync(file);
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
