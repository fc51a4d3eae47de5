import { z } from 'zod';
import { accountId, listingId, productId } from '../../domain/ids.ts';
import { LISTING_STATES } from '../../domain/listing.ts';
import { listListings } from '../../store/listings/list.ts';
import { LINK_STATES } from '../../store/listings/listing.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { idText } from '../values/id.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { several, yesOrNo } from '../values/several.ts';
import { listingView, viewListing } from './listing-view.ts';

const query = z.strictObject({
  platform: platformName.optional(),
  account_id: idText.optional(),
  state: several(LISTING_STATES).optional(),
  link: several(LINK_STATES).optional(),
  product_id: idText.optional(),
  product_ids: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15}){0,99}$/)
    .optional()
    .meta({
      description: 'Up to 100 products, separated by commas: listings whose items all belong to one.',
    }),
  q: z.string().trim().min(1).max(100).optional().meta({
    description: 'A number or code that a listing or one of its items has exactly, else a part of a name.',
  }),
  gone: yesOrNo.optional().meta({ description: 'Only those that their marketplace has no more.' }),
  limit: pageLimit,
  cursor: cursorOf(z.tuple([z.int().positive()])),
});
const answer = z.object({ listings: z.array(listingView), next_cursor: nextCursor });

/** `GET /listings`: what the shops have on sale, those seen last first. */
export const listListingsEndpoint: Endpoint = (api, { hub }) => {
  api.get('/listings', {
    schema: {
      operationId: 'listListings',
      summary: 'Listings of all shops',
      tags: ['listings'],
      querystring: query,
      response: { 200: answer, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { platform, account_id, state, link, product_id, product_ids, q, gone, limit, cursor } =
        request.query;
      const rows = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        listListings(
          scope,
          {
            platform: platform?.id ?? null,
            account: account_id === undefined ? null : accountId(account_id),
            states: state ?? null,
            links: link ?? null,
            product: product_id === undefined ? null : productId(product_id),
            products: product_ids?.split(',').map((id) => productId(Number(id))) ?? null,
            text: q ?? null,
            gone: gone === true,
          },
          { limit: limit + 1, before: cursor === undefined ? null : listingId(cursor[0]) },
        ),
      );
      const { page, last } = pageOf(rows, limit);
      return {
        listings: page.map(viewListing),
        next_cursor: last === undefined ? null : cursorText([last.id]),
      };
    },
  });
};
