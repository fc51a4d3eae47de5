import { z } from 'zod';
import type { ClaimKind, ClaimState } from '../../domain/claim.ts';
import { claimId, skuId } from '../../domain/ids.ts';
import { GOODS_CONDITIONS } from '../../domain/stock.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import {
  findReturnedGoods,
  lockReturnedGoods,
  type RestockLine,
  type ReturnedGoods,
  restock,
} from '../../store/stock/restock.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { returnOf, returnView } from '../inventory/return-view.ts';
import { problemAnswers } from '../problems/answers.ts';
import { fieldProblem, Problem } from '../problems/problem.ts';
import { id, idParams } from '../values/id.ts';

const body = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          sku_id: id,
          quantity: z.int().min(1).max(9_999_999),
          condition: z
            .enum(GOODS_CONDITIONS)
            .meta({ description: 'Damaged goods do not go back on the shelf.' }),
        }),
      )
      .min(1)
      .max(100),
    note: z.string().trim().min(1).max(500).optional(),
  })
  .meta({ id: 'ClaimRestock' });
type Line = z.infer<typeof body>['lines'][number];

/** `POST /claims/{id}/restock`: a person has looked at what came back. */
export const restockClaim: Endpoint = (api, { hub }) => {
  api.post('/claims/:id/restock', {
    config: { role: 'staff' },
    schema: {
      operationId: 'restockClaim',
      summary: 'Put goods that came back on the shelf again',
      description: 'In parts if need be, never more than the claim is about. Nothing goes back by itself.',
      tags: ['claims'],
      headers: idempotencyHeaders,
      params: idParams,
      body,
      response: { 200: returnView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { lines, note = null } = request.body;
      const claim = claimId(request.params.id);
      return asOwner(hub.db, owner, async (scope) => {
        await lockReturnedGoods(scope, claim);
        const goods = await goodsOf(scope, claim);
        if (!mayBeBack(goods) || goods.skus.length === 0) throw new Problem('nothing_to_restock');
        await restock(scope, goods, checked(goods, lines), { actor, note });
        await recordAudit(scope, [
          {
            actor,
            action: 'claim.restock',
            target: { kind: 'claim', id: claim },
            detail: { lines: lines.map((line) => ({ ...line })) },
          },
        ]);
        return returnOf(await goodsOf(scope, claim));
      });
    },
  });
};

async function goodsOf(scope: OwnerScope, claim: ReturnedGoods['claim']): Promise<ReturnedGoods> {
  const goods = await findReturnedGoods(scope, claim);
  if (goods === undefined) throw new Problem('not_found');
  return goods;
}

/** States in which the goods may lie before somebody: a person who holds them knows better than the marketplace. */
const MAY_BE_BACK: Readonly<Record<ClaimKind, readonly ClaimState[]>> = {
  cancel: ['done'],
  return: ['collecting', 'collected', 'on_hold', 'refunded', 'done'],
  exchange: ['collecting', 'collected', 'on_hold', 'reshipped', 'done'],
};

function mayBeBack({ kind, state }: ReturnedGoods): boolean {
  return state !== null && MAY_BE_BACK[kind].includes(state);
}

/** The lines, one for each SKU, or a problem that names what is too many or not of this claim. */
function checked(goods: ReturnedGoods, lines: readonly Line[]): readonly RestockLine[] {
  const known = new Map(goods.skus.map((one) => [Number(one.sku), one]));
  const sums = new Map<number, { sellable: number; damaged: number }>();
  for (const [nth, { sku_id, quantity, condition }] of lines.entries()) {
    const sku = known.get(sku_id);
    if (sku === undefined)
      throw fieldProblem(`lines[${nth}].sku_id`, 'not_of_claim', {
        ko: '이 클레임에 들어 있지 않은 SKU입니다.',
        en: 'This claim is not about that SKU.',
        ru: 'Эта претензия не об этом SKU.',
        uz: 'Bu da’vo shu SKU haqida emas.',
      });
    const sum = sums.get(sku_id) ?? { sellable: 0, damaged: 0 };
    sum[condition] += quantity;
    sums.set(sku_id, sum);
    const left = sku.units - sku.sellable - sku.damaged;
    if (sum.sellable + sum.damaged > left)
      throw fieldProblem(`lines[${nth}].quantity`, 'too_many', {
        ko: `이 클레임으로 되돌아올 수 있는 것은 ${left}개뿐입니다.`,
        en: `Only ${left} of it can still come back by this claim.`,
        ru: `По этой претензии можно принять ещё только ${left}.`,
        uz: `Bu da’vo bo‘yicha yana faqat ${left} ta qaytishi mumkin.`,
      });
  }
  return [...sums].map(([sku, sum]) => ({ sku: skuId(sku), ...sum }));
}
