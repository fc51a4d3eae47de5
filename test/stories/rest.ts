import { z } from 'zod';
import type { Time } from './time.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The REST API as one person uses it, in English. */
export interface Rest {
  ask(line: `${string} /${string}`, body?: unknown): Promise<Answer>;
  /** Asks for what must be answered with 2xx in this shape. */
  get<Shape extends z.ZodType>(
    line: `${string} /${string}`,
    shape: Shape,
    body?: unknown,
  ): Promise<z.infer<Shape>>;
  /** Asks for what must be declined, and answers why. */
  declined(line: `${string} /${string}`, body?: unknown): Promise<Declined>;
}

const PROBLEM = z.object({ status: z.int(), code: z.string(), detail: z.string() });
export type Declined = z.infer<typeof PROBLEM>;

export function restAt(url: string, token: string, time: Time): Rest {
  const rest: Rest = {
    ask: (line, body) =>
      time.during(async () => {
        const [method = 'GET', path = '/'] = line.split(' ', 2);
        const answer = await fetch(`${url}/api/v1${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            'accept-language': 'en',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return { status: answer.status, body: await answer.json() };
      }),
    async get(line, shape, body) {
      const { status, body: given } = await rest.ask(line, body);
      if (status >= 300) throw new Error(`${line} gave ${status}: ${JSON.stringify(given)}`);
      return shape.parse(given);
    },
    async declined(line, body) {
      const { status, body: given } = await rest.ask(line, body);
      if (status < 400) throw new Error(`${line} was not declined: ${status} ${JSON.stringify(given)}`);
      return PROBLEM.parse(given);
    },
  };
  return rest;
}
