import { z } from 'zod';
import type { ApiToken } from '../../store/api-tokens.ts';
import { ROLES } from '../../store/owners.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const fields = {
  id,
  name: z.string(),
  prefix: z.string().describe('Its first letters, to tell tokens apart.'),
  role: z.enum(ROLES),
  created_at: instant,
  expires_at: instant.nullable().describe('Null: it does not end by itself.'),
  last_used_at: instant.nullable().describe('To the minute.'),
};

/** A token for programs; the token itself is never shown again. */
export const tokenView = z.object(fields).meta({ id: 'ApiToken' });

/** The same with the token, which is shown once. */
export const tokenWithSecret = z
  .object({
    ...fields,
    token: z
      .string()
      .nullable()
      .describe('Shown this once; null when the answer is repeated by an Idempotency-Key.'),
  })
  .meta({ id: 'ApiTokenWithSecret' });

export function tokenOf(token: ApiToken): z.infer<typeof tokenView> {
  return {
    id: token.id,
    name: token.name,
    prefix: token.prefix,
    role: token.role,
    created_at: token.createdAt.toISOString(),
    expires_at: instantOrNull(token.expiresAt),
    last_used_at: instantOrNull(token.lastUsedAt),
  };
}
