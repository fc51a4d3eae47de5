import { queryClient } from '../../api/query-client.ts';

/** Asks again for schedules: a change of one moves the shops that others count for. */
export async function refreshSchedules(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/sync/schedules'] });
}
