import { queryClient } from '../../api/query-client.ts';

/** Asks again for commands, and for the numbers that count them. */
export async function refreshCommands(): Promise<void> {
  await Promise.all(
    ['/api/v1/commands', '/api/v1/today'].map((path) =>
      queryClient.invalidateQueries({ queryKey: ['get', path] }),
    ),
  );
}
