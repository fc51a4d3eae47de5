import { expect, test } from 'vitest';
import { MAILED_EVENTS } from '../../src/domain/notice.ts';
import { smtpMailer } from '../../src/engine/mail/mailer.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { noteHealth } from '../../src/store/health/note-health.ts';
import { writeNotificationSettings } from '../../src/store/notifications/settings.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { COUPANG_KEYS } from '../harness/rest.ts';
import { startSmtp } from '../harness/smtp.ts';

test.each(DATABASE_KINDS)('an account that turns unhealthy is mailed by the worker, on %s', async (kind) => {
  const smtp = await startSmtp();
  const mailer = smtpMailer({ url: smtp.url, from: 'moa@shop.example' });
  const hub = await newHub(await newDatabase(kind), { mailer });
  const { owner, account } = await connectShop(hub, {
    platform: 'coupang',
    baseUrl: 'http://127.0.0.1:9',
    credentials: COUPANG_KEYS,
  });
  const worker = await startWorker(hub, { pullEveryMs: 3_600_000, width: 1 });
  await asOwner(hub.db, owner, async (scope) => {
    await writeNotificationSettings(scope, {
      emails: ['owner@shop.example'],
      events: MAILED_EVENTS,
      language: 'en',
    });
    await noteHealth(scope, account.id, { reason: 'account_blocked' });
  });
  await smtp.received(1);
  expect(smtp.mails[0]).toMatchObject({
    to: ['owner@shop.example'],
    subject: '[Moa] Coupang "coupang shop": The seller account is restricted',
  });
  await worker.stop();
  await hub.close();
  await hub.db.close();
  await smtp.close();
});
