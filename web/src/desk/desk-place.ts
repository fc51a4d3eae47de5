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
  /** Keeps what the change makes of the place as it stands at the hub, also where that was not there yet when it was asked for. */
  keep(change: (place: Place) => Partial<Pick<Place, 'views' | 'hidden_columns'>>): Promise<void>;
} {
  const tellTrouble = useTroubleToast();
  const { data } = queries.useQuery('get', '/api/v1/me/views', undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isOurs = ({ place }: Place) => place === name;
  return {
    place: data?.places.find(isOurs),
    async keep(change) {
      const { queryKey } = placesQuery;
      try {
        const { places } = await queryClient.ensureQueryData(placesQuery);
        const before = places.find(isOurs) ?? { place: name, views: [], hidden_columns: null };
        const body = change(before);
        queryClient.setQueryData(queryKey, {
          places: [...places.filter((one) => !isOurs(one)), { ...before, ...body }],
        });
        dataOf(await api.PUT('/api/v1/me/views/{place}', { params: { path: { place: name } }, body }));
      } catch (error) {
        tellTrouble(error);
        await queryClient.invalidateQueries({ queryKey });
      }
    },
  };
}
