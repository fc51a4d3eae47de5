import type { LightMyRequestResponse } from 'fastify';
import type { Hub } from '../../src/engine/hub.ts';
import { workImports } from '../../src/engine/imports/work-imports.ts';
import type { TestBusiness, TestServer } from '../harness/rest.ts';

/** What a person does with a file of products, by REST; the background work is done at once. */
export function importOffice(hub: Hub, api: TestServer, business: () => TestBusiness) {
  const work = () => workImports(hub, business().owner, new AbortController().signal);
  const staff = () => business().tokens.staff;
  const json = { 'accept-language': 'en' };

  /** Sends a file and answers what it would do. */
  async function send(file: Buffer, headers: Readonly<Record<string, string>> = {}) {
    const answer = await api.ask('POST /api/v1/product-imports', {
      as: staff(),
      body: file,
      headers: { 'content-type': 'application/octet-stream', ...headers },
    });
    requireStatus(answer, 202);
    await work();
    return read(answer.json().id);
  }

  async function read(id: number) {
    return (await api.ask(`GET /api/v1/product-imports/${id}`, { as: business().tokens.viewer })).json();
  }

  async function rows(id: number, query = '') {
    const answer = await api.ask(`GET /api/v1/product-imports/${id}/rows${query}`, {
      as: business().tokens.viewer,
      headers: json,
    });
    return answer.json().rows;
  }

  /** Confirms, has it written, and answers what has become of it. */
  async function confirm(id: number, body: unknown = {}) {
    const answer = await api.ask(`POST /api/v1/product-imports/${id}/confirm`, { as: staff(), body });
    if (answer.statusCode >= 400) return { status: answer.statusCode, ...answer.json() };
    await work();
    return read(id);
  }

  /** The bytes of a file that is answered. */
  async function file(line: `GET /${string}`): Promise<Buffer> {
    const answer = await api.ask(line, { as: staff() });
    requireStatus(answer, 200);
    return answer.rawPayload;
  }

  return { work, send, read, rows, confirm, file };
}

function requireStatus({ statusCode, body }: LightMyRequestResponse, wanted: number): void {
  if (statusCode !== wanted) throw new Error(`answered ${statusCode}: ${body}`);
}
