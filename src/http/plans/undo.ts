import { planId } from '../../domain/ids.ts';
import type { PlanKind } from '../../domain/plan.ts';
import { isReversible, undoPlan } from '../../engine/plans/undo-plan.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import { recordAudit } from '../../store/audit.ts';
import { findPlan } from '../../store/plans/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { waitQuery } from '../values/wait.ts';
import { answerPlan } from './answer-plan.ts';
import { planView } from './plan-view.ts';

/** `POST /plans/{id}/undo`: plans the way back to the values from before. */
export const undoPlanEndpoint: Endpoint = (api, context) => {
  const { hub } = context;
  api.post('/plans/:id/undo', {
    config: { role: 'staff' },
    schema: {
      operationId: 'undoPlan',
      summary: 'Plan to put back what a plan has changed',
      description:
        'Answers a new plan with the values from before, to be looked at and confirmed like any other. Stock, prices ' +
        'and invoices can be put back; an acknowledged or shipped order cannot.',
      tags: ['plans'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      response: { 200: planView, 202: planView, ...problemAnswers(403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const id = planId(request.params.id);
      const reverse = await asOwner(hub.db, owner, async (scope) => {
        const plan = await findPlan(scope, id);
        if (plan === undefined) throw new Problem('not_found');
        if (!isReversible(plan.kind)) throw new Problem('plan_not_undoable', { detail: WHY_NOT[plan.kind] });
        if (plan.state === 'confirmed') throw new Problem('plan_at_work');
        const made = await undoPlan(scope, plan, actor, hub.clock());
        if (made === null) throw new Problem('plan_not_undoable');
        const detail = { kind: plan.kind, undoes: id };
        await recordAudit(scope, [
          { actor, action: 'plan.undo', target: { kind: 'plan', id: made }, detail },
        ]);
        return made;
      });
      return answerPlan(context, request, reply, reverse, {
        seconds: request.query.wait,
        isOver: ({ state }) => state !== 'preparing',
      });
    },
  });
};

const WHY_NOT: Readonly<Record<Exclude<PlanKind, 'set_stock' | 'set_price' | 'change_invoice'>, Localized>> =
  {
    acknowledge: {
      ko: '발주확인은 마켓에서 취소할 수 없습니다. 발송할 수 없는 주문은 판매자 취소로 처리하세요.',
      en: 'An acknowledgement cannot be taken back. If you cannot ship, cancel the order as the seller.',
      ru: 'Подтверждение нельзя отозвать. Если отправить нельзя, отмените заказ как продавец.',
      uz: 'Tasdiqni qaytarib bo‘lmaydi. Jo‘nata olmasangiz, buyurtmani sotuvchi sifatida bekor qiling.',
    },
    ship: {
      ko: '발송은 되돌릴 수 없습니다. 송장이 틀렸으면 송장 수정 계획(change_invoice)을 만드세요.',
      en: 'Shipping cannot be taken back. If an invoice is wrong, make a plan of the kind change_invoice.',
      ru: 'Отправку нельзя отозвать. Если трек-номер неверен, составьте план вида change_invoice.',
      uz: 'Jo‘natishni qaytarib bo‘lmaydi. Trek-raqam xato bo‘lsa, change_invoice turidagi reja tuzing.',
    },
  };
