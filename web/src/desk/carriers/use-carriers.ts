import { queries } from '../../api/client.ts';
import type { Choice } from '../../ui/select.tsx';
import { useCarrierWords } from './carrier-words.ts';

/** The carriers that some marketplace takes, the usual ones of the country first. */
export function useEveryCarrier(): readonly Choice[] {
  const t = useCarrierWords();
  const { data } = queries.useQuery('get', '/api/v1/platforms', undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  });
  const editions = data?.platforms.flatMap((platform) => platform.editions) ?? [];
  const ids = new Set(editions.flatMap(({ carriers }) => Object.keys(carriers)));
  return [...ids].map((id) => ({ value: id, label: t.word('names', id) }));
}

/** The carriers a marketplace takes, the usual ones of the country first. */
export function useCarriers(platform: string): readonly Choice[] {
  const t = useCarrierWords();
  const { data } = queries.useQuery('get', '/api/v1/platforms', undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  });
  const edition = data?.platforms.find(({ id }) => id === platform)?.editions[0];
  return Object.keys(edition?.carriers ?? {}).map((id) => ({ value: id, label: t.word('names', id) }));
}
