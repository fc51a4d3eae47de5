import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../domain/language.ts';

/** What goes with a question beside its path. */
export interface Question {
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly file?: Uint8Array<ArrayBuffer>;
}

/** The REST API of a running hub, as one of its users. */
export interface HubApi {
  /** Asks `GET /products` and the like. Throws an Error with the hub's own sentences. */
  ask(line: `${string} /${string}`, question?: Question): Promise<unknown>;
  download(path: `/${string}`, query: Readonly<Record<string, string>>): Promise<Uint8Array>;
}

/** Writes wait for the marketplace for so long on the server's side, and a little longer here. */
export const WAIT_SECONDS = '30';
const PATIENCE_MS = 90_000;

const LOGIN = z.object({ url: z.url(), token: z.string() });

const PROBLEM = z.object({
  title: z.string(),
  detail: z.string().nullish(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

/** Finds the hub by `MOA_URL` and `MOA_TOKEN`, else the running demo by its file. Throws when there is neither. */
export function openHubApi(env: NodeJS.ProcessEnv): HubApi {
  const { url, token } = loginFrom(env);
  const send = async (method: string, path: string, { query, body, file }: Question): Promise<Response> => {
    const address = new URL(`/api/v1${path}`, url);
    for (const [name, value] of Object.entries(query ?? {}))
      if (value !== undefined) address.searchParams.set(name, value);
    const type = file === undefined ? 'application/json' : 'application/octet-stream';
    const content = file ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': languageOf(Intl.DateTimeFormat().resolvedOptions().locale),
        ...(content === undefined ? {} : { 'content-type': type }),
      },
      ...(content === undefined ? {} : { body: content }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: unknown) => {
      throw new Error(`Moa does not answer at ${url}. Is it running, and is MOA_URL right?`, {
        cause: error,
      });
    });
    if (!answer.ok) throw new Error(sentenceOf(await answer.text(), answer.status));
    return answer;
  };
  return {
    async ask(line, question = {}) {
      const [method = 'GET', path = '/'] = line.split(' ', 2);
      const answer = await send(method, path, question);
      return answer.status === 204 ? null : await answer.json();
    },
    async download(path, query) {
      return new Uint8Array(await (await send('GET', path, { query })).arrayBuffer());
    },
  };
}

function loginFrom(env: NodeJS.ProcessEnv): z.infer<typeof LOGIN> {
  const token = env.MOA_TOKEN ?? '';
  if (token !== '') return { token, url: env.MOA_URL || `http://127.0.0.1:${env.PORT || 4000}` };
  const demo = join(resolve(env.MOA_HOME ?? '.moa'), 'demo.json');
  if (existsSync(demo)) return LOGIN.parse(JSON.parse(readFileSync(demo, 'utf8')));
  throw new Error(
    'set MOA_TOKEN to an API token (`moa admin issue-token` makes one) and MOA_URL to the address of the hub',
  );
}

function sentenceOf(text: string, status: number): string {
  const problem = PROBLEM.safeParse(parsed(text));
  if (!problem.success) return `the hub answered ${status}`;
  const { title, detail, errors = [] } = problem.data;
  return [detail ?? title, ...errors.map(({ field, message }) => `  ${field}: ${message}`)].join('\n');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The language of this machine where the desk speaks it, else English. */
function languageOf(locale: string): Language {
  return LANGUAGES.find((language) => language === locale.split('-')[0]) ?? 'en';
}
