import { z } from 'zod';
import { scheduleId } from '../../domain/ids.ts';
import { pageSchedules } from '../../store/schedules.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { scheduleView, viewSchedules } from './schedule-view.ts';

const query = z.strictObject({ limit: pageLimit, cursor: cursorOf(z.tuple([z.int().positive()])) });
const answer = z.object({ schedules: z.array(scheduleView), next_cursor: nextCursor });

/** `GET /sync/schedules`: newest first. */
export const listSchedulesEndpoint: Endpoint = (api, { hub }) => {
  api.get('/sync/schedules', {
    schema: {
      operationId: 'listSchedules',
      summary: 'Schedules, newest first',
      tags: ['schedules'],
      querystring: query,
      response: { 200: answer, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { limit, cursor } = request.query;
      return asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const rows = await pageSchedules(scope, {
          limit: limit + 1,
          before: cursor === undefined ? null : scheduleId(cursor[0]),
        });
        const { page, last } = pageOf(rows, limit);
        return {
          schedules: [...(await viewSchedules(scope, page, hub.clock()))],
          next_cursor: last === undefined ? null : cursorText([last.id]),
        };
      });
    },
  });
};
