import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { type Account, listAccounts } from '../../store/accounts.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { type FieldError, Problem } from '../problems/problem.ts';
import { id } from '../values/id.ts';
import { optionalBody } from '../values/optional-body.ts';
import { waitQuery } from '../values/wait.ts';
import { runOf, runView } from './run-view.ts';
import { hasCatalogue, startImports } from './start-imports.ts';
import { waitForRuns } from './start-runs.ts';

const MOST_SHOPS = 1_000;

const syncBody = optionalBody(
  z
    .strictObject({
      platform_account_ids: z
        .array(id)
        .min(1)
        .max(MOST_SHOPS)
        .optional()
        .describe('Shops whose listings are read; every shop when absent.'),
    })
    .meta({ id: 'ProductSync' }),
);

const answer = z.object({
  runs: z.array(runView),
  note: z.string().nullable().describe('What was not done, and why.'),
});

const READ_ONLY = {
  ko: '마켓의 상품을 가져오기만 하고, 마켓으로 보내지는 않습니다.',
  en: 'The listings of the shops are read. Nothing is sent to them.',
};

/** `POST /sync/products`: reads what the shops have on sale. */
export const startProductSync: Endpoint = (api, { hub, closing }) => {
  api.post('/sync/products', {
    config: { role: 'staff' },
    schema: {
      operationId: 'syncProducts',
      summary: 'Read the listings of shops',
      description:
        'A reading that was interrupted goes on where it was. A shop whose listings are being read already answers ' +
        'with that run.',
      tags: ['sync'],
      headers: idempotencyHeaders,
      querystring: waitQuery,
      body: syncBody,
      response: { 200: answer, 202: answer, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const wanted = request.body.platform_account_ids;
      const ids = await startImports(hub, caller, async (scope) =>
        shopsMeant(await listAccounts(scope), wanted),
      );
      const seen = await waitForRuns(hub, caller, ids, { seconds: request.query.wait, closing, reply });
      const language = languageOf(request);
      return {
        runs: seen.map((run) => runOf(run, language)),
        note: wanted === undefined ? READ_ONLY[language] : null,
      };
    },
  });
};

/** Those that were named, each of which must be able to; else all that are. */
function shopsMeant(all: readonly Account[], wanted: readonly number[] | undefined): readonly Account[] {
  if (wanted === undefined) return all.filter((one) => one.enabled && hasCatalogue(one));
  const known = new Map(all.map((one) => [one.id, one]));
  const shops = wanted.map((number) => {
    const shop = known.get(accountId(number));
    if (shop === undefined) throw new Problem('not_found');
    return shop;
  });
  const errors = shops.flatMap((shop, nth): readonly FieldError[] => {
    const field = `platform_account_ids.${nth}`;
    if (!shop.enabled) return [{ field, ...SWITCHED_OFF }];
    return hasCatalogue(shop) ? [] : [{ field, ...NO_CATALOGUE }];
  });
  if (errors.length > 0) throw new Problem('invalid_request', { errors });
  return shops;
}

const SWITCHED_OFF = {
  code: 'account_disabled',
  message: {
    ko: '꺼 둔 계정입니다. 계정 설정에서 다시 켜세요.',
    en: 'This account is switched off. Switch it on in its settings.',
  },
};

const NO_CATALOGUE = {
  code: 'no_catalogue',
  message: {
    ko: '이 계정의 연동 방식(edition)에는 상품 조회가 없습니다. official로 연결하면 가져올 수 있습니다.',
    en: 'The edition of this account tells no listings. Connect the shop in the edition `official`.',
  },
};
