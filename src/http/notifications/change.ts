import { z } from 'zod';
import { LANGUAGES } from '../../domain/language.ts';
import { MAILED_EVENTS } from '../../domain/notice.ts';
import { recordAudit } from '../../store/audit.ts';
import { readMailState } from '../../store/notifications/mails.ts';
import { readNotificationSettings, writeNotificationSettings } from '../../store/notifications/settings.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { notificationsOf, notificationView } from './settings-view.ts';

const MOST_EMAILS = 10;

const body = z
  .strictObject({
    emails: z
      .array(z.email().max(254))
      .max(MOST_EMAILS)
      .transform((emails) => [...new Set(emails)])
      .meta({ description: 'Nobody when empty.' }),
    events: z
      .array(z.enum(MAILED_EVENTS))
      .max(MAILED_EVENTS.length)
      .transform((events) => [...new Set(events)])
      .optional()
      .meta({ description: 'All kinds when absent.' }),
    language: z.enum(LANGUAGES).default('ko'),
  })
  .meta({ id: 'NotificationSettings' });

/** `PUT /notifications`: chooses who gets mails about what. */
export const changeNotifications: Endpoint = (api, { hub }) => {
  api.put('/notifications', {
    config: { role: 'owner' },
    schema: {
      operationId: 'changeNotifications',
      summary: 'Choose who gets mails about what',
      description:
        'One mail about a shop and a kind at once; what follows within the hour comes in one mail after it.',
      tags: ['notifications'],
      headers: idempotencyHeaders,
      body,
      response: { 200: notificationView, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { emails, events = [...MAILED_EVENTS], language } = request.body;
      return asOwner(hub.db, owner, async (scope) => {
        await writeNotificationSettings(scope, { emails, events, language });
        await recordAudit(scope, [
          {
            actor,
            action: 'notifications.change',
            target: { kind: 'notifications', id: null },
            // Addresses are people's; how many there are is enough.
            detail: { emails: emails.length, events, language },
          },
        ]);
        return notificationsOf(await readNotificationSettings(scope), await readMailState(scope), hub.mailer);
      });
    },
  });
};
