import { z } from 'zod';

/** A person as the session endpoints show them. */
export const person = z
  .object({ id: z.string(), email: z.string(), name: z.string() })
  .meta({ id: 'Person' });
