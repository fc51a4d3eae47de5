import { z } from 'zod';
import { listingItemId } from '../../domain/ids.ts';
import { wishLinks } from '../../engine/linking/wish-links.ts';
import { recordAudit } from '../../store/audit.ts';
import { CLASH_KINDS, listClashes } from '../../store/links/clashes.ts';
import { findItems } from '../../store/listings/items-of.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { itemView, viewItems } from '../listings/listing-view.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { clashView, viewClashes } from './clash-view.ts';
import { partsBody, partsOf } from './parts-body.ts';

const MOST_CLASHES = 20;

const answer = z
  .object({
    item: itemView,
    clashes: z.array(clashView).describe('What this link may hurt; it was made all the same.'),
  })
  .meta({ id: 'LinkedItem' });

/** `PUT /listing-items/{id}/link`: says what an item is made of. */
export const linkItem: Endpoint = (api, { hub }) => {
  api.put('/listing-items/:id/link', {
    config: { role: 'staff' },
    schema: {
      operationId: 'linkListingItem',
      summary: 'Link an item of a listing to SKUs',
      description:
        'In place of what it was linked to. Open orders of the item take the stock of the SKUs at once.',
      tags: ['listings'],
      headers: idempotencyHeaders,
      params: idParams,
      body: z.strictObject({ parts: partsBody }).meta({ id: 'LinkParts' }),
      response: { 200: answer, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const id = listingItemId(request.params.id);
      const parts = partsOf(request.body.parts);
      return asOwner(hub.db, owner, async (scope) => {
        const [outcome] = await wishLinks(scope, [{ item: id, parts }], actor);
        if (outcome?.kind === 'refused')
          throw new Problem(outcome.because === 'listing_item_unknown' ? 'not_found' : outcome.because);
        await recordAudit(scope, [
          { actor, action: 'listing.link', target: { kind: 'listing_item', id }, detail: { parts } },
        ]);
        const [item] = await viewItems(scope, await findItems(scope, [id]));
        if (item === undefined) throw new Problem('not_found');
        const clashes = await listClashes(scope, {
          kinds: CLASH_KINDS,
          items: [id],
          limit: MOST_CLASHES,
          after: null,
        });
        const language = languageOf(request);
        return { item, clashes: await viewClashes(scope, clashes, language) };
      });
    },
  });
};
