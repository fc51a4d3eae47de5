import { readMailState } from '../../store/notifications/mails.ts';
import { readNotificationSettings } from '../../store/notifications/settings.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { notificationsOf, notificationView } from './settings-view.ts';

/** `GET /notifications`: who gets mails about what. */
export const readNotifications: Endpoint = (api, { hub }) => {
  api.get('/notifications', {
    schema: {
      operationId: 'readNotifications',
      summary: 'Who gets mails about what',
      tags: ['notifications'],
      response: { 200: notificationView, ...problemAnswers() },
    },
    handler: (request) =>
      asOwner(hub.db, callerOf(request).owner, async (scope) =>
        notificationsOf(await readNotificationSettings(scope), await readMailState(scope), hub.mailer),
      ),
  });
};
