import { z } from 'zod';
import type { StoredLocation } from '../../store/stock/locations.ts';
import { id } from '../values/id.ts';

export const locationName = z.string().trim().min(1).max(100);

export const locationView = z
  .object({
    id,
    name: z.string(),
    is_default: z.boolean().describe('Orders take from it unless only another one has enough.'),
  })
  .meta({ id: 'Location' });

/** A place as it goes out. */
export function locationOf(location: StoredLocation): z.infer<typeof locationView> {
  return { id: location.id, name: location.name, is_default: location.isDefault };
}
