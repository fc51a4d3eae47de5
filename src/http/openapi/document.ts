import fastifySwagger from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { OpenAPIV3, OpenAPIV3_1 } from 'openapi-types';
import { z } from 'zod';
import type { Api } from '../context.ts';

/** Collects every route's schemas into an OpenAPI 3.1 document. Register before the routes. */
export async function collectOpenApi(api: Api, publicUrl: string | undefined): Promise<void> {
  const withoutBody = new Set<string>();
  await api.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Moa',
        version: '1',
        description:
          'One desk for a seller who sells on many marketplaces. Sentences are in Korean, or in English, ' +
          'Russian or Uzbek with `Accept-Language: en`, `ru` or `uz`. Amounts are whole minor units of the currency beside them. Times are UTC.',
      },
      servers: [{ url: publicUrl ?? '/' }],
      tags: [
        { name: 'platforms', description: 'Marketplaces the hub can connect to' },
        { name: 'platform-accounts', description: 'Connected shops' },
        { name: 'sync', description: 'Reading from the marketplaces' },
        { name: 'hooks', description: 'What marketplaces push' },
        { name: 'orders', description: 'The one order list' },
        { name: 'analytics', description: 'What was sold, claimed and sent in time' },
        { name: 'products', description: 'What is sold, described once for every shop, and files of it' },
        { name: 'inventory', description: 'What lies where, what is kept, and why' },
        { name: 'commands', description: 'What was asked of a marketplace' },
        { name: 'plans', description: 'Bulk writes that are shown before they are done' },
        { name: 'audit', description: 'Who did what' },
        { name: 'members', description: 'Who may come in: people and programs' },
        { name: 'settings', description: 'How the business wants the hub to be' },
        { name: 'notifications', description: 'Mails about what happened' },
        { name: 'auth', description: 'Sessions of people' },
        { name: 'health' },
      ],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API token (`moa_…`) or a session token.',
          },
          session: { type: 'apiKey', in: 'cookie', name: 'moa.session_token' },
        },
      },
      security: [{ bearer: [] }, { session: [] }],
    },
    transform: (route) => {
      const { body, operationId } = route.schema;
      if (body instanceof z.ZodType && operationId !== undefined && body.safeParse(undefined).success)
        withoutBody.add(operationId);
      return jsonSchemaTransform(route);
    },
    transformObject: (collected) => {
      if ('openapiObject' in collected) allowNoBody(collected.openapiObject.paths ?? {}, withoutBody);
      return jsonSchemaTransformObject(collected);
    },
  });
}

type Paths = OpenAPIV3.PathsObject | OpenAPIV3_1.PathsObject;

/** The collector calls every body required; those that may be left out are not. */
function allowNoBody(paths: Paths, operations: ReadonlySet<string>): void {
  for (const { post } of Object.values(paths).filter((path) => path !== undefined)) {
    const body = post?.requestBody;
    if (body !== undefined && 'content' in body && operations.has(post?.operationId ?? ''))
      body.required = false;
  }
}

const document = z.looseObject({
  paths: z.unknown(),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/** The finished document, without the component schemas that no route refers to. */
export function openApiDocument(api: Api): Readonly<Record<string, unknown>> {
  const { components, ...rest } = document.parse(JSON.parse(JSON.stringify(api.swagger())));
  const used = new Map<string, unknown>();
  const queue = referencesIn(rest);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const schema = components.schemas[name];
    if (used.has(name) || schema === undefined) continue;
    used.set(name, schema);
    queue.push(...referencesIn(schema));
  }
  const schemas = Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...rest, components: { ...components, schemas } };
}

function referencesIn(value: unknown): string[] {
  const text = JSON.stringify(value);
  return [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
}
