import { allowance } from './allowance.ts';
import { drain } from './drain.ts';
import { overhead } from './overhead.ts';
import { queues } from './queues.ts';

/** The machinery under every pull and every write: allowance, throughput, a click in the rush, idle cost. */
export async function engine(): Promise<Record<string, unknown>> {
  return {
    allowance: await allowance(12),
    drain: await drain(),
    queues: await queues(),
    overhead: await overhead(),
  };
}
