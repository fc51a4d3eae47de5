import { z } from 'zod';
import { quote, typeOfSchema } from './schema-type.ts';

const content = z.record(z.string(), z.object({ schema: z.unknown().optional() }));

const operation = z.object({
  summary: z.string().optional(),
  parameters: z
    .array(
      z.object({
        in: z.enum(['query', 'path', 'header', 'cookie']),
        name: z.string(),
        required: z.boolean().default(false),
        schema: z.unknown(),
        description: z.string().optional(),
      }),
    )
    .default([]),
  requestBody: z.object({ required: z.boolean().default(false), content }).optional(),
  responses: z.record(z.string().regex(/^\d{3}$/), z.object({ content: content.optional() })),
});
type Operation = z.infer<typeof operation>;

const document = z.object({
  paths: z.record(
    z.string(),
    z.record(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation.optional()),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

/**
 * Writes the types of an OpenAPI 3.1 document, in the form that openapi-fetch reads. (openapi-typescript needs the
 * programming interface of TypeScript 5, which TypeScript 7 does not have.)
 */
export function apiTypes(openApi: string): string {
  const { paths, components } = document.parse(JSON.parse(openApi));
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `${quote(name)}: ${typeOfSchema(schema)};`,
  );
  const routes = Object.entries(paths).map(([path, methods]) => {
    const kinds = Object.entries(methods).flatMap(([method, facts]) =>
      facts === undefined ? [] : [`/** ${facts.summary ?? ''} */\n${method}: ${operationType(facts)};`],
    );
    return `${quote(path)}: { ${kinds.join('\n')} };`;
  });
  return [
    '// Written by `npm run web:types` from the OpenAPI document.',
    `export interface paths { ${routes.join('\n')} }`,
    `export interface components { schemas: { ${schemas.join('\n')} } }`,
    '',
  ].join('\n');
}

function operationType({ parameters, requestBody, responses }: Operation): string {
  const places = (['query', 'path', 'header', 'cookie'] as const).map((place) => {
    const those = parameters.filter((parameter) => parameter.in === place);
    if (those.length === 0) return `${place}?: never;`;
    const fields = those.map(
      ({ name, required, schema }) => `${quote(name)}${required ? '' : '?'}: ${typeOfSchema(schema)};`,
    );
    return `${place}${those.some(({ required }) => required) ? '' : '?'}: { ${fields.join(' ')} };`;
  });
  const body =
    requestBody === undefined
      ? 'requestBody?: never;'
      : `requestBody${requestBody.required ? '' : '?'}: { content: ${contentType(requestBody.content)} };`;
  const answers = Object.entries(responses).map(
    ([status, answer]) =>
      `${status}: { headers: Record<string, unknown>; content${answer.content === undefined ? '?: never' : `: ${contentType(answer.content)}`} };`,
  );
  return `{ parameters: { ${places.join(' ')} }; ${body} responses: { ${answers.join('\n')} } }`;
}

function contentType(kinds: z.infer<typeof content>): string {
  const types = Object.entries(kinds).map(
    ([type, { schema }]) => `${quote(type)}: ${schema === undefined ? 'unknown' : typeOfSchema(schema)};`,
  );
  return `{ ${types.join(' ')} }`;
}
