import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { fieldErrors } from './field-errors.ts';
import { type FieldError, Problem } from './problem.ts';
import { unstorableTexts } from './unstorable.ts';

/** Checks each part of a request against its Zod schema; what is wrong becomes a 422 naming every field. */
export const validate: FastifySchemaCompiler<z.core.$ZodType> =
  ({ schema }) =>
  (data) => {
    const unstorable = unstorableTexts(data);
    if (unstorable.length > 0) return { error: invalidRequest(fieldErrors(unstorable)) };
    const result = z.core.safeParse(schema, data, { reportInput: true });
    if (result.success) return { value: result.data };
    return { error: invalidRequest(fieldErrors(result.error.issues)) };
  };

/** The problem about some fields; a single unknown platform has a code of its own. */
export function invalidRequest(errors: readonly FieldError[]): Problem {
  const platform = errors.find(({ code }) => code === 'unknown_platform');
  if (platform === undefined) return new Problem('invalid_request', { errors });
  return new Problem('unknown_platform', { detail: platform.message, errors });
}
