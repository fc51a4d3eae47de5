import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { editionOf } from '../../engine/open-shop.ts';
import { USUAL_HOOKS } from '../../marketplaces/kit/hooks.ts';
import { type Account, findAccount, listAccounts } from '../../store/accounts.ts';
import { keepPush } from '../../store/inbox.ts';
import { wakeLane } from '../../store/lanes.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { fieldProblem, Problem } from '../problems/problem.ts';
import { id } from '../values/id.ts';
import { openFloodGate } from './flood-gate.ts';
import { PUSH_LIMIT_BYTES } from './receive.ts';

const PUSHES_PER_MINUTE = 300;

const announcement = z
  .looseObject({
    platform: platformName,
    account_id: id.optional().meta({ description: 'Which shop, where you have several on one marketplace.' }),
    event_type: z.string().trim().min(1).max(100),
    data: z.record(z.string(), z.unknown()).meta({
      description:
        'The event as the marketplace tells it. Only its order number is used, under any usual name.',
    }),
  })
  .meta({ id: 'Announcement' });

const answer = z
  .object({
    accepted: z.literal(true),
    account_ids: z.array(id),
    native_order_ids: z
      .array(z.string())
      .describe('The orders that will be read; where none was named, everything that changed.'),
  })
  .meta({ id: 'AnnouncementAnswer' });

/**
 * `POST /sync/webhook`: an event of a marketplace, brought by whatever program the seller has for it. It carries no
 * secret of its own, so it needs an API token; and like every push it is a hint only.
 */
export const announceEvent: Endpoint = (api, { hub }) => {
  const floods = openFloodGate(60_000);
  api.post('/sync/webhook', {
    config: { role: 'staff' },
    bodyLimit: PUSH_LIMIT_BYTES,
    schema: {
      operationId: 'announceEvent',
      summary: 'Tell of an event on a marketplace',
      description:
        'Kept and answered at once; the order is then read from the marketplace, nothing in the body is believed.',
      tags: ['hooks'],
      headers: idempotencyHeaders,
      body: announcement,
      response: { 202: answer, ...problemAnswers(400, 403, 404, 409, 413, 415, 422) },
    },
    handler: async (request, reply) => {
      const { owner } = callerOf(request);
      const { platform, account_id, event_type, data } = request.body;
      const body = { platform: platform.id, event_type, data };
      const isFlood = floods.count(String(owner)) > PUSHES_PER_MINUTE;
      const meant = await asOwner(hub.db, owner, async (scope) => {
        const accounts = await accountsMeant(scope, platform.id, account_id);
        for (const account of accounts) {
          if (isFlood) await wakeLane(scope, account.id, 'pull', null);
          else
            await keepPush(scope, hub.vault, {
              account: account.id,
              source: 'api',
              body: Buffer.from(JSON.stringify(body)),
              deliveryId: null,
            });
        }
        return accounts;
      });
      const [first] = meant;
      const { hintsOf } = (first === undefined ? undefined : editionOf(first).edition.hooks) ?? USUAL_HOOKS;
      reply.code(202);
      return {
        accepted: true as const,
        account_ids: meant.map((account) => account.id),
        native_order_ids: isFlood ? [] : hintsOf(body).map(({ nativeOrderId }) => nativeOrderId),
      };
    },
  });
};

/** Without a number every shop on the marketplace is asked for the order; those that do not have it say so. */
async function accountsMeant(
  scope: OwnerScope,
  platform: string,
  account: number | undefined,
): Promise<readonly [Account, ...Account[]]> {
  if (account !== undefined) {
    const found = await findAccount(scope, accountId(account));
    if (found === undefined) throw new Problem('not_found');
    if (found.platform !== platform) {
      throw fieldProblem('platform', 'other_platform', {
        ko: `계정 ${found.id}번은 ${found.platform} 계정입니다.`,
        en: `Account ${found.id} belongs to ${found.platform}.`,
        ru: `Магазин ${found.id} относится к ${found.platform}.`,
        uz: `${found.id} do‘koni ${found.platform} ga tegishli.`,
      });
    }
    return [found];
  }
  const [first, ...others] = (await listAccounts(scope)).filter(
    (one) => one.enabled && one.platform === platform,
  );
  if (first === undefined) {
    throw fieldProblem('platform', 'no_account', {
      ko: '이 마켓에 연결된 계정이 없습니다. 먼저 계정을 연결하거나 켜세요.',
      en: 'No account is connected to this marketplace. Connect one, or switch it on.',
      ru: 'К этому маркетплейсу не подключён ни один магазин. Подключите или включите его.',
      uz: 'Bu marketpleysga do‘kon ulanmagan. Ulang yoki yoqing.',
    });
  }
  return [first, ...others];
}
