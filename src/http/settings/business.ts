import { z } from 'zod';
import { LANGUAGES } from '../../domain/language.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import { recordAudit } from '../../store/audit.ts';
import { writeBusiness } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { ownIssue } from '../problems/field-errors.ts';
import { businessOf, businessView } from './business-view.ts';

const UNKNOWN_ZONE = ownIssue({
  code: 'unknown_time_zone',
  sentence: {
    ko: '알 수 없는 시간대입니다. Asia/Seoul처럼 적으세요.',
    en: 'No such time zone. Write it like Asia/Seoul.',
    ru: 'Такого часового пояса нет. Пишите, например, Asia/Seoul.',
    uz: 'Bunday vaqt zonasi yo‘q. Asia/Seoul kabi yozing.',
  },
});

const body = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    time_zone: z.string().transform((zone, ctx): string => {
      if (isTimeZone(zone)) return zone;
      ctx.addIssue(UNKNOWN_ZONE);
      return z.NEVER;
    }),
    language: z.enum(LANGUAGES),
  })
  .meta({ id: 'BusinessChange' });

/** `PUT /settings/business`: what the business is called, and how it counts and speaks. */
export const changeBusiness: Endpoint = (api, { hub }) => {
  api.put('/settings/business', {
    config: { role: 'owner' },
    schema: {
      operationId: 'changeBusiness',
      summary: 'Change name, time zone and language of the business',
      description: '`GET /me` tells them.',
      tags: ['settings'],
      headers: idempotencyHeaders,
      body,
      response: { 200: businessView, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { name, time_zone, language } = request.body;
      const business = { name, timeZone: time_zone, language };
      await asOwner(hub.db, owner, async (scope) => {
        await writeBusiness(scope, business);
        await recordAudit(scope, [
          {
            actor,
            action: 'business.change',
            target: { kind: 'business', id: null },
            detail: { name, time_zone, language },
          },
        ]);
      });
      return businessOf(business);
    },
  });
};
