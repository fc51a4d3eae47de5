import { scheduleId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { pauseSchedule } from '../../store/schedules.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { scheduleView, viewSchedule } from './schedule-view.ts';

/** `POST /sync/schedules/{id}/pause`: nothing runs by it, or in its place, until it goes on. */
export const pauseScheduleEndpoint = pausing('pause', true, 'Pause a schedule');

/** `POST /sync/schedules/{id}/resume`: lets it go on; what was missed is made up for by one run. */
export const resumeScheduleEndpoint = pausing('resume', false, 'Let a paused schedule go on');

function pausing(verb: 'pause' | 'resume', paused: boolean, summary: string): Endpoint {
  return (api, { hub }) => {
    api.post(`/sync/schedules/:id/${verb}`, {
      config: { role: 'owner' },
      schema: {
        operationId: `${verb}Schedule`,
        summary,
        tags: ['schedules'],
        headers: idempotencyHeaders,
        params: idParams,
        response: { 200: scheduleView, ...problemAnswers(403, 404, 409, 422) },
      },
      handler: async (request) => {
        const { owner, actor } = callerOf(request);
        const view = await asOwner(hub.db, owner, async (scope) => {
          const changed = await pauseSchedule(scope, scheduleId(request.params.id), paused);
          if (changed === undefined) throw new Problem('not_found');
          await recordAudit(scope, [
            {
              actor,
              action: `schedule.${verb}`,
              target: { kind: 'schedule', id: changed.id },
              account: changed.account,
            },
          ]);
          return viewSchedule(scope, changed, hub.clock());
        });
        hub.nudges.emit('nudge', 'pull');
        return view;
      },
    });
  };
}
