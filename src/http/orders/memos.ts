import { z } from 'zod';
import { orderId, orderMemoId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { addMemo, removeMemo } from '../../store/orders/memos.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams, idText } from '../values/id.ts';
import { memoOf, memoView } from './memo-view.ts';

const memoBody = z.strictObject({ note: z.string().trim().min(1).max(2000) }).meta({ id: 'NewOrderMemo' });

/** `POST /orders/{id}/memos`: notes something about an order, for the people of the business alone. */
export const addOrderMemo: Endpoint = (api, { hub }) => {
  api.post('/orders/:id/memos', {
    config: { role: 'staff' },
    schema: {
      operationId: 'addOrderMemo',
      summary: 'Note something about an order',
      description: 'Only the people of the business see it; the marketplace never does.',
      tags: ['orders'],
      headers: idempotencyHeaders,
      params: idParams,
      body: memoBody,
      response: { 201: memoView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor, user } = callerOf(request);
      const order = orderId(request.params.id);
      const { note } = request.body;
      const memo = await asOwner(hub.db, owner, async (scope) => {
        const added = await addMemo(scope, order, { note, actor, author: user?.name ?? null });
        if (added === undefined) throw new Problem('not_found');
        // The note itself may hold personal data, which the trail does not.
        const target = { kind: 'order', id: order };
        await recordAudit(scope, [{ actor, action: 'order.add_memo', target, detail: { memo: added.id } }]);
        return added;
      });
      reply.code(201);
      return memoOf(memo);
    },
  });
};

const memoParams = idParams.extend({ memo_id: idText });

/** `DELETE /orders/{id}/memos/{memo_id}`. */
export const deleteOrderMemo: Endpoint = (api, { hub }) => {
  api.delete('/orders/:id/memos/:memo_id', {
    config: { role: 'staff' },
    schema: {
      operationId: 'deleteOrderMemo',
      summary: 'Delete a note about an order',
      tags: ['orders'],
      headers: idempotencyHeaders,
      params: memoParams,
      response: {
        204: z.undefined().meta({ description: 'Deleted.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const order = orderId(request.params.id);
      const memo = orderMemoId(request.params.memo_id);
      await asOwner(hub.db, owner, async (scope) => {
        if (!(await removeMemo(scope, order, memo))) throw new Problem('not_found');
        const target = { kind: 'order', id: order };
        await recordAudit(scope, [{ actor, action: 'order.delete_memo', target, detail: { memo } }]);
      });
      reply.code(204);
    },
  });
};
