import { z } from 'zod';
import { productId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { deleteProduct } from '../../store/catalogue/write.ts';
import { shopsThatSell } from '../../store/listings/shops-that-sell.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';

/** `DELETE /products/{id}`: out of the catalogue, once no shop sells it any more. */
export const deleteProductEndpoint: Endpoint = (api, { hub }) => {
  api.delete('/products/:id', {
    config: { role: 'staff' },
    schema: {
      operationId: 'deleteProduct',
      summary: 'Take a product out of the catalogue',
      description: 'Its stock, its movements and the orders of it stay. Refused while a shop has it on sale.',
      tags: ['products'],
      headers: idempotencyHeaders,
      params: idParams,
      response: {
        204: z.undefined().meta({ description: 'Taken out.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      await asOwner(hub.db, owner, async (scope) => {
        const id = productId(request.params.id);
        const shops = await shopsThatSell(scope, id);
        if (shops.length > 0) {
          const names = shops.map(({ name }) => name).join(', ');
          throw new Problem('product_on_sale', {
            detail: {
              ko: `아직 판매 중인 상점이 있습니다: ${names}. 먼저 판매를 중지하세요.`,
              en: `It is still on sale in: ${names}. Take it off sale there first.`,
              ru: `Товар ещё продаётся: ${names}. Сначала снимите его там с продажи.`,
              uz: `Hali sotuvda: ${names}. Avval u yerda sotuvdan oling.`,
            },
          });
        }
        if (!(await deleteProduct(scope, id))) throw new Problem('not_found');
        await recordAudit(scope, [{ actor, action: 'product.delete', target: { kind: 'product', id } }]);
      });
      reply.code(204);
    },
  });
};
