import { z } from 'zod';

/** The days counted. */
export const periodView = z
  .object({ from: z.iso.date(), to: z.iso.date().describe('Included.') })
  .meta({ id: 'DayPeriod' });
