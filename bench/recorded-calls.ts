import type { Dispatcher } from 'undici';
import { z } from 'zod';

export const RECORDED_CALLS = z.array(
  z.object({
    url: z.string(),
    method: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string().nullable(),
  }),
);
export type RecordedCall = z.infer<typeof RECORDED_CALLS>[number];

const HEADERS = z.record(z.string(), z.string());

/** The calls of an import, and those of the one before it. */
export const RECORDED_IMPORT = z.object({ before: RECORDED_CALLS, made: RECORDED_CALLS });
export type RecordedImport = z.infer<typeof RECORDED_IMPORT>;

export interface Recorder {
  readonly dispatcher: Dispatcher;
  /** What has been sent so far. */
  readonly calls: () => RecordedCall[];
}

/**
 * Notes every call, so that the floor can fetch the same bytes. What was noted is made plain only when somebody asks for
 * it, since the noting itself is inside the time that is measured.
 */
export function recordCalls(dispatcher: Dispatcher): Recorder {
  const noted: Pick<Dispatcher.DispatchOptions, 'origin' | 'path' | 'method' | 'headers' | 'body'>[] = [];
  return {
    dispatcher: dispatcher.compose((dispatch) => (options, handler) => {
      const { origin, path, method, headers, body } = options;
      noted.push({ origin, path, method, headers, body });
      return dispatch(options, handler);
    }),
    calls: () =>
      noted.map(({ origin, path, method, headers, body }) => ({
        url: `${String(origin).replace(/\/$/, '')}${path}`,
        method,
        headers: HEADERS.parse(headers ?? {}),
        body: typeof body === 'string' ? body : null,
      })),
  };
}
