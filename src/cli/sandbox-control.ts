import type { SandboxProcess } from './sandbox-process.ts';

/** Says no: what was asked for cannot happen there, or not any more. */
export class SandboxRefused extends Error {
  readonly status: number;

  constructor(path: string, status: number, text: string) {
    super(`the sandbox refused ${path}: ${text}`);
    this.status = status;
  }
}

/** One call to the sandbox's control API. Throws SandboxRefused unless it was carried out. */
export async function control(
  sandbox: Pick<SandboxProcess, 'url'>,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await fetch(`${sandbox.url}/_control${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new SandboxRefused(path, answer.status, text);
  return JSON.parse(text);
}
