import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';

const PAGE = 200;
const MOST_PAGES = 50;
const LOOK_AGAIN_MS = 5_000;
const OPEN: readonly Schema<'Command'>['state'][] = ['pending', 'sending', 'unknown'];

/** The commands with these numbers, as they stand; asked for again by live events until all are over. */
export function useCommands(ids: readonly number[]) {
  return useQuery({
    // The path stands second, as in every key, so that live events find it.
    queryKey: ['get', '/api/v1/commands', { ids }],
    queryFn: () => findCommands(new Set(ids)),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    // In case the stream that tells of changes is away.
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && [...data.values()].some(({ state }) => OPEN.includes(state))
        ? LOOK_AGAIN_MS
        : false,
  });
}

/** Commands are listed newest first, so what was asked for just now is on the first pages. */
async function findCommands(ids: ReadonlySet<number>): Promise<ReadonlyMap<number, Schema<'Command'>>> {
  const found = new Map<number, Schema<'Command'>>();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES && found.size < ids.size; page++) {
    const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const { commands, next_cursor } = dataOf(await api.GET('/api/v1/commands', { params: { query } }));
    for (const command of commands) if (ids.has(command.id)) found.set(command.id, command);
    if (next_cursor === null) break;
    cursor = next_cursor;
  }
  return found;
}
