import { z } from 'zod';
import { MARKETPLACES } from '../../marketplaces/registry.ts';
import { listMarketplaceConfigs, UNCHANGED } from '../../store/marketplace-configs.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { configOf, configView } from './config-view.ts';

const configs = z.object({ marketplace_configs: z.array(configView) });

/** `GET /marketplace-configs`: how the API of each marketplace is used. */
export const listMarketplaceConfigsEndpoint: Endpoint = (api, { hub }) => {
  api.get('/marketplace-configs', {
    schema: {
      operationId: 'listMarketplaceConfigs',
      summary: 'How the API of each marketplace is used',
      tags: ['settings'],
      response: { 200: configs, ...problemAnswers() },
    },
    handler: async (request) => {
      const changed = await asOwner(hub.db, callerOf(request).owner, listMarketplaceConfigs);
      return {
        marketplace_configs: MARKETPLACES.map((marketplace) =>
          configOf(marketplace, changed.get(marketplace.id) ?? UNCHANGED),
        ),
      };
    },
  });
};
