import { useSuspenseQuery } from '@tanstack/react-query';
import { queries } from '../api/client.ts';
import { everyOf } from '../api/every.ts';
import type { Schema } from '../api/types.ts';

/** Who uses the desk, and for which business. */
export const meQuery = queries.queryOptions('get', '/api/v1/me', undefined, {
  staleTime: Number.POSITIVE_INFINITY,
});

export type Role = Schema<'Me'>['role'];

/** The mightiest first. */
export const ROLES = everyOf<Role>()(['owner', 'staff', 'viewer']);

export function useMe(): Schema<'Me'> {
  return useSuspenseQuery(meQuery).data;
}

/** Whether whoever uses the desk may do what needs a role. The API decides; this hides what it would refuse. */
export function useMay(needed: Role): boolean {
  return ROLES.indexOf(useMe().role) <= ROLES.indexOf(needed);
}
