import { z } from 'zod';
import { PLACE_KINDS } from '../../domain/listing-choices.ts';
import { placesOf } from '../../engine/publish/shop-facts.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { idParams } from '../values/id.ts';
import { askShop, openedCatalogue } from './opened-catalogue.ts';

const answer = z
  .object({
    places: z.array(
      z.object({
        kind: z.enum(PLACE_KINDS),
        id: z.string(),
        name: z.string(),
        usual: z.boolean().describe('Whether it is taken where none is chosen.'),
      }),
    ),
    trouble: troubleView.nullable().describe('Why the marketplace could not be asked.'),
  })
  .meta({ id: 'ShopPlaces' });

/** `GET /platform-accounts/{id}/places`: addresses, templates and policies of the shop that a listing names. */
export const listPlaces: Endpoint = (api, { hub, closing }) => {
  api.get('/platform-accounts/:id/places', {
    schema: {
      operationId: 'listShopPlaces',
      summary: 'Addresses and policies of the shop, to choose from for its listings',
      tags: ['platform-accounts'],
      params: idParams,
      response: { 200: answer, ...problemAnswers(404, 409, 422) },
    },
    handler: async (request): Promise<z.infer<typeof answer>> => {
      const { owner } = callerOf(request);
      const shop = await openedCatalogue(hub, owner, request.params.id, closing);
      const { told, trouble } = await askShop(() => placesOf(hub, owner, shop));
      return {
        places: (told ?? []).map((place) => ({ ...place })),
        trouble: troubleOf(trouble, shop.account, languageOf(request)),
      };
    },
  });
};
