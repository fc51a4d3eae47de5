import { z } from 'zod';
import { recordAudit } from '../../store/audit.ts';
import {
  type MarketplaceConfig,
  readMarketplaceConfig,
  writeMarketplaceConfig,
} from '../../store/marketplace-configs.ts';
import { asOwner } from '../../store/scope.ts';
import { baseAddress } from '../accounts/base-address.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { configOf, configView } from './config-view.ts';

const WHOLE = 100;
const LEAST = 10;

function bodyWith(allowPrivateHosts: boolean) {
  return z
    .strictObject({
      api_endpoint: baseAddress(allowPrivateHosts)
        .nullable()
        .meta({ description: 'For shops that are connected from now on; null is the marketplace’s own.' }),
      rate_percent: z.int().min(LEAST).max(WHOLE).meta({
        description: '100 is all that Moa would use. More is not offered: limits are never exceeded.',
      }),
      documentation: z.string().trim().min(1).max(500).nullable().meta({
        description:
          'An address or a note for the people of the business; null is the marketplace’s own page.',
      }),
    })
    .partial()
    .meta({ id: 'MarketplaceConfigChange' });
}

/**
 * `PUT /marketplace-configs/{platform}`: how the API of a marketplace is used. What is absent stays. Shops that are
 * connected keep their address; the pace counts for all of them from their next work on.
 */
export const changeMarketplaceConfigEndpoint: Endpoint = (api, { hub }) => {
  api.put('/marketplace-configs/:platform', {
    config: { role: 'owner' },
    schema: {
      operationId: 'changeMarketplaceConfig',
      summary: 'Change how the API of a marketplace is used',
      description:
        'The address counts for shops that are connected from now on; the pace for all of them. How the API is ' +
        'signed in to is part of the connector.',
      tags: ['settings'],
      headers: idempotencyHeaders,
      params: z.object({ platform: platformName }),
      body: bodyWith(hub.allowPrivateHosts),
      response: { 200: configView, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { platform: marketplace } = request.params;
      const { api_endpoint, rate_percent, documentation } = request.body;
      return asOwner(hub.db, owner, async (scope) => {
        const before = await readMarketplaceConfig(scope, marketplace.id);
        const after: MarketplaceConfig = {
          apiEndpoint: api_endpoint === undefined ? before.apiEndpoint : api_endpoint,
          ratePercent: ratePercent(rate_percent, before.ratePercent),
          documentation: documentation === undefined ? before.documentation : documentation,
        };
        await writeMarketplaceConfig(scope, marketplace.id, after);
        await recordAudit(scope, [
          {
            actor,
            action: 'marketplace_config.change',
            target: { kind: 'marketplace', id: null },
            detail: { marketplace: marketplace.id, before, after },
          },
        ]);
        return configOf(marketplace, after);
      });
    },
  });
};

function ratePercent(given: number | undefined, before: number | null): number | null {
  if (given === undefined) return before;
  return given === WHOLE ? null : given;
}
