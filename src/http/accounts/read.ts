import { accountId } from '../../domain/ids.ts';
import { findAccount } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { accountOf, accountView } from './account-view.ts';

/** `GET /platform-accounts/{id}`. */
export const readAccountEndpoint: Endpoint = (api, { hub }) => {
  api.get('/platform-accounts/:id', {
    schema: {
      operationId: 'readPlatformAccount',
      summary: 'One connected shop',
      tags: ['platform-accounts'],
      params: idParams,
      response: { 200: accountView, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const account = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        findAccount(scope, accountId(request.params.id)),
      );
      if (account === undefined) throw new Problem('not_found');
      return accountOf(account, languageOf(request));
    },
  });
};
