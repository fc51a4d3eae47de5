import { z } from 'zod';
import { type LinkAnswer, wishLinks } from '../../engine/linking/wish-links.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import { chunked } from '../../marketplaces/kit/windows.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { problemDetail, problemTitle } from '../problems/sentences.ts';
import { id } from '../values/id.ts';
import { partsBody, partsOf } from './parts-body.ts';

const MOST_LINKS = 1_000;
/** Items linked in one transaction. */
const CHUNK = 200;

const body = z
  .strictObject({
    links: z
      .array(z.strictObject({ listing_item_id: id, parts: partsBody }))
      .min(1)
      .max(MOST_LINKS),
  })
  .meta({ id: 'ListingLinks' });

const results = z
  .object({
    results: z.array(
      z.object({
        listing_item_id: id,
        accepted: z.boolean(),
        code: z.string().nullable(),
        title: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    accepted: z.int(),
    declined: z.int(),
  })
  .meta({ id: 'ListingLinkResults' });
type Result = z.infer<typeof results>['results'][number];

/** `POST /listing-links`: links many items; each is answered for by itself. */
export const linkItems: Endpoint = (api, { hub }) => {
  api.post('/listing-links', {
    config: { role: 'staff' },
    schema: {
      operationId: 'linkListingItems',
      summary: 'Link many items to SKUs',
      description:
        'An item that cannot be linked is named in the results and does not hold up the others. Of several links for ' +
        'one item the last one counts.',
      tags: ['listings'],
      headers: idempotencyHeaders,
      body,
      response: { 200: results, ...problemAnswers(400, 403, 409, 413, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const asked = [...new Map(request.body.links.map((link) => [link.listing_item_id, link])).values()].map(
        ({ listing_item_id, parts }) => ({ item: listing_item_id, parts: partsOf(parts) }),
      );
      const language = languageOf(request);
      const answered: Result[] = [];
      for (const chunk of chunked(asked, CHUNK)) {
        const answers = await asOwner(hub.db, owner, async (scope) => {
          const made = await wishLinks(scope, chunk, actor);
          await recordAudit(
            scope,
            made.flatMap((one) =>
              one.kind === 'linked'
                ? [
                    {
                      actor,
                      action: 'listing.link',
                      target: { kind: 'listing_item', id: one.item },
                      detail: { parts: one.parts },
                    },
                  ]
                : [],
            ),
          );
          return made;
        });
        answered.push(...answers.map((one) => resultOf(one, language)));
      }
      const accepted = answered.filter((result) => result.accepted).length;
      return { results: answered, accepted, declined: answered.length - accepted };
    },
  });
};

function resultOf(answer: LinkAnswer, language: Language): Result {
  if (answer.kind === 'linked')
    return { listing_item_id: answer.item, accepted: true, code: null, title: null, detail: null };
  return {
    listing_item_id: answer.item,
    accepted: false,
    code: answer.because,
    title: inLanguage(problemTitle(answer.because), language),
    detail: inLanguage(problemDetail(answer.because), language),
  };
}
