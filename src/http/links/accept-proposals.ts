import { z } from 'zod';
import { accountId, listingItemId } from '../../domain/ids.ts';
import { acceptFor, acceptSure } from '../../engine/linking/accept-proposals.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { id } from '../values/id.ts';
import { cursorOf, cursorText, nextCursor } from '../values/keyset.ts';

const MOST_ITEMS = 200;

const body = z
  .union([
    z.strictObject({
      min_confidence: z.number().min(0.5).max(1),
      account_id: id.optional(),
      cursor: cursorOf(z.tuple([z.int().positive()])),
    }),
    z.strictObject({ listing_item_ids: z.array(id).min(1).max(MOST_ITEMS) }),
  ])
  .meta({ id: 'AcceptProposals' });

const answer = z
  .object({
    linked: z.int(),
    left: z
      .int()
      .describe(
        'Items that were looked at and whose best proposal is not sure enough, or not clearly the best.',
      ),
    left_item_ids: z.array(id).describe('Of those that were named.'),
    next_cursor: nextCursor,
  })
  .meta({ id: 'AcceptedProposals' });

/** `POST /listing-links/proposals/accept`: takes the best proposals. */
export const acceptProposals: Endpoint = (api, { hub }) => {
  api.post('/listing-links/proposals/accept', {
    config: { role: 'staff' },
    schema: {
      operationId: 'acceptLinkProposals',
      summary: 'Take the best proposal of items, by how sure it is or one by one',
      description:
        'With `min_confidence`: of every unlinked item, but for those that a person has unlinked, where the proposal is ' +
        'so sure and clearly better than the next one. At most 5,000 are looked at; `next_cursor` goes on. With ' +
        '`listing_item_ids`: of these.',
      tags: ['listings'],
      headers: idempotencyHeaders,
      body,
      response: { 200: answer, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const note = (scope: OwnerScope, detail: Readonly<Record<string, unknown>>) =>
        recordAudit(scope, [
          { actor, action: 'listing.accept_proposals', target: { kind: 'listing_item', id: null }, detail },
        ]);
      const { body: wish } = request;
      if ('listing_item_ids' in wish) {
        const items = [...new Set(wish.listing_item_ids.map(listingItemId))];
        const linked = await asOwner(hub.db, owner, async (scope) => {
          const taken = await acceptFor(scope, items, actor, hub.names);
          await note(scope, { items: [...taken] });
          return taken;
        });
        const left = items.filter((item) => !linked.has(item));
        return { linked: linked.size, left: left.length, left_item_ids: left, next_cursor: null };
      }
      const { min_confidence: minConfidence, account_id, cursor } = wish;
      const { linked, left, next } = await acceptSure(
        hub,
        owner,
        {
          minConfidence,
          account: account_id === undefined ? null : accountId(account_id),
          from: cursor === undefined ? null : listingItemId(cursor[0]),
          actor,
        },
        (scope, count) => note(scope, { min_confidence: minConfidence, linked: count }),
      );
      return { linked, left, left_item_ids: [], next_cursor: next === null ? null : cursorText([next]) };
    },
  });
};
