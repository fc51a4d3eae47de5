import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk } from '../../../test/commands/desk.ts';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import { openTestServer, putClaims, type TestServer } from '../../../test/harness/rest.ts';
import { claim } from '../../../test/harness/snapshots.ts';
import type { Hub } from '../../engine/hub.ts';
import { writeResults } from '../../store/commands/results.ts';

let hub: Hub;
let api: TestServer;

beforeAll(async () => {
  hub = await newHub(await newDatabase('PostgreSQL'));
  api = await openTestServer(hub);
});
afterAll(async () => {
  await api.server.close();
  await hub.close();
  await hub.db.close();
});

test('a command that came too early is shown as waiting, with what it waits for, and can be called off', async () => {
  const desk = await openDesk(hub);
  const told = claim({ nativeClaimId: 'E1', kind: 'exchange', state: 'collected', nativeStatus: 'PROGRESS' });
  const claims = await putClaims(hub, desk.business, desk.account, [told]);
  const id = claims.get('E1');
  if (id === undefined) throw new Error('the claim was not stored');
  await desk.store({
    account: desk.account.id,
    claim: id,
    order: null,
    key: 'ship the replacement',
    lane: 'click',
    actor: 'test',
    cause: 'test',
    payload: {
      kind: 'exchange.ship',
      text: null,
      reason: null,
      fee: null,
      fault: null,
      shipment: {
        carrierId: 'cj',
        carrierCode: 'CJGLS',
        invoice: '640012345678',
        shippedAt: '2026-11-21T00:00:00.000Z',
      },
    },
  });
  const taken = await desk.take();
  const [command] = taken?.commands ?? [];
  const [item] = command?.items ?? [];
  if (command === undefined || item === undefined) throw new Error('nothing to send');
  const early = { reason: 'too_early', nativeCode: '', nativeText: '' };
  await desk.as((scope) =>
    writeResults(scope, [
      {
        command: command.id,
        state: 'pending',
        notBefore: new Date('2030-01-01T00:00:00.000Z'),
        trouble: null,
        untried: true,
        items: [{ item: item.id, state: 'pending', ...early }],
      },
    ]),
  );

  const shown = async (language: string) =>
    (
      await api.ask(`GET /api/v1/commands/${command.id}`, {
        as: desk.business.tokens.staff,
        headers: { 'accept-language': language },
      })
    ).json();
  expect(await shown('en')).toMatchObject({
    state: 'pending',
    state_text: expect.stringContaining('has not opened the box for the new goods yet'),
    next_attempt_at: '2030-01-01T00:00:00.000Z',
    attempts: 0,
    may: ['cancel'],
    lines: [{ code: 'too_early', detail: expect.stringContaining('about 10 minutes after') }],
  });
  expect(await shown('ko')).toMatchObject({
    state_text: expect.stringContaining('교환용 새 배송박스를 아직 열지 않았습니다'),
    lines: [{ todo: expect.stringContaining('자동으로 다시 시도합니다') }],
  });
});
