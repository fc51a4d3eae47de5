import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import type { paths } from '../../generated/api.ts';
import { currentLanguage } from '../language/language.ts';
import { tellSessionEnded } from './session-end.ts';

const speaking: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    return request;
  },
  onResponse({ response }) {
    // A wrong password is a 401 as well, but of a session that has not begun.
    if (response.status === 401 && !response.url.includes('/api/auth/')) tellSessionEnded();
  },
};

/** JSON takes what is no number for none, and none often means something: as a word the API refuses it at its field. */
function toldAsJson(body: unknown): string {
  return JSON.stringify(body, (_, value: unknown) => (Number.isNaN(value) ? 'NaN' : value));
}

/** The hub's API, typed by its own description. Use it in event handlers and route loaders. */
export const api = createFetchClient<paths>({
  baseUrl: '/',
  credentials: 'same-origin',
  bodySerializer: toldAsJson,
});
api.use(speaking);

/** The same as hooks of TanStack Query: `queries.useQuery('get', '/api/v1/orders', …)`. */
export const queries = createQueryClient(api);
