import { z } from 'zod';
import type { DatedFeeRate } from '../../domain/pricing/fees.ts';
import { MARKETPLACES } from '../../marketplaces/registry.ts';
import { recordAudit } from '../../store/audit.ts';
import {
  listFeeRates,
  removeFeeRate,
  type StoredFeeRate,
  setFeeRate,
} from '../../store/pricing/fee-rates.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { id, idParams } from '../values/id.ts';
import { instantOrNull } from '../values/instant.ts';
import { bpOf } from './rule-fields.ts';
import { percentOf } from './rule-view.ts';

const share = z.number().min(0).max(100).multipleOf(0.01);
const day = z.iso.date();

const rateView = z
  .object({
    id: id.nullable().describe('Null for a rate that comes with Moa.'),
    platform: z.string(),
    native_category_id: z.string().nullable().describe("The marketplace's category; null for all others."),
    sale_percent: z.number().describe('Of what the buyer pays for the goods.'),
    shipping_percent: z.number(),
    payment_percent: z.number().describe('For payment or order management, of both.'),
    fixed: z.int().describe('For each order, in minor units.'),
    vat_included: z.boolean(),
    valid_from: z.string(),
    source: z.string(),
    checked_on: z.string().describe('When somebody looked at the source.'),
    set_at: z.string().nullable(),
  })
  .meta({ id: 'FeeRate' });
const rates = z.object({ fee_rates: z.array(rateView) });

const rateBody = z
  .strictObject({
    platform: platformName,
    native_category_id: z.string().trim().min(1).max(50).nullable().default(null),
    sale_percent: share,
    shipping_percent: share.default(0),
    payment_percent: share.default(0),
    fixed: z.int().min(0).max(1_000_000).default(0),
    vat_included: z.boolean(),
    valid_from: day,
    source: z.string().trim().min(1).max(300),
    checked_on: day,
  })
  .meta({ id: 'NewFeeRate' });

/** `GET /fee-rates`: what selling costs; the owner's rates, and those that come with Moa. */
export const listFeeRatesEndpoint: Endpoint = (api, { hub }) => {
  api.get('/fee-rates', {
    schema: {
      operationId: 'listFeeRates',
      summary: 'What selling costs, by marketplace and category',
      description: "The owner's own rates count before those that come with Moa.",
      tags: ['prices'],
      response: { 200: rates, ...problemAnswers() },
    },
    handler: (request) =>
      asOwner(hub.db, callerOf(request).owner, async (scope) => ({
        fee_rates: [
          ...(await listFeeRates(scope)).map((rate) => viewRate(rate.platform, rate, rate)),
          ...MARKETPLACES.flatMap((marketplace) =>
            marketplace.fees.map((rate) => viewRate(marketplace.id, rate, null)),
          ),
        ],
      })),
  });
};

/** `PUT /fee-rates`: tells a rate; one for the same marketplace, category and day is replaced. */
export const setFeeRateEndpoint: Endpoint = (api, { hub }) => {
  api.put('/fee-rates', {
    config: { role: 'owner' },
    schema: {
      operationId: 'setFeeRate',
      summary: 'Tell what selling costs',
      tags: ['prices'],
      headers: idempotencyHeaders,
      body: rateBody,
      response: { 200: rateView, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { platform, ...given } = request.body;
      const rate: DatedFeeRate = {
        nativeCategoryId: given.native_category_id,
        saleBp: bpOf(given.sale_percent),
        shippingBp: bpOf(given.shipping_percent),
        paymentBp: bpOf(given.payment_percent),
        fixed: given.fixed,
        vatIncluded: given.vat_included,
        validFrom: given.valid_from,
        source: given.source,
        checkedOn: given.checked_on,
      };
      return asOwner(hub.db, owner, async (scope) => {
        const set = await setFeeRate(scope, platform.id, rate, actor);
        const target = { kind: 'fee_rate', id: set.id };
        const detail = { platform: platform.id, valid_from: rate.validFrom };
        await recordAudit(scope, [{ actor, action: 'fee_rate.set', target, detail }]);
        return viewRate(set.platform, set, set);
      });
    },
  });
};

/** `DELETE /fee-rates/{id}`: the rate that comes with Moa counts again. */
export const deleteFeeRate: Endpoint = (api, { hub }) => {
  api.delete('/fee-rates/:id', {
    config: { role: 'owner' },
    schema: {
      operationId: 'deleteFeeRate',
      summary: 'Take back a rate',
      tags: ['prices'],
      headers: idempotencyHeaders,
      params: idParams,
      response: {
        204: z.undefined().meta({ description: 'Taken back.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      await asOwner(hub.db, owner, async (scope) => {
        const rate = request.params.id;
        if (!(await removeFeeRate(scope, rate))) throw new Problem('not_found');
        await recordAudit(scope, [
          { actor, action: 'fee_rate.delete', target: { kind: 'fee_rate', id: rate } },
        ]);
      });
      reply.code(204);
    },
  });
};

function viewRate(
  platform: string,
  rate: DatedFeeRate,
  stored: StoredFeeRate | null,
): z.infer<typeof rateView> {
  return {
    id: stored?.id ?? null,
    platform,
    native_category_id: rate.nativeCategoryId,
    sale_percent: percentOf(rate.saleBp),
    shipping_percent: percentOf(rate.shippingBp),
    payment_percent: percentOf(rate.paymentBp),
    fixed: rate.fixed,
    vat_included: rate.vatIncluded,
    valid_from: rate.validFrom,
    source: rate.source,
    checked_on: rate.checkedOn,
    set_at: instantOrNull(stored?.setAt ?? null),
  };
}
