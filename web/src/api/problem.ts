import type { Schema } from './types.ts';

/** A problem as the API tells it, or none of its: then nothing came back. */
export type Trouble =
  | { readonly kind: 'problem'; readonly problem: Schema<'Problem'> }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'bug'; readonly error: Error };

/** What an error thrown by a query or a mutation means. */
export function troubleOf(error: unknown): Trouble {
  if (isProblem(error)) return { kind: 'problem', problem: error };
  // What `fetch` throws when no answer comes; a proxy without its hub answers with a text.
  if (error instanceof TypeError || typeof error === 'string') return { kind: 'unreachable' };
  return { kind: 'bug', error: error instanceof Error ? error : new Error(String(error)) };
}

export function isProblem(error: unknown): error is Schema<'Problem'> {
  return (
    typeof error === 'object' && error !== null && 'code' in error && 'title' in error && 'detail' in error
  );
}

/** The message about one field of a request, when the problem names it. */
export function fieldMessage(error: unknown, field: string): string | undefined {
  if (!isProblem(error)) return undefined;
  return error.errors?.find((one) => one.field === field)?.message;
}

/** The data of an answer; throws its problem. For calls outside hooks. */
export function dataOf<Data>(answer: { data?: Data; error?: unknown; response: Response }): Data {
  if (answer.data !== undefined) return answer.data;
  throw answer.error ?? new TypeError(`the hub answered ${answer.response.status} without a body`);
}
