import { z } from 'zod';
import { accountId, productId } from '../../domain/ids.ts';
import { applyRules } from '../../engine/pricing/apply-rules.ts';
import { quotePrices } from '../../engine/pricing/quote.ts';
import { recordAudit } from '../../store/audit.ts';
import { findPlan } from '../../store/plans/read.ts';
import type { PricedFilter } from '../../store/pricing/priced-items.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { planOf, planView } from '../plans/plan-view.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { id } from '../values/id.ts';
import { optionalBody } from '../values/optional-body.ts';
import { waitFor, waitQuery } from '../values/wait.ts';
import { quoteView, viewQuote } from './quote-view.ts';

/** As many as a plan holds. */
const MOST_ITEMS = 10_000;

const wanted = {
  product_ids: z.array(id).min(1).max(1_000).optional(),
  account_ids: z.array(id).min(1).max(100).optional(),
};

/** `POST /prices/quote`: what the rules would make of prices, with margins before and after. */
export const quotePricesEndpoint: Endpoint = (api, { hub }) => {
  api.post('/prices/quote', {
    config: { role: 'staff' },
    schema: {
      operationId: 'quotePrices',
      summary: 'What the price rules would do',
      description: 'For linked things on sale of some products or shops, or of all. Nothing is changed.',
      tags: ['prices'],
      body: optionalBody(z.strictObject(wanted)),
      response: { 200: z.object({ quotes: z.array(quoteView) }), ...problemAnswers(400, 403, 422) },
    },
    handler: async (request) => {
      const quotes = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        quotePrices(scope, filterOf(request.body), hub.clock()),
      );
      return { quotes: quotes.map((quote) => viewQuote(quote, languageOf(request))) };
    },
  });
};

/** `POST /prices/apply`: the price strategy of a product in one call. */
export const applyPricesEndpoint: Endpoint = (api, { hub, closing }) => {
  api.post('/prices/apply', {
    config: { role: 'staff' },
    schema: {
      operationId: 'applyPrices',
      summary: 'Set prices by the rules',
      description:
        'Makes a plan of every price that the rules would change. With `confirm` it is carried out as soon as the present ' +
        'prices were read; without, once it is confirmed. Either way `POST /plans/{id}/undo` sets the old prices again.',
      tags: ['prices'],
      headers: idempotencyHeaders,
      querystring: waitQuery,
      body: optionalBody(z.strictObject({ ...wanted, confirm: z.boolean().default(false) })),
      response: {
        200: z.object({ plan: planView.nullable(), quotes: z.array(quoteView) }),
        202: z.object({ plan: planView.nullable(), quotes: z.array(quoteView) }),
        ...problemAnswers(400, 403, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { confirm } = request.body;
      const applied = await asOwner(hub.db, owner, async (scope) => {
        const by = { actor, confirmed: confirm, now: hub.clock() };
        const done = await applyRules(scope, filterOf(request.body), by);
        if (done.plan !== null) {
          const detail = { kind: 'set_price', confirmed: confirm };
          await recordAudit(scope, [
            { actor, action: 'plan.create', target: { kind: 'plan', id: done.plan }, detail },
          ]);
        }
        return done;
      });
      const language = languageOf(request);
      const quotes = applied.quotes.map((quote) => viewQuote(quote, language));
      const { plan: planned } = applied;
      if (planned === null) return { plan: null, quotes };
      const isOver = confirm
        ? ({ finishedAt }: { finishedAt: Date | null }) => finishedAt !== null
        : ({ state }: { state: string }) => state !== 'preparing';
      const plan = await waitFor(
        () => asOwner(hub.db, owner, (scope) => findPlan(scope, planned)),
        (seen) => seen === undefined || isOver(seen),
        { seconds: request.query.wait, closing, reply },
      );
      reply.code(plan === undefined || isOver(plan) ? 200 : 202);
      return { plan: plan === undefined ? null : planOf(plan, language), quotes };
    },
  });
};

function filterOf(given: {
  readonly product_ids?: readonly number[] | undefined;
  readonly account_ids?: readonly number[] | undefined;
}): PricedFilter {
  return {
    products: given.product_ids?.map(productId) ?? null,
    accounts: given.account_ids?.map(accountId) ?? null,
    limit: MOST_ITEMS,
  };
}
