import { z } from 'zod';
import { NOTICE_KINDS } from '../../domain/notice-kinds.ts';
import { noticeCodeOf } from '../../engine/publish/notice-for.ts';
import { requirementsOf } from '../../engine/publish/shop-facts.ts';
import type { CategoryRequirements } from '../../marketplaces/kit/catalog.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { id, idText } from '../values/id.ts';
import { askShop, openedCatalogue } from './opened-catalogue.ts';

const requirements = z
  .object({
    attributes: z.array(
      z.object({
        key: z.string().describe('Its name in `attributes` of the choices for the shop.'),
        label: z.string(),
        required: z.boolean(),
        kind: z.enum(['text', 'number', 'date', 'choice']),
        choices: z.array(z.string()),
        open: z.boolean().describe('Whether other values than the choices are taken.'),
        unit: z.string().nullable(),
        group: z.string().nullable().describe('Of those with the same group one is enough.'),
      }),
    ),
    notices: z.array(
      z.object({
        kind: z.string().describe('In the marketplace’s own numbering.'),
        code: z
          .enum(NOTICE_KINDS.map(({ code }) => code))
          .nullable()
          .describe('For `notice.kind` of a product; null where the kind is on no list.'),
        label: z.string(),
        facts: z.array(z.object({ key: z.string(), label: z.string(), required: z.boolean() })),
      }),
    ),
    certifications: z.array(z.object({ kind: z.string(), label: z.string(), required: z.boolean() })),
    option_names: z.array(z.string()).nullable().describe('The names that options may have; null: any.'),
  })
  .meta({ id: 'CategoryRequirements' });

const answer = z
  .object({
    account_id: id,
    category_id: z.string(),
    requirements: requirements.nullable(),
    trouble: troubleView.nullable().describe('Why the marketplace could not be asked.'),
  })
  .meta({ id: 'CategoryRequirementsAnswer' });

const params = z.object({ id: idText, native_id: z.string().min(1).max(100) });

/** `GET /platform-accounts/{id}/categories/{native_id}/requirements` */
export const readRequirements: Endpoint = (api, { hub, closing }) => {
  api.get('/platform-accounts/:id/categories/:native_id/requirements', {
    schema: {
      operationId: 'readCategoryRequirements',
      summary: 'What a category of the marketplace demands of goods',
      tags: ['platform-accounts'],
      params,
      response: { 200: answer, ...problemAnswers(404, 409, 422) },
    },
    handler: async (request): Promise<z.infer<typeof answer>> => {
      const { owner } = callerOf(request);
      const shop = await openedCatalogue(hub, owner, request.params.id, closing);
      const category = request.params.native_id;
      const { told, trouble } = await askShop(() => requirementsOf(hub, owner, shop, category));
      return {
        account_id: shop.account.id,
        category_id: category,
        requirements: told === null ? null : viewOf(told),
        trouble: troubleOf(trouble, shop.account, languageOf(request)),
      };
    },
  });
};

function viewOf({
  attributes,
  notices,
  certifications,
  optionNames,
}: CategoryRequirements): z.infer<typeof requirements> {
  return {
    attributes: attributes.map((field) => ({ ...field, choices: [...field.choices] })),
    notices: notices.map((form) => ({
      ...form,
      code: noticeCodeOf(form),
      facts: form.facts.map((fact) => ({ ...fact })),
    })),
    certifications: certifications.map((need) => ({ ...need })),
    option_names: optionNames === null ? null : [...optionNames],
  };
}
