import { z } from 'zod';
import { writePaceMs } from '../../engine/inventory/window-floor.ts';
import { editionOf } from '../../engine/open-shop.ts';
import { listAccounts } from '../../store/accounts.ts';
import { oversellWindows, pollPauses } from '../../store/inventory/pushes.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { id } from '../values/id.ts';

const query = z.strictObject({ days: z.coerce.number<string>().int().min(1).max(90).default(7) });
const ms = z.number().nullable();
const answer = z.object({
  windows: z.array(
    z
      .object({
        from_account_id: id,
        to_account_id: id,
        count: z.int(),
        open: z.int().describe('Of these not taken by the other shop yet.'),
        p50_ms: ms.describe('From seeing a sale in one shop until the other one has taken the new number.'),
        p95_ms: ms,
        max_ms: ms,
        since_order_p95_ms: ms.describe('The same from the moment of the order.'),
        floor_ms: ms.describe(
          'What it cannot be below from the moment of the order: the usual pause between two readings of the one shop, and ' +
            'the pace at which the other one takes numbers.',
        ),
      })
      .meta({ id: 'OversellWindow' }),
  ),
});

/** `GET /inventory/windows`: how long a sold unit can still be bought in other shops. */
export const readOversellWindows: Endpoint = (api, { hub }) => {
  api.get('/inventory/windows', {
    schema: {
      operationId: 'readOversellWindows',
      summary: 'How long a sold unit could still be bought elsewhere',
      description: 'Measured for every sale and every pair of shops, over the last days.',
      tags: ['inventory'],
      querystring: query,
      response: { 200: answer, ...problemAnswers(422) },
    },
    handler: (request) =>
      asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const paces = new Map(
          (await listAccounts(scope)).map((account) => [account.id, writePaceMs(editionOf(account).edition)]),
        );
        const pauses = await pollPauses(scope);
        const windows = await oversellWindows(scope, request.query.days);
        return {
          windows: windows.map((window) => ({
            from_account_id: window.from,
            to_account_id: window.to,
            count: window.count,
            open: window.open,
            p50_ms: window.p50Ms,
            p95_ms: window.p95Ms,
            max_ms: window.maxMs,
            since_order_p95_ms: window.sinceOrderP95Ms,
            floor_ms: sumOrNull(pauses.get(window.from), paces.get(window.to) ?? undefined),
          })),
        };
      }),
  });
};

function sumOrNull(one: number | undefined, other: number | undefined): number | null {
  return one === undefined || other === undefined ? null : one + other;
}
