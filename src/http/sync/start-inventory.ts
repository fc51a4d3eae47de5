import { z } from 'zod';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { id } from '../values/id.ts';
import { optionalBody } from '../values/optional-body.ts';
import { waitQuery } from '../values/wait.ts';
import { runOf, runView } from './run-view.ts';
import { waitForRuns } from './start-runs.ts';
import { startStockReading } from './start-stock-reading.ts';

const body = optionalBody(
  z
    .strictObject({
      product_ids: z
        .array(id)
        .min(1)
        .max(10_000)
        .optional()
        .describe(
          'Products whose stock is told to shops; all when absent, and then shops are read back as well.',
        ),
      auto_disable_out_of_stock: z
        .boolean()
        .optional()
        .describe(
          'As in the guide; `true` and `false` come to the same. Coupang, Naver and 11st are told a zero and show the goods ' +
            'as sold out by themselves: nothing is paused there. Gmarket and Auction take no zero, so what has none left is ' +
            'marked sold out, or stopped where that was all of it: leaving it on sale would sell what is not there. ' +
            'Everywhere it is on sale again as soon as there is some, unless somebody has stopped it.',
        ),
    })
    .meta({ id: 'InventorySync' }),
);

const answer = z.object({
  skus: z
    .int()
    .describe('Linked SKUs whose number is compared with what shops were told. Only differences are sent.'),
  runs: z.array(runView).describe('Readings of what shops show.'),
});

/** `POST /sync/inventory`: tells every shop what it may sell, and reads back what it shows. */
export const startInventorySync: Endpoint = (api, { hub, closing }) => {
  api.post('/sync/inventory', {
    config: { role: 'staff' },
    schema: {
      operationId: 'syncInventory',
      summary: 'Bring the stock of every shop in step with the ledger',
      description:
        'Shops are told of every change by itself; this compares everything again. What a shop shows otherwise than it was ' +
        'told is listed by `GET /inventory/drift` and set right.',
      tags: ['sync'],
      headers: idempotencyHeaders,
      querystring: waitQuery,
      body,
      response: { 200: answer, 202: answer, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const { skus, runs } = await startStockReading(hub, caller, request.body.product_ids);
      const seen = await waitForRuns(hub, caller, runs, { seconds: request.query.wait, closing, reply });
      const language = languageOf(request);
      return { skus, runs: seen.map((run) => runOf(run, language)) };
    },
  });
};
