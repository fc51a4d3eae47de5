import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAILED_EVENTS } from '../../src/domain/notice.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { type Mailer, smtpMailer } from '../../src/engine/mail/mailer.ts';
import { notifyOwner } from '../../src/engine/mail/notify-owner.ts';
import { type NewEvent, recordEvents } from '../../src/store/events.ts';
import { noteHealth } from '../../src/store/health/note-health.ts';
import { claimMail, readMailState } from '../../src/store/notifications/mails.ts';
import {
  type NotificationSettings,
  writeNotificationSettings,
} from '../../src/store/notifications/settings.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { watchSecrets } from '../harness/log-watch.ts';
import { COUPANG_KEYS } from '../harness/rest.ts';
import { type SmtpServer, startSmtp } from '../harness/smtp.ts';

const FROM = 'Moa <moa@shop.example>';
const LOGIN = { user: 'moa', password: 'a very/secret:word@9' };
const SETTINGS: NotificationSettings = {
  emails: ['owner@shop.example'],
  events: MAILED_EVENTS,
  language: 'ko',
};

describe.each(DATABASE_KINDS)('mails on %s', (kind) => {
  let hub: Hub;
  let smtp: SmtpServer;
  let mailer: Mailer;
  let shop: SellerShop;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    watchSecrets([LOGIN.password, encodeURIComponent(LOGIN.password)]);
  });
  beforeEach(async () => {
    smtp = await startSmtp(LOGIN);
    mailer = smtpMailer({ url: smtp.url, from: FROM });
    shop = await connectShop(hub, {
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:9',
      credentials: COUPANG_KEYS,
    });
    await choose({});
  });
  afterEach(async () => {
    mailer.close();
    await smtp.close();
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const choose = (change: Partial<NotificationSettings>) =>
    asOwner(hub.db, shop.owner, (scope) => writeNotificationSettings(scope, { ...SETTINGS, ...change }));
  const note = (reason: string | null) =>
    asOwner(hub.db, shop.owner, (scope) =>
      noteHealth(scope, shop.account.id, reason === null ? null : { reason }),
    );
  const happen = (events: readonly NewEvent[]) =>
    asOwner(hub.db, shop.owner, (scope) => recordEvents(scope, events));
  const notify = (by: Mailer | null = mailer) =>
    notifyOwner({ ...hub, mailer: by }, shop.owner, new AbortController().signal);
  const pass = (minutes: number) =>
    asOwner(hub.db, shop.owner, ({ trx }) =>
      sql`update mails set created_at = created_at - make_interval(mins => ${minutes}::int),
        due_at = due_at - make_interval(mins => ${minutes}::int)`.execute(trx),
    );
  const state = () => asOwner(hub.db, shop.owner, readMailState);
  const failed = (n: number): NewEvent => ({
    type: 'command.failed',
    account: shop.account.id,
    data: { command_id: n, kind: 'ship', reason: 'refused' },
  });

  test('tell what is wrong and what to do, to everybody who wants it', async () => {
    await choose({ emails: ['owner@shop.example', 'staff@shop.example'] });
    await note('expired_key');
    expect(await notify()).toBeNull();
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({
      from: 'moa@shop.example',
      to: ['owner@shop.example', 'staff@shop.example'],
      subject: '[Moa] 쿠팡 "coupang shop": API 키가 만료되었습니다',
    });
    expect(smtp.mails[0]?.text).toContain('할 일: 쿠팡 판매자 페이지에서 키를 갱신하거나');
    expect(smtp.mails[0]?.text).toMatch(/언제부터: \d{4}-\d\d-\d\d \d\d:\d\d \(Asia\/Seoul\)/);
    expect(await state()).toMatchObject({ waiting: 0, failure: null, lastSentAt: expect.any(Date) });
  });

  test('are in English where that was chosen', async () => {
    await choose({ language: 'en' });
    await note('ip_not_allowed');
    await note(null);
    await notify();
    expect(smtp.mails.map(({ subject }) => subject).toSorted()).toEqual([
      '[Moa] Coupang "coupang shop": This server\'s IP address is not allowed',
      '[Moa] Coupang "coupang shop": all is well again',
    ]);
  });

  test('come once an hour for a shop and a kind; what happened meanwhile comes together', async () => {
    await happen([failed(1)]);
    await notify();
    await happen(Array.from({ length: 14 }, (_, n) => failed(n + 2)));
    const next = await notify();
    expect(smtp.mails).toHaveLength(1);
    expect((next?.getTime() ?? 0) - Date.now()).toBeGreaterThan(58 * 60_000);
    await note('account_blocked');
    await notify();
    expect(smtp.mails).toHaveLength(2);
    await pass(61);
    expect(await notify()).toBeNull();
    expect(smtp.mails[2]?.subject).toContain('작업 14건');
    expect(smtp.mails[2]?.text).toContain('command_id 15');
    expect(smtp.mails[2]?.text).toContain('… +4');
  });

  test('are not written for what nobody chose, for nobody, or without a mail server', async () => {
    await choose({ events: ['account.recovered'] });
    await note('expired_key');
    await notify();
    await choose({ emails: [] });
    await happen([failed(1)]);
    await notify();
    await choose({});
    await happen([failed(2)]);
    await notify(null);
    await notify();
    expect(smtp.mails).toEqual([]);
    expect(await state()).toMatchObject({ waiting: 0, lastSentAt: null });
  });

  test('wait for a mail server that is away, and say why', async () => {
    await happen([failed(1)]);
    smtp.answer('MAIL', '451 4.3.0 try later');
    const next = await notify();
    expect(next?.getTime()).toBeGreaterThan(Date.now() + 30_000);
    expect(await state()).toMatchObject({ waiting: 1, failure: expect.stringContaining('451') });
    smtp.answer('MAIL', undefined);
    await notify();
    expect(smtp.mails).toEqual([]);
    await pass(2);
    expect(await notify()).toBeNull();
    expect(smtp.mails).toHaveLength(1);
    expect(await state()).toMatchObject({ waiting: 0, failure: null });
  });

  test('are given up where the server says never, or after a day', async () => {
    await happen([failed(1)]);
    smtp.answer('RCPT', '550 5.1.1 no such mailbox');
    expect(await notify()).toBeNull();
    expect(await state()).toMatchObject({ waiting: 0, failure: expect.stringContaining('550') });
    smtp.answer('RCPT', '450 4.2.1 later');
    await note('wrong_key');
    await notify();
    await pass(24 * 60 + 1);
    expect(await notify()).toBeNull();
    expect(await state()).toMatchObject({ waiting: 0, failure: expect.stringContaining('450') });
    expect(smtp.mails).toEqual([]);
  });

  test('do not give the password away when the server refuses it', async () => {
    const wrong = { ...LOGIN, password: 'another/secret:word@8' };
    watchSecrets([wrong.password, encodeURIComponent(wrong.password)]);
    const url = smtp.url.replace(encodeURIComponent(LOGIN.password), encodeURIComponent(wrong.password));
    await happen([failed(1)]);
    const stranger = smtpMailer({ url, from: FROM });
    expect(await notify(stranger)).not.toBeNull();
    stranger.close();
    expect(await state()).toMatchObject({ waiting: 1, failure: 'EAUTH 535' });
  });

  test('are sent again, under the same id, when nobody knows whether they went', async () => {
    await happen([failed(1)]);
    smtp.loseAnswers(true);
    await notify();
    smtp.loseAnswers(false);
    await pass(2);
    await notify();
    const ids = smtp.mails.map(({ headers }) => headers['message-id']);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^<moa-\d+-\d+@shop\.example>$/);
    expect(new Set(ids).size).toBe(1);
  });

  test('of a process that died are sent by another one', async () => {
    await happen([failed(1)]);
    smtp.answer('MAIL', '451 later');
    await notify();
    smtp.answer('MAIL', undefined);
    await pass(2);
    expect(await asOwner(hub.db, shop.owner, claimMail)).toMatchObject({ attempts: 2 });
    expect((await notify())?.getTime()).toBeGreaterThan(Date.now() + 4 * 60_000);
    await pass(6);
    expect(await notify()).toBeNull();
    expect(smtp.mails).toHaveLength(1);
  });

  test('are sent once however many processes do it', async () => {
    await happen([failed(1), failed(2)]);
    await note('account_blocked');
    await Promise.all(Array.from({ length: 5 }, () => notify()));
    expect(smtp.mails).toHaveLength(2);
  });

  test('find their news by its own index', async () => {
    await asOwner(hub.db, shop.owner, async ({ trx, owner }) => {
      await sql`
        insert into events (owner_id, type, data)
        select ${owner}, 'order.created', '{}' from generate_series(1, 3000)`.execute(trx);
    });
    await sql`analyze events`.execute(hub.db.root);
    await happen([failed(1)]);
    const types = sql.join(MAILED_EVENTS.map((type) => sql.lit(type)));
    const plan = await asOwner(hub.db, shop.owner, async ({ trx, owner }) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain select id from events where owner_id = ${owner} and not mailed and type in (${types})`.execute(
        trx,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('events_to_mail');
  });
});
