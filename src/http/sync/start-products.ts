import { z } from 'zod';
import { productId, type RunId } from '../../domain/ids.ts';
import { type Account, listAccounts } from '../../store/accounts.ts';
import { findProducts } from '../../store/catalogue/read.ts';
import { publishedPairs } from '../../store/publish/choices.ts';
import type { Pair } from '../../store/publish/targets.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { answer as answerWith, ask, everyPair } from '../publish/ask-and-answer.ts';
import { publicationView } from '../publish/publication-view.ts';
import { shopsMeant } from '../publish/shops-meant.ts';
import { id } from '../values/id.ts';
import { optionalBody } from '../values/optional-body.ts';
import { waitQuery } from '../values/wait.ts';
import { runOf, runView } from './run-view.ts';
import { startImports } from './start-imports.ts';
import { waitForRuns } from './start-runs.ts';

const MOST_SHOPS = 1_000;
const MOST_PRODUCTS = 1_000;
/** What became of more than so many is not told here. */
const MOST_TOLD = 200;

const syncBody = optionalBody(
  z
    .strictObject({
      product_ids: z
        .array(id)
        .min(1)
        .max(MOST_PRODUCTS)
        .nullish()
        .describe(
          'Products to publish: in the shops that are named, else in every one that has a catalogue.',
        ),
      platform_account_ids: z
        .array(id)
        .min(1)
        .max(MOST_SHOPS)
        .nullish()
        .describe('Without `product_ids`: shops whose listings are read.'),
    })
    .meta({ id: 'ProductSync' }),
);

const answer = z.object({
  runs: z.array(runView).describe('Readings of what shops have on sale.'),
  publications: z
    .array(publicationView)
    .describe(
      `What becomes of each product in each shop; of more than ${MOST_TOLD} see the products' listings.`,
    ),
  published: z.int().describe('How many publications were asked for.'),
});

/** `POST /sync/products`: publishes products, reads what shops have on sale, or both. */
export const startProductSync: Endpoint = (api, { hub, closing }) => {
  api.post('/sync/products', {
    config: { role: 'staff' },
    schema: {
      operationId: 'syncProducts',
      summary: 'Publish products, or read the listings of shops',
      description:
        'With `product_ids` these are published; null is the same as nothing. With `platform_account_ids` alone the listings of these shops are read; a ' +
        'reading that was interrupted goes on where it was. With neither, all shops are read, and every product is ' +
        'published again in the shops where it was published, or prepared to be, before.',
      tags: ['sync'],
      headers: idempotencyHeaders,
      querystring: waitQuery,
      body: syncBody,
      response: { 200: answer, 202: answer, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const products = request.body.product_ids ?? undefined;
      const wanted = request.body.platform_account_ids ?? undefined;
      const language = languageOf(request);
      const pairs = await asOwner(hub.db, caller.owner, (scope) =>
        askForPublications(scope, { actor: caller.actor, cause: 'api', now: hub.clock() }, products, wanted),
      );
      const runs: readonly RunId[] =
        products === undefined
          ? await startImports(hub, caller, async (scope) => namedShops(await listAccounts(scope), wanted))
          : [];
      const wait = { seconds: request.query.wait, closing, reply };
      const told = pairs.length <= MOST_TOLD ? pairs : [];
      const publications = await answerWith(hub, caller, told, wait, language);
      const isPublished = pairs.length === 0 || (told.length > 0 && reply.statusCode === 200);
      const seen = await waitForRuns(hub, caller, runs, wait);
      if (!isPublished) reply.code(202);
      return { runs: seen.map((run) => runOf(run, language)), publications, published: pairs.length };
    },
  });
};

/** Writes down what is to be published: what was named, or with nothing named everything that was published before. */
async function askForPublications(
  scope: OwnerScope,
  by: { readonly actor: string; readonly cause: string; readonly now: Date },
  products: readonly number[] | undefined,
  wanted: readonly number[] | undefined,
): Promise<readonly Pair[]> {
  if (products === undefined && wanted !== undefined) return [];
  const shops = shopsMeant(await listAccounts(scope), wanted, 'platform_account_ids');
  if (products === undefined) {
    const pairs = await publishedPairs(scope, shops);
    if (pairs.length > 0) await ask(scope, pairs, { ...by, lane: 'bulk' });
    return pairs;
  }
  const ids = [...new Set(products)].map(productId);
  if ((await findProducts(scope, ids)).length < ids.length) throw new Problem('not_found');
  const pairs = everyPair(ids, shops);
  if (pairs.length > 0) await ask(scope, pairs, { ...by, lane: 'click' });
  return pairs;
}

function namedShops(all: readonly Account[], wanted: readonly number[] | undefined): readonly Account[] {
  const meant = new Set(shopsMeant(all, wanted, 'platform_account_ids'));
  return all.filter((one) => meant.has(one.id));
}
