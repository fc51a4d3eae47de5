import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../../src/main.ts');
const JUMPING_CLOCK = join(import.meta.dirname, 'jumping-clock.ts');

/** What a worker says when it has started. */
const WORKS = 'Moa works';

/** Real `moa worker` processes that are killed and started again. */
export interface Crew {
  readonly size: number;
  /** SIGKILL, and a new process in its place at once. */
  kill(member: number): Promise<void>;
  /** The member's machine clock is this far ahead of real time from now on. */
  setClock(member: number, aheadMs: number): void;
  /** SIGTERM to all; answers how they ended. */
  stop(): Promise<readonly (number | null)[]>;
}

export interface CrewSettings {
  readonly size: number;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

export function startCrew({ size, folder, env }: CrewSettings): Crew {
  const clockFile = (member: number) => join(folder, `clock-${member}`);
  const logFile = join(process.env.MOA_TEST_LOGS ?? folder, `crew-${process.pid}.log`);
  const exits = new Map<ChildProcess, Promise<number | null>>();
  let isOver = false;

  const start = (member: number): ChildProcess => {
    const log = openSync(logFile, 'a');
    const child = spawn(process.execPath, ['--import', JUMPING_CLOCK, MAIN, 'worker'], {
      env: { ...process.env, NODE_OPTIONS: '', ...env, MOA_CHAOS_CLOCK: clockFile(member) },
      stdio: ['ignore', 'pipe', log],
    });
    closeSync(log);
    let works = false;
    child.stdout?.on('data', (bytes: Buffer) => {
      works ||= bytes.includes(WORKS);
      appendFileSync(logFile, bytes);
    });
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    exits.set(child, exit);
    exit.then((code) => {
      // Whose database is cut while it starts says so and leaves; whoever keeps it running starts it again.
      if (code !== null && code !== 0 && !works && !isOver) members[member] = start(member);
    });
    return child;
  };

  const members = Array.from({ length: size }, (_, member) => start(member));
  // Nobody of the crew outlives a storm that broke.
  const abandon = () => {
    for (const child of members) child.kill('SIGKILL');
  };
  process.once('exit', abandon);
  return {
    size,
    async kill(member) {
      const child = members[member];
      if (child === undefined) throw new RangeError(`there is no worker ${member}`);
      child.kill('SIGKILL');
      await exits.get(child);
      members[member] = start(member);
    },
    setClock(member, aheadMs) {
      writeFileSync(clockFile(member), String(aheadMs));
    },
    async stop() {
      isOver = true;
      process.off('exit', abandon);
      for (const child of members) child.kill('SIGTERM');
      return Promise.all(members.map((child) => exits.get(child) ?? null));
    },
  };
}
