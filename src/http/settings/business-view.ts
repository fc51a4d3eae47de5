import { z } from 'zod';
import { LANGUAGES } from '../../domain/language.ts';
import type { Business } from '../../store/owners.ts';

/** What the business is called, and how it counts and speaks. */
export const businessView = z
  .object({
    name: z.string(),
    time_zone: z.string().describe('An IANA zone: dates without an offset are in it.'),
    language: z.enum(LANGUAGES).describe('What the desk speaks to people who have not chosen a language.'),
  })
  .meta({ id: 'Business' });

export function businessOf({ name, timeZone, language }: Business): z.infer<typeof businessView> {
  return { name, time_zone: timeZone, language };
}
