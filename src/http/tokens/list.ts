import { z } from 'zod';
import { listApiTokens } from '../../store/api-tokens.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { tokenOf, tokenView } from './token-view.ts';

const tokens = z.object({ api_tokens: z.array(tokenView) });

/** `GET /api-tokens`: which programs may come in, newest first. */
export const listTokens: Endpoint = (api, { hub }) => {
  api.get('/api-tokens', {
    config: { role: 'owner' },
    schema: {
      operationId: 'listApiTokens',
      summary: 'Tokens of programs, newest first',
      tags: ['members'],
      response: { 200: tokens, ...problemAnswers(403) },
    },
    handler: async (request) => {
      const found = await asOwner(hub.db, callerOf(request).owner, listApiTokens);
      return { api_tokens: found.map(tokenOf) };
    },
  });
};
