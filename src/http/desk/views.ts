import { z } from 'zod';
import { type DeskPlace, readDeskPlaces, writeDeskPlace } from '../../store/desk-places.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';

const MOST_VIEWS = 50;
const MOST_COLUMNS = 100;

const savedView = z.strictObject({ name: z.string().min(1).max(40), search: z.string().max(2000) });
const views = z.array(savedView).max(MOST_VIEWS);
const hiddenColumns = z.array(z.string().min(1).max(60)).max(MOST_COLUMNS).nullable();

const deskPlace = z
  .object({
    place: z.string(),
    views: views.describe('Filters under names, as they stand behind `?` in an address.'),
    hidden_columns: hiddenColumns.describe('Null: the usual ones.'),
  })
  .meta({ id: 'DeskPlace' });

const places = z.object({ places: z.array(deskPlace) });

/** `GET /me/views`: how the caller likes to see the tables of the desk. */
export const readViews: Endpoint = (api, { hub }) => {
  api.get('/me/views', {
    schema: {
      operationId: 'readOwnViews',
      summary: 'Own saved views and columns',
      tags: ['auth'],
      response: { 200: places, ...problemAnswers() },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const found = await asOwner(hub.db, owner, (scope) => readDeskPlaces(scope, actor));
      return { places: found.map(viewOf) };
    },
  });
};

const body = z
  .strictObject({ views: views.optional(), hidden_columns: hiddenColumns.optional() })
  .meta({ id: 'DeskPlaceChange' });

/** `PUT /me/views/{place}`: replaces what is given of one table's place and leaves the rest. */
export const writeViews: Endpoint = (api, { hub }) => {
  api.put('/me/views/:place', {
    schema: {
      operationId: 'writeOwnViews',
      summary: 'Keep own views and columns of a table',
      tags: ['auth'],
      headers: idempotencyHeaders,
      params: z.object({ place: z.string().regex(/^[a-z][a-z0-9.-]{0,40}$/) }),
      body,
      response: { 200: deskPlace, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { views: newViews, hidden_columns } = request.body;
      const kept = await asOwner(hub.db, owner, (scope) =>
        writeDeskPlace(scope, actor, request.params.place, {
          ...(newViews === undefined ? {} : { views: newViews }),
          ...(hidden_columns === undefined ? {} : { hiddenColumns: hidden_columns }),
        }),
      );
      return viewOf(kept);
    },
  });
};

function viewOf({ place, views: kept, hiddenColumns: hidden }: DeskPlace): z.infer<typeof deskPlace> {
  return { place, views: kept.map((view) => ({ ...view })), hidden_columns: hidden && [...hidden] };
}
