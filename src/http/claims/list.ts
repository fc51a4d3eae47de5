import { z } from 'zod';
import { CLAIM_KINDS, CLAIM_STATES } from '../../domain/claim.ts';
import { CLAIM_ACTIONS } from '../../domain/claim-action.ts';
import { accountId, orderId } from '../../domain/ids.ts';
import { actionsNow } from '../../engine/claims/actions-now.ts';
import { editionOf } from '../../engine/open-shop.ts';
import { listClaims } from '../../store/claims/read.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { dueInput, dueRangeOf } from '../dates/due.ts';
import { dateInput, rangeOf } from '../dates/input.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { idText } from '../values/id.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { several } from '../values/several.ts';
import { claimOf, claimView } from './claim-view.ts';

const position = z.tuple([
  z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:?\d{2})?$/),
  z.int().positive(),
]);

const flag = z.enum(['true', 'false']);

const claimsQuery = z.strictObject({
  type: several(CLAIM_KINDS).optional(),
  state: several(CLAIM_STATES).optional(),
  open: flag.optional().meta({ description: 'Only what is still going on, or only what is over.' }),
  platform: platformName.optional(),
  account_id: idText.optional(),
  order_id: idText.optional(),
  start_date: dateInput.optional(),
  end_date: dateInput.optional(),
  due: dueInput.optional(),
  to_resolve: flag.optional().meta({ description: 'Claims that wait for a person to settle something.' }),
  limit: pageLimit,
  cursor: cursorOf(position),
});

const listedClaim = z
  .object({
    ...claimView.shape,
    can: z.array(z.enum(CLAIM_ACTIONS)).describe('What can be done with it now; reading it tells how.'),
  })
  .meta({ id: 'ListedClaim' });

const claims = z.object({ claims: z.array(listedClaim), next_cursor: nextCursor });

/** `GET /claims`: cancels, returns and exchanges of every shop. */
export const listClaimsEndpoint: Endpoint = (api, { hub }) => {
  api.get('/claims', {
    schema: {
      operationId: 'listClaims',
      summary: 'Claims of every shop',
      description: 'Newest requests first; with `due`, what ends first comes first.',
      tags: ['claims'],
      querystring: claimsQuery,
      response: { 200: claims, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { owner } = callerOf(request);
      const { query } = request;
      const timeZone = await readTimeZone(hub.db, owner);
      const { from, to } = rangeOf(query, timeZone);
      const due = query.due === undefined ? {} : dueRangeOf(query.due, hub.clock(), timeZone);
      const rows = await asOwner(hub.db, owner, (scope) =>
        listClaims(
          scope,
          {
            kinds: query.type,
            states: query.state,
            open: flagOf(query.open),
            platform: query.platform?.id,
            account: query.account_id === undefined ? undefined : accountId(query.account_id),
            order: query.order_id === undefined ? undefined : orderId(query.order_id),
            from: from ?? undefined,
            to: to ?? undefined,
            toResolve: flagOf(query.to_resolve),
            ...due,
          },
          {
            by: query.due === undefined ? 'requested' : 'due',
            limit: query.limit + 1,
            after: query.cursor === undefined ? null : { at: query.cursor[0], id: query.cursor[1] },
          },
        ),
      );
      const { page, last } = pageOf(rows, query.limit);
      const language = languageOf(request);
      return {
        claims: page.map(({ claim }) => ({
          ...claimOf(claim, language),
          can: actionsNow(editionOf(claim).edition, claim).map(({ action }) => action),
        })),
        next_cursor: last === undefined ? null : cursorText([last.position.at, last.position.id]),
      };
    },
  });
};

function flagOf(flagged: 'true' | 'false' | undefined): boolean | undefined {
  return flagged === undefined ? undefined : flagged === 'true';
}
