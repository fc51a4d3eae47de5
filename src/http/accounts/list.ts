import { z } from 'zod';
import { listAccounts } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { accountOf, accountView } from './account-view.ts';

const accounts = z.object({ platform_accounts: z.array(accountView), next_cursor: z.null() });

/** `GET /platform-accounts`: every connected shop. A business has few, so they come on one page. */
export const listAccountsEndpoint: Endpoint = (api, { hub }) => {
  api.get('/platform-accounts', {
    schema: {
      operationId: 'listPlatformAccounts',
      summary: 'Connected shops',
      tags: ['platform-accounts'],
      response: { 200: accounts, ...problemAnswers() },
    },
    handler: async (request) => {
      const found = await asOwner(hub.db, callerOf(request).owner, listAccounts);
      const language = languageOf(request);
      return {
        platform_accounts: found.map((account) => accountOf(account, language)),
        next_cursor: null,
      };
    },
  });
};
