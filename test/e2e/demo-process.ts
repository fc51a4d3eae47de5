import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const REMEMBERED = z.object({
  url: z.url(),
  token: z.string(),
  email: z.string(),
  password: z.string(),
  sandboxUrl: z.url(),
});

/** The demo in a process of its own, as `npm start` runs it. */
export interface Demo {
  readonly facts: z.infer<typeof REMEMBERED>;
  rest(method: string, path: string, body?: unknown): Promise<unknown>;
  get<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.infer<Shape>>;
  /** The marketplaces' own truth; with a body, something that happens there. */
  sandbox(path: string, body?: unknown): Promise<unknown>;
  /** Presses Ctrl-C. */
  stop(): Promise<void>;
}

export async function startDemo(home: string): Promise<Demo> {
  const child = spawnDemo(home, 'pipe');
  await saysReady(child);
  const file = join(home, 'demo.json');
  if (!existsSync(file)) throw new Error('the demo wrote no demo.json');
  const facts = REMEMBERED.parse(JSON.parse(readFileSync(file, 'utf8')));
  const rest = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${facts.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${facts.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} gave ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    facts,
    rest,
    get: async (path, shape) => shape.parse(await rest('GET', path)),
    sandbox: async (path, body) => {
      const answer = await fetch(`${facts.sandboxUrl}/_control${path}`, {
        ...(body === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }),
      });
      if (!answer.ok) throw new Error(`${path} gave ${answer.status}: ${await answer.text()}`);
      return answer.json();
    },
    async stop() {
      const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGINT');
      await exited;
    },
  };
}

/** Kills the demo in the middle of its first start: its second shop is open at the marketplace, and not connected. */
export async function cutOffStart(home: string): Promise<void> {
  const diary = join(home, 'sandbox.jsonl');
  const child = spawnDemo(home, 'ignore');
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (child.exitCode === null && shopsIn(diary) < 2) await pause(2);
  child.kill('SIGKILL');
  await exited;
}

function shopsIn(diary: string): number {
  if (!existsSync(diary)) return 0;
  return readFileSync(diary, 'utf8').split('"what":"open"').length - 1;
}

function spawnDemo(home: string, output: 'pipe' | 'ignore'): ChildProcess {
  return spawn(process.execPath, [MAIN, 'demo'], {
    env: { ...process.env, MOA_HOME: home, PORT: '0', DATABASE_URL: '' },
    stdio: ['ignore', output, 'inherit'],
  });
}

function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('Ctrl-C')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the demo ended with code ${code}: ${said}`)));
  });
}
