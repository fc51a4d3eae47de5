import { useRef } from 'react';

interface Asked {
  readonly body: string;
  readonly key: string;
}

/**
 * Keys for what must not be carried out twice. The same wish sent again, since its answer was lost on the way, goes under the
 * key it had; `answered` forgets that, so that the same wish may be meant once more.
 */
export function useAskKey(): {
  headerFor(body: unknown): { readonly 'idempotency-key': string };
  answered(): void;
} {
  const asked = useRef<Asked | null>(null);
  return {
    headerFor(wish) {
      const body = JSON.stringify(wish);
      if (asked.current?.body !== body) asked.current = { body, key: newKey() };
      return { 'idempotency-key': asked.current.key };
    },
    answered() {
      asked.current = null;
    },
  };
}

/** `crypto.randomUUID` is there over https alone, and a hub in the house may have none. */
function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
