import { z } from 'zod';
import type { Descriptor } from '../../marketplaces/kit/descriptor.ts';
import { INTENTS } from '../../marketplaces/kit/operation.ts';
import { Problem } from '../problems/problem.ts';

/** What the seller calls the shop. */
export const accountName = z.string().trim().min(1).max(100);

/** Which of the marketplace's APIs to speak; its own current one when absent. */
export const editionName = z.string().min(1).max(40);

export const closedIntents = z.array(z.enum(INTENTS)).max(INTENTS.length);

/** Throws a 422 listing the editions when the marketplace has none of that name. */
export function requireEdition(marketplace: Descriptor, edition: string): void {
  if (Object.hasOwn(marketplace.editions, edition)) return;
  const known = Object.keys(marketplace.editions);
  throw new Problem('invalid_request', {
    errors: [
      {
        field: 'edition',
        code: 'not_a_choice',
        message: {
          ko: `다음 중 하나여야 합니다: ${known.join(', ')}`,
          en: `One of these: ${known.join(', ')}`,
          ru: `Одно из: ${known.join(', ')}`,
          uz: `Shulardan biri: ${known.join(', ')}`,
        },
        choices: known.map((value) => ({ value })),
      },
    ],
  });
}
