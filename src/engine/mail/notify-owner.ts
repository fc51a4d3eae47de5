import { randomInt } from 'node:crypto';
import type { OwnerId } from '../../domain/ids.ts';
import { listAccounts } from '../../store/accounts.ts';
import {
  type ClaimedMail,
  claimMail,
  forgetMails,
  type MailResult,
  nextMailAt,
  settleMail,
  storeMails,
} from '../../store/notifications/mails.ts';
import { nextNewsAt, takeNews } from '../../store/notifications/news.ts';
import { holdNotificationSettings } from '../../store/notifications/settings.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import type { MailOutcome, OutgoingMail } from './mailer.ts';
import { newsLetter } from './news-letter.ts';

/** After this long a mail is old news and is given up. */
const LONGEST_TRY_MS = 24 * 3_600_000;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;
const KEPT_DAYS = 30;

/**
 * Mails an owner what happened, as the settings say: writes the mails down with their events, then sends what is
 * due. A mail is sent at least once, and again only when a process dies between the server's yes and its own note.
 * Answers when something becomes due again, null for "when asked".
 */
export async function notifyOwner(hub: Hub, owner: OwnerId, signal: AbortSignal): Promise<Date | null> {
  await writeMails(hub, owner);
  const { mailer } = hub;
  if (mailer === null) return null;
  while (!signal.aborted) {
    const mail = await asOwner(hub.db, owner, claimMail);
    if (mail === undefined) break;
    const result = resultOf(await mailer.send(outgoing(owner, mail)), mail, hub.clock());
    if (result.state !== 'sent')
      hub.log.warn({ owner, mail: mail.id, failure: result.failure }, 'a mail was not sent');
    await asOwner(hub.db, owner, (scope) => settleMail(scope, mail.id, result));
  }
  return asOwner(hub.db, owner, async (scope) => {
    await forgetMails(scope, KEPT_DAYS);
    const due = [await nextMailAt(scope), await nextNewsAt(scope)].filter((at) => at !== null);
    return due.length === 0 ? null : new Date(Math.min(...due.map((at) => at.getTime())));
  });
}

/** Where no mail server is set, or nobody wants it, news is taken and not mailed: it would be old when it could be. */
async function writeMails(hub: Hub, owner: OwnerId): Promise<void> {
  const timeZone = await readTimeZone(hub.db, owner);
  await asOwner(hub.db, owner, async (scope) => {
    const settings = await holdNotificationSettings(scope);
    const news = await takeNews(scope);
    if (hub.mailer === null || settings === undefined || settings.emails.length === 0) return;
    const wanted = news.filter(({ type }) => settings.events.includes(type));
    if (wanted.length === 0) return;
    const accounts = new Map((await listAccounts(scope)).map((account) => [account.id, account]));
    await storeMails(
      scope,
      wanted.map((one) => {
        const account = one.account === null ? undefined : accounts.get(one.account);
        const { subject, text } = newsLetter(one, account, { language: settings.language, timeZone });
        return { type: one.type, account: one.account, recipients: settings.emails, subject, body: text };
      }),
    );
  });
}

function outgoing(owner: OwnerId, mail: ClaimedMail): OutgoingMail {
  return { id: `moa-${owner}-${mail.id}`, to: mail.recipients, subject: mail.subject, text: mail.body };
}

function resultOf(outcome: MailOutcome, mail: ClaimedMail, now: Date): MailResult {
  if (outcome.kind === 'sent') return { state: 'sent' };
  const { failure } = outcome;
  const isOld = now.getTime() - mail.createdAt.getTime() > LONGEST_TRY_MS;
  if (outcome.kind === 'refused' || isOld) return { state: 'failed', failure };
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (mail.attempts - 1)) + randomInt(10_000);
  return { state: 'waiting', failure, dueAt: new Date(now.getTime() + waitMs) };
}
