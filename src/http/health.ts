import { sql } from 'kysely';
import { z } from 'zod';
import type { Endpoint } from './context.ts';
import { openProblemAnswers } from './problems/answers.ts';
import { Problem } from './problems/problem.ts';

const health = z.object({ status: z.literal('ok') });

/** `GET /healthz`: for those who watch the process; says nothing about anybody's data. */
export const readHealth: Endpoint = (api, { hub }) => {
  api.get('/healthz', {
    schema: {
      operationId: 'readHealth',
      summary: 'Whether the hub can work',
      tags: ['health'],
      security: [],
      response: { 200: health, ...openProblemAnswers(503) },
    },
    handler: async (): Promise<z.infer<typeof health>> => {
      await sql`select 1`.execute(hub.db.root).catch(() => {
        throw new Problem('not_ready');
      });
      return { status: 'ok' };
    },
  });
};
