import { EVERY_DAY } from '../../domain/schedule.ts';
import { recordAudit } from '../../store/audit.ts';
import { createSchedule, MOST_SCHEDULES } from '../../store/schedules.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { fieldsOf, newSchedule } from './schedule-fields.ts';
import { scheduleView, viewSchedule } from './schedule-view.ts';

/** `POST /sync/schedule`: reads shops by the clock. */
export const createScheduleEndpoint: Endpoint = (api, { hub }) => {
  api.post('/sync/schedule', {
    config: { role: 'owner' },
    schema: {
      operationId: 'createSchedule',
      summary: 'Read shops by the clock',
      description:
        'For every shop, those of a marketplace, or one. The closest schedule that names a type counts for it; ' +
        'shops without one are read at the pause of the installation.',
      tags: ['schedules'],
      headers: idempotencyHeaders,
      body: newSchedule,
      response: { 201: scheduleView, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { interval_minutes, sync_types } = request.body;
      const view = await asOwner(hub.db, owner, async (scope) => {
        const fields = await fieldsOf(scope, request.body, {
          name: `${[...new Set(sync_types)].join(', ')} / ${interval_minutes} min`,
          account: null,
          platform: null,
          intervalMinutes: interval_minutes,
          syncTypes: sync_types,
          activeHours: null,
          activeDays: EVERY_DAY,
        });
        const created = await createSchedule(scope, fields);
        if (created === undefined) {
          throw new Problem('too_many_schedules', {
            detail: {
              ko: `스케줄은 ${MOST_SCHEDULES}개까지 만들 수 있습니다. 쓰지 않는 것을 지우세요.`,
              en: `There may be up to ${MOST_SCHEDULES} schedules. Delete those that are not needed.`,
              ru: `Расписаний может быть не больше ${MOST_SCHEDULES}. Удалите ненужные.`,
              uz: `Jadvallar ${MOST_SCHEDULES} tagacha bo‘lishi mumkin. Keraksizini o‘chiring.`,
            },
          });
        }
        await recordAudit(scope, [
          {
            actor,
            action: 'schedule.create',
            target: { kind: 'schedule', id: created.id },
            account: created.account,
            detail: { interval_minutes, sync_types: created.syncTypes },
          },
        ]);
        return viewSchedule(scope, created, hub.clock());
      });
      hub.nudges.emit('nudge', 'pull');
      reply.code(201).header('location', `/api/v1/sync/schedules/${view.id}`);
      return view;
    },
  });
};
