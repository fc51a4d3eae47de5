import { z } from 'zod';

const simpleType = z.enum(['string', 'number', 'integer', 'boolean', 'null', 'object', 'array']);

/** The parts of JSON Schema that say which type a value has; limits and formats are the API's to check. */
const typed = z.object({
  $ref: z.string().optional(),
  const: z.json().optional(),
  enum: z.array(z.json()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  type: z.union([simpleType, z.array(simpleType)]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  description: z.string().optional(),
});
type Typed = z.infer<typeof typed>;

const SCHEMAS = '#/components/schemas/';

/** Writes the TypeScript type of a JSON Schema. Throws at a reference that leads out of the document's schemas. */
export function typeOfSchema(schema: unknown): string {
  const facts = typed.parse(schema);
  if (facts.$ref !== undefined) {
    if (!facts.$ref.startsWith(SCHEMAS)) throw new Error(`a reference leads elsewhere: ${facts.$ref}`);
    return `components['schemas'][${quote(facts.$ref.slice(SCHEMAS.length))}]`;
  }
  if (facts.const !== undefined) return quote(facts.const);
  if (facts.enum !== undefined) return union(facts.enum.map(quote));
  const choices = facts.anyOf ?? facts.oneOf;
  if (choices !== undefined) return union(choices.map(typeOfSchema));
  if (facts.allOf !== undefined) return facts.allOf.map((part) => `(${typeOfSchema(part)})`).join(' & ');
  if (facts.type === undefined) return 'unknown';
  const types = Array.isArray(facts.type) ? facts.type : [facts.type];
  return union(types.map((type) => simpleTypeOf(type, facts)));
}

function simpleTypeOf(type: z.infer<typeof simpleType>, facts: Typed): string {
  switch (type) {
    case 'integer':
      return 'number';
    case 'array':
      return facts.items === undefined ? 'unknown[]' : `(${typeOfSchema(facts.items)})[]`;
    case 'object':
      return objectType(facts);
    default:
      return type;
  }
}

function objectType({ properties, required = [], additionalProperties }: Typed): string {
  if (properties === undefined) {
    const values = additionalProperties === undefined ? {} : additionalProperties;
    if (values === false) return 'Record<string, never>';
    return `Record<string, ${values === true ? 'unknown' : typeOfSchema(values)}>`;
  }
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `${comment(schema)}${quote(name)}${required.includes(name) ? '' : '?'}: ${typeOfSchema(schema)};`,
  );
  return `{ ${fields.join('\n')} }`;
}

function comment(schema: unknown): string {
  const { description } = typed.parse(schema);
  return description === undefined ? '' : `/** ${description.replaceAll('*/', '* /')} */\n`;
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ') || 'never';
}

/** A name or value as TypeScript writes it. */
export function quote(value: z.core.util.JSONType): string {
  return JSON.stringify(value);
}
