import { scheduleId } from '../../domain/ids.ts';
import { findSchedule } from '../../store/schedules.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { scheduleView, viewSchedule } from './schedule-view.ts';

/** `GET /sync/schedules/{id}` */
export const readScheduleEndpoint: Endpoint = (api, { hub }) => {
  api.get('/sync/schedules/:id', {
    schema: {
      operationId: 'readSchedule',
      summary: 'One schedule, and when it runs next',
      tags: ['schedules'],
      params: idParams,
      response: { 200: scheduleView, ...problemAnswers(404, 422) },
    },
    handler: async (request) =>
      asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const found = await findSchedule(scope, scheduleId(request.params.id));
        if (found === undefined) throw new Problem('not_found');
        return viewSchedule(scope, found, hub.clock());
      }),
  });
};
