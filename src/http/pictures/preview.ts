import { z } from 'zod';
import { PRODUCT_LIMITS } from '../../domain/product-limits.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { pictureAnswer, sendPicture, unchangedAnswer } from './send-picture.ts';

const query = z.strictObject({
  address: z.string().min(1).max(PRODUCT_LIMITS.imageAddress).meta({
    description: 'A public address, as it would be given to a product.',
  }),
});

/** `GET /pictures`: a picture by its address, before a product has it. */
export const previewPicture: Endpoint = (api, { pictures }) => {
  api.get('/pictures', {
    config: { role: 'staff' },
    schema: {
      operationId: 'previewPicture',
      summary: 'A picture by its address, fetched by the hub',
      description:
        'For pages that may ask nobody but the hub. Public addresses only; what is no picture by its bytes is not sent.',
      tags: ['products'],
      querystring: query,
      response: { 200: pictureAnswer, 304: unchangedAnswer, ...problemAnswers(403, 404, 422) },
    },
    handler: async (request, reply) => sendPicture(pictures, request, reply, request.query.address),
  });
};
