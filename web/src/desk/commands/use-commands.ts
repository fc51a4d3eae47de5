import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';

type Command = Schema<'Command'>;

/** As many as the API finds at once. */
const AT_ONCE = 200;
const LOOK_AGAIN_MS = 5_000;
const OPEN: readonly Command['state'][] = ['pending', 'sending', 'unknown'];

/** The commands with these numbers, as they stand; asked for again by live events until all are over. */
export function useCommands(ids: readonly number[]) {
  return useQuery({
    // The path stands second, as in every key, so that live events find it.
    queryKey: ['get', '/api/v1/commands', { ids }],
    queryFn: () => findCommands(ids),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    // In case the stream that tells of changes is away.
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && [...data.values()].some(({ state }) => OPEN.includes(state))
        ? LOOK_AGAIN_MS
        : false,
  });
}

async function findCommands(ids: readonly number[]): Promise<ReadonlyMap<number, Command>> {
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, part) =>
    ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  const pages = await Promise.all(
    parts.map(async (part) => {
      const query = { command_ids: part.join(','), limit: AT_ONCE };
      return dataOf(await api.GET('/api/v1/commands', { params: { query } })).commands;
    }),
  );
  return new Map(pages.flat().map((command) => [command.id, command]));
}
