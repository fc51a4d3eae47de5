import { z } from 'zod';

/** A text in every language of the desk. */
export const localized = z
  .object({ ko: z.string(), en: z.string(), ru: z.string(), uz: z.string() })
  .meta({ id: 'Localized' });
