import { z } from 'zod';
import { LANGUAGES } from '../../domain/language.ts';
import { MAILED_EVENTS } from '../../domain/notice.ts';
import type { Mailer } from '../../engine/mail/mailer.ts';
import type { MailState } from '../../store/notifications/mails.ts';
import type { NotificationSettings } from '../../store/notifications/settings.ts';
import { instant, instantOrNull } from '../values/instant.ts';

/** Who gets mails about what, and whether mails go out at all. */
export const notificationView = z
  .object({
    emails: z.array(z.string()),
    events: z.array(z.enum(MAILED_EVENTS)),
    language: z.enum(LANGUAGES),
    mail: z.object({
      available: z.boolean().describe('False when this hub has no mail server: then nothing is sent.'),
      from: z.string().nullable(),
      waiting: z.int(),
      last_sent_at: instant.nullable(),
      failure: z.string().nullable().describe('Why the newest mail did not go out, if it did not.'),
    }),
  })
  .meta({ id: 'Notifications' });

/** Before anybody has chosen: every kind, to nobody. */
const UNSET: NotificationSettings = { emails: [], events: MAILED_EVENTS, language: 'ko' };

export function notificationsOf(
  settings: NotificationSettings | undefined,
  state: MailState,
  mailer: Mailer | null,
): z.infer<typeof notificationView> {
  const { emails, events, language } = settings ?? UNSET;
  return {
    emails: [...emails],
    events: [...events],
    language,
    mail: {
      available: mailer !== null,
      from: mailer?.from ?? null,
      waiting: state.waiting,
      last_sent_at: instantOrNull(state.lastSentAt),
      failure: state.failure,
    },
  };
}
