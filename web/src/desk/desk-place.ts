import { api, queries } from '../api/client.ts';
import { dataOf } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';
import type { Schema } from '../api/types.ts';
import { useTroubleToast } from '../ui/trouble-toast.ts';

type Place = Schema<'DeskPlace'>;

const placesQuery = queries.queryOptions('get', '/api/v1/me/views', undefined, {
  staleTime: Number.POSITIVE_INFINITY,
});

/** How whoever is signed in likes to see one table; the hub keeps it. Undefined while it is fetched, and before anything is kept. */
export function useDeskPlace(name: string): {
  readonly place: Place | undefined;
  keep(change: Partial<Pick<Place, 'views' | 'hidden_columns'>>): Promise<void>;
} {
  const tellTrouble = useTroubleToast();
  const { data } = queries.useQuery('get', '/api/v1/me/views', undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  });
  const place = data?.places.find((one) => one.place === name);
  return {
    place,
    async keep(change) {
      const { queryKey } = placesQuery;
      const show = (next: Place) =>
        queryClient.setQueryData<{ places: Place[] }>(queryKey, (before) => ({
          places: [...(before?.places ?? []).filter((one) => one.place !== name), next],
        }));
      show({ views: [], hidden_columns: null, ...place, ...change, place: name });
      try {
        dataOf(
          await api.PUT('/api/v1/me/views/{place}', { params: { path: { place: name } }, body: change }),
        );
      } catch (error) {
        tellTrouble(error);
        await queryClient.invalidateQueries({ queryKey });
      }
    },
  };
}
