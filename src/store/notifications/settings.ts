import { sql } from 'kysely';
import type { Language } from '../../domain/language.ts';
import type { MailedEvent } from '../../domain/notice.ts';
import type { OwnerScope } from '../scope.ts';

/** Who gets mails about what. */
export interface NotificationSettings {
  readonly emails: readonly string[];
  readonly events: readonly MailedEvent[];
  readonly language: Language;
}

interface SettingsRow {
  emails: string[];
  events: MailedEvent[];
  language: Language;
}

/** An owner's settings; undefined before they were ever made. */
export async function readNotificationSettings(scope: OwnerScope): Promise<NotificationSettings | undefined> {
  const { rows } = await sql<SettingsRow>`
    select emails, events, language from notification_settings where owner_id = ${scope.owner}`.execute(
    scope.trx,
  );
  return rows[0];
}

/** The same, held until the end of the transaction, so that mails of one owner are written one after the other. */
export async function holdNotificationSettings(scope: OwnerScope): Promise<NotificationSettings | undefined> {
  const { rows } = await sql<SettingsRow>`
    select emails, events, language from notification_settings where owner_id = ${scope.owner} for update`.execute(
    scope.trx,
  );
  return rows[0];
}

export async function writeNotificationSettings(
  scope: OwnerScope,
  { emails, events, language }: NotificationSettings,
): Promise<void> {
  await sql`
    insert into notification_settings (owner_id, emails, events, language)
    values (${scope.owner}, ${[...emails]}::text[], ${[...events]}::text[], ${language})
    on conflict (owner_id) do update set emails = excluded.emails, events = excluded.events,
      language = excluded.language, updated_at = now()`.execute(scope.trx);
}
