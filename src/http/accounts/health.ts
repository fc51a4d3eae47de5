import { accountId } from '../../domain/ids.ts';
import { freshnessOf } from '../../engine/health/freshness.ts';
import { operationRecords } from '../../engine/health/operation-record.ts';
import { editionOf } from '../../engine/open-shop.ts';
import { findAccount } from '../../store/accounts.ts';
import { readAccountWork } from '../../store/health/account-work.ts';
import { readCallTallies } from '../../store/health/call-tallies.ts';
import { readFeedReads } from '../../store/health/feed-reads.ts';
import { readKeyWarning } from '../../store/health/key-warnings.ts';
import { asOwner } from '../../store/scope.ts';
import { listUnknownCodes } from '../../store/unknown-codes.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { healthOf, healthView } from './health-view.ts';

const HOURS_OF_CALLS = 24;

/** `GET /platform-accounts/{id}/health`: how a shop is, since when, and what to do about it. */
export const readAccountHealth: Endpoint = (api, { hub }) => {
  api.get('/platform-accounts/:id/health', {
    schema: {
      operationId: 'readAccountHealth',
      summary: 'How a connected shop is',
      description:
        'State, trouble with what to do, end of the key, freshness of each feed, calls of the last day, unknown codes.',
      tags: ['platform-accounts'],
      params: idParams,
      response: { 200: healthView, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      // What this process has just done is told too.
      await hub.calls.flush();
      const now = hub.clock();
      const facts = await asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const account = await findAccount(scope, accountId(request.params.id));
        if (account === undefined) throw new Problem('not_found');
        const { marketplace, edition } = editionOf(account);
        const work = await readAccountWork(scope, account.id);
        const reads = await readFeedReads(scope, account.id);
        return {
          account,
          marketplace,
          work,
          warnedAtDays: await readKeyWarning(scope, account.id),
          feeds: freshnessOf(edition.feeds, reads, account, work, now),
          unknownCodes: await listUnknownCodes(scope, account.id),
          operations: operationRecords(await readCallTallies(scope, account.id, HOURS_OF_CALLS)),
        };
      });
      return healthOf(facts, languageOf(request), now);
    },
  });
};
