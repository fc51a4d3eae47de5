import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { openShop } from '../../engine/open-shop.ts';
import { reportTrouble, type TroubleReport } from '../../engine/trouble-report.ts';
import type { ConnectionReport } from '../../marketplaces/kit/shop.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { type Account, findAccount } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { noteHealth } from '../../store/health/note-health.ts';
import { asOwner } from '../../store/scope.ts';
import { type Caller, callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { fieldProblem, Problem } from '../problems/problem.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { id } from '../values/id.ts';

/** A shop that has not answered by then counts as not answering. */
const LONGEST_TEST_MS = 45_000;

const testBody = z
  .strictObject({ account_id: id, platform: platformName.optional() })
  .meta({ id: 'ConnectionTest' });

const result = z
  .object({
    ok: z.boolean(),
    account_id: id,
    platform: z.string(),
    shop_name: z.string().nullable().describe('As the marketplace tells it.'),
    checks: z.array(z.string()).describe('What was tried, in order; empty when it failed.'),
    trouble: troubleView.nullable(),
  })
  .meta({ id: 'ConnectionTestResult' });

/** `POST /sync/platforms/{platform}/test`: tries the shop's keys on harmless reads and says what is wrong. */
export const testConnectionEndpoint: Endpoint = (api, { hub, closing }) => {
  api.post('/sync/platforms/:platform/test', {
    config: { role: 'staff' },
    schema: {
      operationId: 'testConnection',
      summary: 'Test the connection of a shop',
      description:
        'Answers 200 also when the connection does not work: `ok` tells, and `trouble` says what to do.',
      tags: ['sync'],
      headers: idempotencyHeaders,
      params: z.object({ platform: platformName }),
      body: testBody,
      response: { 200: result, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const caller = callerOf(request);
      const account = await asOwner(hub.db, caller.owner, (scope) =>
        findAccount(scope, accountId(request.body.account_id)),
      );
      if (account === undefined) throw new Problem('not_found');
      const named = [request.params.platform, request.body.platform ?? request.params.platform];
      if (named.some((platform) => platform.id !== account.platform)) throw otherPlatform(account);
      const signal = AbortSignal.any([closing, AbortSignal.timeout(LONGEST_TEST_MS)]);
      const tested = await testShop(hub, caller, account, signal);
      await asOwner(hub.db, caller.owner, async (scope) => {
        await noteHealth(scope, account.id, tested.trouble);
        await recordAudit(scope, [
          {
            actor: caller.actor,
            action: 'account.test',
            target: { kind: 'account', id: account.id },
            account: account.id,
            detail: { ok: tested.trouble === null, trouble: tested.trouble?.reason ?? null },
          },
        ]);
      });
      return {
        ok: tested.trouble === null,
        account_id: account.id,
        platform: account.platform,
        shop_name: tested.report?.shopName ?? null,
        checks: [...(tested.report?.checks ?? [])],
        trouble: troubleOf(tested.trouble, account, languageOf(request)),
      };
    },
  });
};

type Tested =
  | { readonly report: ConnectionReport; readonly trouble: null }
  | { readonly report: null; readonly trouble: TroubleReport };

async function testShop(hub: Hub, caller: Caller, account: Account, signal: AbortSignal): Promise<Tested> {
  try {
    const { shop } = await openShop(hub, caller.owner, account, 'click', signal);
    return { report: await shop.test(), trouble: null };
  } catch (error) {
    if (error instanceof MarketplaceError) return { report: null, trouble: reportTrouble(error) };
    if (signal.aborted) {
      const late = new MarketplaceError({ reason: 'timeout', operation: 'test' });
      return { report: null, trouble: reportTrouble(late) };
    }
    const trouble = reportTrouble(error);
    hub.log.error({ account: account.id, trouble }, 'a connection test broke');
    return { report: null, trouble };
  }
}

function otherPlatform(account: Account): Problem {
  return fieldProblem('platform', 'other_platform', {
    ko: `계정 ${account.id}번은 ${account.platform} 계정입니다.`,
    en: `Account ${account.id} belongs to ${account.platform}.`,
    ru: `Магазин ${account.id} относится к ${account.platform}.`,
    uz: `${account.id} do‘koni ${account.platform} ga tegishli.`,
  });
}
