import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { editionOf } from '../../engine/open-shop.ts';
import { usedAt } from '../../marketplaces/kit/bucket.ts';
import { findAccount } from '../../store/accounts.ts';
import { readBudgets } from '../../store/budget/state.ts';
import { readMarketplaceConfig } from '../../store/marketplace-configs.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { id, idParams } from '../values/id.ts';
import { bucketOf, bucketView } from './budget-view.ts';

const budgetView = z
  .object({ account_id: id, buckets: z.array(bucketView) })
  .meta({ id: 'PlatformAccountBudget' });

/** `GET /platform-accounts/{id}/budget`: how the marketplace's limits stand now, bucket by bucket. */
export const readAccountBudget: Endpoint = (api, { hub }) => {
  api.get('/platform-accounts/:id/budget', {
    schema: {
      operationId: 'readPlatformAccountBudget',
      summary: "How much of the marketplace's limits is used",
      tags: ['platform-accounts'],
      params: idParams,
      response: { 200: budgetView, ...problemAnswers(404, 422) },
    },
    handler: async (request): Promise<z.infer<typeof budgetView>> => {
      const wanted = accountId(request.params.id);
      const found = await asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const account = await findAccount(scope, wanted);
        if (account === undefined) return undefined;
        const { ratePercent } = await readMarketplaceConfig(scope, account.platform);
        const buckets = usedAt(editionOf(account).edition.buckets, ratePercent);
        return { buckets, states: await readBudgets(scope, account.id, buckets) };
      });
      if (found === undefined) throw new Problem('not_found');
      const now = hub.clock();
      return {
        account_id: wanted,
        buckets: found.states.flatMap((state) => {
          const bucket = found.buckets[state.bucket];
          return bucket === undefined ? [] : [bucketOf(state, bucket, now, languageOf(request))];
        }),
      };
    },
  });
};
