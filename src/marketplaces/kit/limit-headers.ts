import type { Told } from './bucket.ts';

/** Headers of an answer that hold one whole number each, by what they tell. Names in lower case. */
export interface LimitHeaders {
  readonly limit?: string;
  readonly remaining?: string;
  readonly resetSeconds?: string;
  readonly cost?: string;
}

/** Reads them. What is absent or no number is not told. */
export function toldIn(
  headers: Readonly<Record<string, string>>,
  names: LimitHeaders,
  of?: number,
): Told | undefined {
  const read = (name: string | undefined): number | undefined => {
    const text = name === undefined ? undefined : headers[name]?.trim();
    return text === undefined || !/^\d{1,9}$/.test(text) ? undefined : Number(text);
  };
  const limit = read(names.limit);
  const remaining = read(names.remaining);
  const resetSeconds = read(names.resetSeconds);
  const cost = read(names.cost);
  if ([limit, remaining, resetSeconds, cost].every((value) => value === undefined)) return undefined;
  return {
    ...(limit === undefined || limit === 0 ? {} : { limit }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(resetSeconds === undefined ? {} : { resetMs: resetSeconds * 1000 }),
    ...(cost === undefined ? {} : { cost }),
    ...(of === undefined ? {} : { of }),
  };
}
