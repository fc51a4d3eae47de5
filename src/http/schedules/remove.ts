import { z } from 'zod';
import { scheduleId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { deleteSchedule } from '../../store/schedules.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';

/** `DELETE /sync/schedules/{id}`: the next wider schedule, or the installation's pause, counts again. */
export const deleteScheduleEndpoint: Endpoint = (api, { hub }) => {
  api.delete('/sync/schedules/:id', {
    config: { role: 'owner' },
    schema: {
      operationId: 'deleteSchedule',
      summary: 'Delete a schedule',
      tags: ['schedules'],
      headers: idempotencyHeaders,
      params: idParams,
      response: {
        204: z.undefined().meta({ description: 'Deleted. What it replaced counts again.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      await asOwner(hub.db, owner, async (scope) => {
        const id = scheduleId(request.params.id);
        if (!(await deleteSchedule(scope, id))) throw new Problem('not_found');
        await recordAudit(scope, [{ actor, action: 'schedule.delete', target: { kind: 'schedule', id } }]);
      });
      hub.nudges.emit('nudge', 'pull');
      reply.code(204);
    },
  });
};
