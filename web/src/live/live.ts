import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { settleNews } from './list-news.ts';
import { refresh } from './refresh.ts';
import { touchedBy, touchedByRun } from './touched.ts';

export type LiveState = 'connecting' | 'open' | 'lost';

const ADDRESS = '/api/v1/events';
/** Browsers connect again by themselves where the line broke; after a refusal it is up to us. */
const AGAIN_MS = 3_000;
/** A line that is back within this time was never missed. */
const LOST_AFTER_MS = 2_500;
/** A busy hub tells many things at once; what they touch is asked for again together. */
const GATHER_MS = 1_000;
/** Browsers hold few connections to one server, so a tab that nobody looks at gives its own back. */
const HIDDEN_MS = 60_000;

/** What every path begins with. */
const EVERYTHING = ['/'];

let state: LiveState = 'connecting';
const listeners = new Set<() => void>();

/** Whether what is shown is being kept up to date. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

function setState(next: LiveState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

/**
 * Follows what happens from a place in the stream on and makes the desk ask again for what it touches, until stopped. The
 * place is to be older than every answer that is shown: what happened while a page was loading is told as well.
 */
export function followEvents(queryClient: QueryClient, from: string): () => void {
  let after = from;
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let missed: ReturnType<typeof setTimeout> | undefined;
  let hidden: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let wasAway = false;
  const touched = new Set<string>();

  const open = () => {
    clearTimeout(again);
    source?.close();
    source = new EventSource(`${ADDRESS}?${new URLSearchParams({ after })}`);
    source.onopen = onOpen;
    source.onerror = onError;
    for (const [type, paths] of touchedBy)
      source.addEventListener(type, ({ data, lastEventId }) => {
        after = lastEventId || after;
        for (const path of paths) touched.add(path);
        if (type === 'run.progress') for (const path of touchedByRun(JSON.parse(data))) touched.add(path);
        gathering ??= setTimeout(tell, GATHER_MS);
      });
  };
  const onOpen = () => {
    clearTimeout(missed);
    missed = undefined;
    setState('open');
    if (wasAway) refresh(queryClient, EVERYTHING);
    wasAway = false;
  };
  const onError = () => {
    wasAway = true;
    missed ??= setTimeout(() => setState('lost'), LOST_AFTER_MS);
    if (source?.readyState !== EventSource.CLOSED) return;
    // Refused: perhaps the session is over, which asking who we are finds out.
    clearTimeout(again);
    again = setTimeout(() => {
      queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/me'] });
      open();
    }, AGAIN_MS);
  };
  const tell = () => {
    gathering = undefined;
    const paths = [...touched];
    touched.clear();
    refresh(queryClient, paths);
  };
  const onVisibility = () => {
    clearTimeout(hidden);
    if (document.visibilityState === 'hidden') {
      hidden = setTimeout(() => {
        wasAway = true;
        source?.close();
        source = null;
      }, HIDDEN_MS);
    } else if (source === null) open();
  };

  const unsettle = settleNews(queryClient.getQueryCache());
  open();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    for (const timer of [again, missed, hidden, gathering]) clearTimeout(timer);
    source?.close();
    unsettle();
    setState('connecting');
  };
}
