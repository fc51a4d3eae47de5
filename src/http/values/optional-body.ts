import { z } from 'zod';

/** A body that may be left out: none means the same as one without fields. */
export function optionalBody<Body extends z.ZodType>(body: Body) {
  return z.preprocess((given) => given ?? {}, body);
}
