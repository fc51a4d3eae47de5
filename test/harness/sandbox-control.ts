import { z } from 'zod';
import { watchSecrets } from './log-watch.ts';

const OPENED = z.object({
  shop: z.string(),
  credentials: z.record(z.string(), z.string()),
  base_url: z.string(),
});

export interface SandboxShop {
  readonly platform: string;
  readonly shop: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly baseUrl: string;
}

/** The control API of a running sandbox, as a test uses it. */
export interface SandboxControl {
  readonly url: string;
  get(path: string): Promise<unknown>;
  post(path: string, body?: unknown): Promise<unknown>;
  delete(path: string): Promise<unknown>;
  openShop(platform: string, body?: Readonly<Record<string, unknown>>): Promise<SandboxShop>;
  act(shop: SandboxShop, act: string, body?: unknown): Promise<unknown>;
}

/** Speaks to a sandbox that already runs, in this process or another. */
export function controlOf(url: string): SandboxControl {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${url}/_control${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`sandbox: ${method} ${path} gave ${answer.status} ${text}`);
    return JSON.parse(text);
  }
  return {
    url,
    get: (path) => call('GET', path),
    post: (path, body = {}) => call('POST', path, body),
    delete: (path) => call('DELETE', path),
    async openShop(platform, body = {}) {
      const opened = OPENED.parse(await call('POST', `/${platform}/shops`, body));
      watchSecrets(Object.values(opened.credentials));
      return { platform, shop: opened.shop, credentials: opened.credentials, baseUrl: opened.base_url };
    },
    act: (shop, act, body = {}) => call('POST', `/${shop.platform}/shops/${shop.shop}/acts/${act}`, body),
  };
}
