import { z } from 'zod';
import { accountId, listingItemId } from '../../domain/ids.ts';
import { proposeLinks } from '../../engine/linking/propose.ts';
import { showSkus } from '../../store/links/sku-names.ts';
import { listUnlinked } from '../../store/links/unlinked.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { id, idText } from '../values/id.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { proposalView, viewProposal } from './proposal-view.ts';

const query = z.strictObject({
  platform: platformName.optional(),
  account_id: idText.optional(),
  limit: pageLimit,
  cursor: cursorOf(z.tuple([z.int().positive()])),
});

const unlinked = z
  .object({
    listing_item_id: id,
    listing_id: id,
    account_id: id,
    platform: z.string(),
    native_listing_id: z.string().nullable(),
    native_item_id: z.string().nullable(),
    name: z.string(),
    option_values: z.array(z.string()),
    seller_sku: z.string().nullable(),
    barcode: z.string().nullable(),
    price: z.int().nullable(),
    image_url: z.string().nullable(),
    unlinked_by: z.string().nullable().describe('Who took its link away: it is not linked by itself again.'),
    proposals: z.array(proposalView).describe('The best three, the surest first.'),
  })
  .meta({ id: 'UnlinkedItem' });

const answer = z.object({ items: z.array(unlinked), next_cursor: nextCursor });

/** `GET /listing-links/proposals`: the items that are linked to nothing, with what they may be. */
export const listProposals: Endpoint = (api, { hub }) => {
  api.get('/listing-links/proposals', {
    schema: {
      operationId: 'listLinkProposals',
      summary: 'Unlinked items with proposals',
      description: 'Those seen last first.',
      tags: ['listings'],
      querystring: query,
      response: { 200: answer, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { platform, account_id, limit, cursor } = request.query;
      const language = languageOf(request);
      return asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const rows = await listUnlinked(
          scope,
          {
            platform: platform?.id ?? null,
            account: account_id === undefined ? null : accountId(account_id),
          },
          { limit: limit + 1, before: cursor === undefined ? null : listingItemId(cursor[0]) },
        );
        const { page, last } = pageOf(rows, limit);
        const proposals = await proposeLinks(scope, page, hub.names);
        const named = [...proposals.values()].flat().flatMap(({ parts }) => parts.map(({ sku }) => sku));
        const skus = await showSkus(scope, [...new Set(named)]);
        return {
          items: page.map((item) => ({
            listing_item_id: item.id,
            listing_id: item.listing,
            account_id: item.account,
            platform: item.platform,
            native_listing_id: item.nativeListingId,
            native_item_id: item.nativeItemId,
            name: item.name,
            option_values: [...item.optionValues],
            seller_sku: item.sellerSku,
            barcode: item.barcode,
            price: item.price,
            image_url: item.imageUrl,
            unlinked_by: item.unlinkedBy,
            proposals: (proposals.get(item.id) ?? []).map((one) => viewProposal(one, skus, language)),
          })),
          next_cursor: last === undefined ? null : cursorText([last.id]),
        };
      });
    },
  });
};
