import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { MAILED_EVENTS } from '../../domain/notice.ts';
import type { Hub } from '../../engine/hub.ts';
import { smtpMailer } from '../../engine/mail/mailer.ts';
import { asOwner } from '../../store/scope.ts';

const LINE = '/api/v1/notifications';

describe('notifications', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'));
    api = await openTestServer(hub);
  });
  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const put = (body: unknown, as = business.tokens.owner) => api.ask(`PUT ${LINE}`, { as, body });

  it('go to nobody at first, and say that there is no mail server', async () => {
    const answer = await api.ask(`GET ${LINE}`, { as: business.tokens.viewer });
    expect(answer.json()).toMatchObject({
      emails: [],
      events: expect.arrayContaining(['account.unhealthy', 'account.key_expiring', 'command.failed']),
      language: 'ko',
      mail: { available: false, from: null, waiting: 0, last_sent_at: null, failure: null },
    });
  });

  it('name the sender where there is a mail server, and never its password', async () => {
    const mailer = smtpMailer({ url: 'smtp://moa:hidden-word@127.0.0.1:9', from: 'moa@shop.example' });
    const furnished = await openTestServer({ ...hub, mailer });
    const answer = await furnished.ask(`GET ${LINE}`, { as: business.tokens.viewer });
    await furnished.server.close();
    expect(answer.json().mail).toMatchObject({ available: true, from: 'moa@shop.example' });
    expect(answer.body).not.toContain('hidden-word');
  });

  it('are chosen by the owner, and it is written down who did', async () => {
    const chosen = { emails: ['a@shop.example'], events: ['account.unhealthy'], language: 'en' };
    const answer = await put({ ...chosen, emails: ['a@shop.example', 'a@shop.example'] });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toMatchObject(chosen);
    expect((await api.ask(`GET ${LINE}`, { as: business.tokens.viewer })).json()).toMatchObject(chosen);
    const trail = await asOwner(hub.db, business.owner, async ({ trx }) => {
      const { rows } = await sql`
        select action, actor, detail from audit_entries where action = 'notifications.change'`.execute(trx);
      return rows;
    });
    expect(trail).toEqual([
      {
        action: 'notifications.change',
        actor: expect.stringMatching(/^token:/),
        detail: expect.objectContaining({ emails: 1, events: ['account.unhealthy'], language: 'en' }),
      },
    ]);
  });

  it('take every kind when none is named', async () => {
    expect((await put({ emails: [] })).json().events).toEqual([...MAILED_EVENTS]);
  });

  it('are not for staff to change', async () => {
    expect((await put({ emails: [] }, business.tokens.staff)).statusCode).toBe(403);
    expect((await api.ask(`PUT ${LINE}`, { body: { emails: [] } })).statusCode).toBe(401);
  });

  it.each([
    [{}, 'emails missing'],
    [{ emails: ['nobody'] }, 'emails[0] '],
    [{ emails: Array.from({ length: 11 }, (_, n) => `a${n}@shop.example`) }, 'emails '],
    [{ emails: [], events: ['order.created'] }, 'events[0] not_a_choice'],
    [{ emails: [], language: 'de' }, 'language not_a_choice'],
    [{ emails: [], mails: [] }, 'mails unknown_field'],
  ])('refuse %j with a sentence', async (body, fault) => {
    const answer = await put(body);
    expect(answer.statusCode).toBe(422);
    const [error] = answer.json().errors;
    expect(`${error.field} ${error.code}`).toContain(fault);
    expect(error.message.length).toBeGreaterThan(10);
  });

  it('of one business are not those of another', async () => {
    await put({ emails: ['a@shop.example'] });
    const other = await openBusiness(hub, 'other');
    expect((await api.ask(`GET ${LINE}`, { as: other.tokens.owner })).json().emails).toEqual([]);
  });
});
