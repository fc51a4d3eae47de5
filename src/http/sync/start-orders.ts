import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { type Account, findAccount, listAccounts } from '../../store/accounts.ts';
import { readTimeZone } from '../../store/owners.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { dateInput, rangeOf } from '../dates/input.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { fieldProblem, Problem } from '../problems/problem.ts';
import { id } from '../values/id.ts';
import { optionalBody } from '../values/optional-body.ts';
import { waitQuery } from '../values/wait.ts';
import { runOf, runView } from './run-view.ts';
import { startRuns, waitForRuns } from './start-runs.ts';

const DAY_MS = 86_400_000;
/** Marketplaces keep orders for about a year; a longer range would only spend the budget of calls. */
const LONGEST_RANGE_DAYS = 366;

const syncBody = optionalBody(
  z
    .strictObject({
      start_date: dateInput.optional(),
      end_date: dateInput.optional(),
      account_id: id.optional(),
      platform: platformName.optional(),
    })
    .meta({ id: 'OrderSync' }),
);

const runs = z.object({ runs: z.array(runView) });

/** `POST /sync/orders`: reads orders of every shop, since the last time or of a range of dates. */
export const startOrderSync: Endpoint = (api, { hub, closing }) => {
  api.post('/sync/orders', {
    config: { role: 'staff' },
    schema: {
      operationId: 'syncOrders',
      summary: 'Read orders from the marketplaces',
      description: 'Without dates: everything that changed since the last run. Without a body: every shop.',
      tags: ['sync'],
      headers: idempotencyHeaders,
      querystring: waitQuery,
      body: syncBody,
      response: { 200: runs, 202: runs, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const { account_id, platform } = request.body;
      const range = readRange(request.body, await readTimeZone(hub.db, caller.owner), hub.clock());
      const ids = await startRuns(hub, caller, 'sync.orders', range, (scope) =>
        accountsMeant(scope, account_id, platform?.id),
      );
      const seen = await waitForRuns(hub, caller, ids, { seconds: request.query.wait, closing, reply });
      const language = languageOf(request);
      return { runs: seen.map((run) => runOf(run, language)) };
    },
  });
};

interface Dates {
  readonly start_date?: string | undefined;
  readonly end_date?: string | undefined;
}

function readRange(dates: Dates, timeZone: string, now: Date): { from: Date; to: Date } | null {
  const { from, to } = rangeOf(dates, timeZone);
  if (from === null && to === null) return null;
  if (from === null) {
    throw fieldProblem('start_date', 'missing', {
      ko: '끝 날짜를 쓸 때는 시작 날짜도 필요합니다.',
      en: 'An end_date needs a start_date.',
      ru: 'Вместе с end_date нужна и start_date.',
      uz: 'end_date bilan birga start_date ham kerak.',
    });
  }
  if (from > now) {
    throw fieldProblem('start_date', 'in_the_future', {
      ko: '시작 날짜가 아직 오지 않았습니다.',
      en: 'The start lies in the future.',
      ru: 'Начало ещё не наступило.',
      uz: 'Boshlanish sanasi hali kelmagan.',
    });
  }
  const end = to === null || to > now ? now : to;
  if (end.getTime() - from.getTime() > LONGEST_RANGE_DAYS * DAY_MS) {
    throw fieldProblem('start_date', 'range_too_long', {
      ko: `한 번에 ${LONGEST_RANGE_DAYS}일까지 가져올 수 있습니다. 기간을 나누어 주세요.`,
      en: `Up to ${LONGEST_RANGE_DAYS} days at once. Ask in parts.`,
      ru: `За раз — до ${LONGEST_RANGE_DAYS} дней. Разделите период.`,
      uz: `Bir martada ${LONGEST_RANGE_DAYS} kungacha. Davrni bo‘ling.`,
    });
  }
  return { from, to: end };
}

async function accountsMeant(
  scope: OwnerScope,
  account: number | undefined,
  platform: string | undefined,
): Promise<readonly Account[]> {
  if (account === undefined) {
    const all = await listAccounts(scope);
    return all.filter((one) => one.enabled && (platform === undefined || one.platform === platform));
  }
  const found = await findAccount(scope, accountId(account));
  if (found === undefined) throw new Problem('not_found');
  if (platform !== undefined && found.platform !== platform) {
    throw fieldProblem('platform', 'other_platform', {
      ko: `계정 ${found.id}번은 ${found.platform} 계정입니다.`,
      en: `Account ${found.id} belongs to ${found.platform}.`,
      ru: `Магазин ${found.id} относится к ${found.platform}.`,
      uz: `${found.id} do‘koni ${found.platform} ga tegishli.`,
    });
  }
  if (!found.enabled) {
    throw fieldProblem('account_id', 'account_disabled', {
      ko: '꺼 둔 계정입니다. 계정 설정에서 다시 켜세요.',
      en: 'This account is switched off. Switch it on in its settings.',
      ru: 'Магазин выключен. Включите его в настройках магазина.',
      uz: 'Do‘kon o‘chirilgan. Uni do‘kon sozlamalarida yoqing.',
    });
  }
  return [found];
}
