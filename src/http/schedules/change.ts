import { scheduleId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { changeSchedule, findSchedule } from '../../store/schedules.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { fieldsOf, scheduleChange } from './schedule-fields.ts';
import { scheduleView, viewSchedule } from './schedule-view.ts';

/** `PATCH /sync/schedules/{id}`: changes the fields that are given. */
export const changeScheduleEndpoint: Endpoint = (api, { hub }) => {
  api.patch('/sync/schedules/:id', {
    config: { role: 'owner' },
    schema: {
      operationId: 'changeSchedule',
      summary: 'Change a schedule',
      tags: ['schedules'],
      headers: idempotencyHeaders,
      params: idParams,
      body: scheduleChange,
      response: { 200: scheduleView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const view = await asOwner(hub.db, owner, async (scope) => {
        const before = await findSchedule(scope, scheduleId(request.params.id));
        if (before === undefined) throw new Problem('not_found');
        const changed = await changeSchedule(scope, before.id, await fieldsOf(scope, request.body, before));
        if (changed === undefined) throw new Problem('not_found');
        await recordAudit(scope, [
          {
            actor,
            action: 'schedule.change',
            target: { kind: 'schedule', id: changed.id },
            account: changed.account,
            detail: { fields: Object.keys(request.body) },
          },
        ]);
        return viewSchedule(scope, changed, hub.clock());
      });
      hub.nudges.emit('nudge', 'pull');
      return view;
    },
  });
};
