import { z } from 'zod';
import { planId } from '../../domain/ids.ts';
import { PLAN_ITEM_STATES } from '../../domain/plan.ts';
import { hasPlan, listPlanItems } from '../../store/plans/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { itemOf, itemView } from './item-view.ts';

const position = z.tuple([z.int().positive()]);

const itemsQuery = z.strictObject({
  state: z.enum(PLAN_ITEM_STATES).optional(),
  flagged: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .meta({ description: 'Only those worth a second look, or only the others.' }),
  limit: pageLimit,
  cursor: cursorOf(position),
});

const items = z.object({ items: z.array(itemView), next_cursor: nextCursor });

/** `GET /plans/{id}/items`: the diff of each thing in a plan, in the order of the request. */
export const listPlanItemsEndpoint: Endpoint = (api, { hub }) => {
  api.get('/plans/:id/items', {
    schema: {
      operationId: 'listPlanItems',
      summary: 'What a plan would change, item by item',
      tags: ['plans'],
      params: idParams,
      querystring: itemsQuery,
      response: { 200: items, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const id = planId(request.params.id);
      const { state = null, flagged = null, limit, cursor } = request.query;
      const wanted = { state, flagged, limit: limit + 1, after: cursor?.[0] ?? 0 };
      const rows = await asOwner(hub.db, callerOf(request).owner, async (scope) =>
        (await hasPlan(scope, id)) ? listPlanItems(scope, id, wanted) : undefined,
      );
      if (rows === undefined) throw new Problem('not_found');
      const { page, last } = pageOf(rows, limit);
      const language = languageOf(request);
      return {
        items: page.map((item) => itemOf(item, language)),
        next_cursor: last === undefined ? null : cursorText([last.position]),
      };
    },
  });
};
