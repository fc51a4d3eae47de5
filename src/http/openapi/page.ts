import fastifySwaggerUi from '@fastify/swagger-ui';
import type { Api } from '../context.ts';
import { openApiDocument } from './document.ts';

/** Everything comes from this server; the page asks nobody else for anything. */
const CONTENT_SECURITY = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'", 'data:'],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'img-src': ["'self'", 'data:'],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
};

/** `/openapi.json` and the page at `/docs` that shows it. */
export async function showOpenApi(api: Api): Promise<void> {
  let document: ReturnType<typeof openApiDocument> | undefined;
  const read = () => {
    document ??= openApiDocument(api);
    return document;
  };
  api.get('/openapi.json', { schema: { hide: true } }, async () => read());
  await api.register(fastifySwaggerUi, {
    routePrefix: '/docs',
    staticCSP: CONTENT_SECURITY,
    transformSpecification: read,
    transformSpecificationClone: false,
    theme: { title: 'Moa API' },
    uiConfig: { deepLinking: true, persistAuthorization: true, docExpansion: 'list', filter: true },
  });
}
