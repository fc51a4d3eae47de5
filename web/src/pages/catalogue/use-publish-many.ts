import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';

export type Outcome = Schema<'PublishAnswer'>['results'][number];

/** What has been answered so far. */
export interface Trial {
  /** By product. */
  readonly results: ReadonlyMap<number, readonly Outcome[]>;
  readonly errors: ReadonlyMap<number, unknown>;
  readonly isUnderWay: boolean;
  /** Whether these are answers to sending, and no longer to a dry run. */
  readonly isSent: boolean;
}

const NOTHING: Trial = { results: new Map(), errors: new Map(), isUnderWay: false, isSent: false };
/** Products asked about at the same time. */
const AT_ONCE = 2;
/** So long is waited for the marketplaces' answers to each; they go on in the background after that. */
const WAIT_SECONDS = 10;

/** What is to be asked of one product. */
export interface Wish {
  readonly product: number;
  readonly shops: readonly number[];
}

/**
 * Tries, and sends, many products one after the other, and tells of each as soon as it is answered. What is sent is not cut
 * off: `stop` lets what is under way come to its end and begins nothing more.
 */
export function usePublishMany() {
  const [trial, setTrial] = useState(NOTHING);
  const leaving = useRef<AbortController | null>(null);
  const isStopping = useRef(false);
  useEffect(() => () => leaving.current?.abort(), []);
  const ask = useCallback(async (wishes: readonly Wish[], isDry: boolean) => {
    leaving.current?.abort();
    const here = new AbortController();
    leaving.current = here;
    isStopping.current = false;
    setTrial({ ...NOTHING, isUnderWay: true, isSent: !isDry });
    const line = [...wishes];
    const work = async () => {
      for (let wish = line.shift(); wish !== undefined && !isStopping.current; wish = line.shift()) {
        const answered = await publish(wish, isDry, here.signal);
        if (here.signal.aborted) return;
        const { product } = wish;
        setTrial((before) =>
          answered.kind === 'results'
            ? { ...before, results: new Map(before.results).set(product, answered.results) }
            : { ...before, errors: new Map(before.errors).set(product, answered.error) },
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (here.signal.aborted) return;
    setTrial((before) => ({ ...before, isUnderWay: false }));
    if (isDry) return;
    for (const path of ['/api/v1/listings', '/api/v1/products'])
      queryClient.invalidateQueries({ queryKey: ['get', path] });
  }, []);
  const forget = useCallback(() => {
    leaving.current?.abort();
    setTrial(NOTHING);
  }, []);
  const stop = useCallback(() => {
    isStopping.current = true;
  }, []);
  return { trial, ask, forget, stop };
}

async function publish({ product, shops }: Wish, isDry: boolean, signal: AbortSignal) {
  try {
    const { results } = dataOf(
      await api.POST('/api/v1/products/{id}/publish', {
        params: { path: { id: product }, query: isDry ? {} : { wait: WAIT_SECONDS } },
        body: { dry_run: isDry, account_ids: [...shops] },
        signal,
      }),
    );
    return { kind: 'results', results } as const;
  } catch (error) {
    return { kind: 'error', error } as const;
  }
}
