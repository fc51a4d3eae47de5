import { z } from 'zod';
import { listingId } from '../../domain/ids.ts';
import { refreshListing } from '../../engine/listings/refresh-listing.ts';
import { findAccount } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { findListing } from '../../store/listings/list.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { idParams } from '../values/id.ts';
import { viewWholeListing, wholeListingView } from './listing-view.ts';

/** A marketplace that has not answered by then counts as not answering. */
const LONGEST_MS = 45_000;

const answer = z
  .object({
    listing: wholeListingView,
    trouble: troubleView.nullable().describe('Why it could not be read; `listing` is then as it was.'),
  })
  .meta({ id: 'RefreshedListing' });

/** `POST /listings/{id}/refresh`: reads one listing from its marketplace now. */
export const refreshListingEndpoint: Endpoint = (api, { hub, closing }) => {
  api.post('/listings/:id/refresh', {
    config: { role: 'staff' },
    schema: {
      operationId: 'refreshListing',
      summary: 'Read a listing from its marketplace now',
      description: 'Answers 200 also when it cannot be read: `trouble` tells why.',
      tags: ['listings'],
      headers: idempotencyHeaders,
      params: idParams,
      response: { 200: answer, ...problemAnswers(403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const id = listingId(request.params.id);
      const { listing, account } = await asOwner(hub.db, owner, async (scope) => {
        const found = await findListing(scope, id);
        if (found === undefined) throw new Problem('not_found');
        const shop = await findAccount(scope, found.account);
        if (shop === undefined) throw new Problem('account_disconnected');
        if (!shop.enabled) throw new Problem('account_disabled');
        const { nativeListingId } = found;
        if (nativeListingId === null) throw new Problem('listing_not_there_yet');
        return { listing: { ...found, nativeListingId }, account: shop };
      });
      const signal = AbortSignal.any([closing, AbortSignal.timeout(LONGEST_MS)]);
      const trouble = await refreshListing(hub, owner, account, listing, signal);
      return asOwner(hub.db, owner, async (scope) => {
        await recordAudit(scope, [
          {
            actor,
            action: 'listing.refresh',
            target: { kind: 'listing', id },
            account: account.id,
            detail: { trouble: trouble?.reason ?? null },
          },
        ]);
        const now = await findListing(scope, id);
        if (now === undefined) throw new Problem('not_found');
        return {
          listing: await viewWholeListing(scope, now),
          trouble: troubleOf(trouble, account, languageOf(request)),
        };
      });
    },
  });
};
