import { z } from 'zod';
import { productId } from '../../domain/ids.ts';
import { categoryReader } from '../../engine/publish/category-reader.ts';
import { findProduct } from '../../store/catalogue/read.ts';
import { categoriesReadAt, findCategories, suggestCategories } from '../../store/publish/categories.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { idParams, idText } from '../values/id.ts';
import { instantOrNull } from '../values/instant.ts';
import { yesOrNo } from '../values/several.ts';
import { openedCatalogue } from './opened-catalogue.ts';

const SUGGESTIONS = 10;
/** How long a caller waits for categories that are being read. */
const PATIENCE_MS = 20_000;

const query = z.strictObject({
  q: z.string().trim().min(1).max(100).optional().meta({
    description: 'Words that all stand in the path of a category; or its number.',
  }),
  parent_id: z.string().max(100).optional().meta({
    description: 'Only those right below this one; empty for the topmost.',
  }),
  leaf: yesOrNo.optional().meta({
    description: 'False: also those that take no listings. True unless `parent_id` is given.',
  }),
  product_id: idText
    .optional()
    .meta({ description: 'What was chosen before is suggested for this product.' }),
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
});

const category = z.object({
  id: z.string(),
  parent_id: z.string().nullable(),
  name: z.string(),
  path: z.string().describe('From the root down.'),
  leaf: z.boolean().describe('Only leaves take listings.'),
});

const answer = z
  .object({
    categories: z.array(category),
    suggestions: z.array(
      z.object({
        id: z.string(),
        path: z.string().nullable(),
        because: z
          .enum(['remembered', 'same_category', 'used_before'])
          .describe("Chosen for the product's own category; for other goods of it; for anything."),
      }),
    ),
    reading: z
      .boolean()
      .describe('They are being read just now, which takes minutes at some marketplaces: ask again.'),
    read_at: z.iso.datetime().nullable().describe('When the marketplace was asked for them last.'),
    trouble: troubleView.nullable().describe('Why it could not be asked; what is known is answered.'),
  })
  .meta({ id: 'NativeCategories' });

/** `GET /platform-accounts/{id}/categories`: the marketplace's categories, and which were chosen before. */
export const listCategories: Endpoint = (api, { hub, closing }) => {
  const readCategories = categoryReader(hub, closing);
  api.get('/platform-accounts/:id/categories', {
    schema: {
      operationId: 'listCategories',
      summary: "The marketplace's categories",
      description: 'They are kept for a week. The first time somebody asks they are read.',
      tags: ['platform-accounts'],
      params: idParams,
      querystring: query,
      response: { 200: answer, ...problemAnswers(404, 409, 422) },
    },
    handler: async (request): Promise<z.infer<typeof answer>> => {
      const { owner } = callerOf(request);
      const { q, parent_id: parent, leaf, product_id, limit } = request.query;
      const { account } = await openedCatalogue(hub, owner, request.params.id, closing);
      const now = await readCategories(owner, account, PATIENCE_MS);
      const trouble = now.kind === 'read' ? now.trouble : null;
      return asOwner(hub.db, owner, async (scope) => {
        const product =
          product_id === undefined ? undefined : await findProduct(scope, productId(product_id));
        if (product_id !== undefined && product === undefined) throw new Problem('not_found');
        const filter = {
          text: q ?? null,
          parentId: parent ?? null,
          leavesOnly: leaf ?? parent === undefined,
        };
        const found = await findCategories(scope, account.id, filter, limit);
        const before = await suggestCategories(
          scope,
          account.id,
          account.platform,
          product?.categoryKey ?? null,
          SUGGESTIONS,
        );
        return {
          categories: found.map((one) => ({
            id: one.id,
            parent_id: one.parentId,
            name: one.name,
            path: one.path,
            leaf: one.leaf,
          })),
          suggestions: before.map((one) => ({ ...one })),
          reading: now.kind === 'reading',
          read_at: instantOrNull(await categoriesReadAt(scope, account.id)),
          trouble: troubleOf(trouble, account, languageOf(request)),
        };
      });
    },
  });
};
