import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { locationId, skuId } from '../../domain/ids.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { type MoveOutcome, moveStock, type StockMove } from '../../store/stock/move.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { problemTitle } from '../problems/sentences.ts';
import { id } from '../values/id.ts';
import { moveProblem } from './declined.ts';
import { type MoveInput, movesBody } from './move-body.ts';

const results = z
  .object({
    results: z.array(
      z.object({
        sku_id: id,
        accepted: z.boolean(),
        repeated: z.boolean().describe('It had been told before and was not counted again.'),
        movement_id: id.nullable(),
        balance: z.int().nullable().describe('What lay in that place afterwards.'),
        code: z.string().nullable(),
        title: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    accepted: z.int(),
    declined: z.int(),
  })
  .meta({ id: 'StockMoveResults' });
type Result = z.infer<typeof results>['results'][number];

/** `POST /inventory/movements`: receipts, corrections, counts and transfers; each is answered for by itself. */
export const moveInventory: Endpoint = (api, { hub }) => {
  api.post('/inventory/movements', {
    config: { role: 'staff' },
    schema: {
      operationId: 'moveInventory',
      summary: 'Receive, correct, count or move stock',
      description: 'A movement that cannot be made is named in the results and does not hold up the others.',
      tags: ['inventory'],
      headers: idempotencyHeaders,
      body: movesBody,
      response: { 200: results, ...problemAnswers(400, 403, 409, 413, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { movements } = request.body;
      const ask = request.claimedKey === null ? randomUUID() : `key ${request.claimedKey}`;
      const outcomes = await asOwner(hub.db, owner, async (scope) => {
        const moved = await moveStock(
          scope,
          movements.map((one, nth) => moveOf(one, `${ask} ${nth}`, actor)),
        );
        const done = moved.filter(({ kind }) => kind === 'done').length;
        await recordAudit(scope, [
          {
            actor,
            action: 'stock.move',
            target: { kind: 'stock', id: null },
            detail: { asked: movements.length, done, types: [...new Set(movements.map(({ type }) => type))] },
          },
        ]);
        return moved;
      });
      const language = languageOf(request);
      const answered = outcomes.map((outcome, nth) =>
        resultOf(movements[nth]?.sku_id ?? 0, outcome, language),
      );
      const accepted = answered.filter((result) => result.accepted).length;
      return { results: answered, accepted, declined: answered.length - accepted };
    },
  });
};

function moveOf(input: MoveInput, ask: string, actor: string): StockMove {
  const { type, sku_id, location_id, quantity, reference, note } = input;
  return {
    kind: type === 'transfer' ? 'transfer_out' : type,
    sku: skuId(sku_id),
    location: location_id === undefined ? null : locationId(location_id),
    quantity,
    to: type === 'transfer' ? locationId(input.to_location_id) : null,
    cause: { kind: 'person', ref: reference === undefined ? ask : `${type} ${reference}` },
    claim: null,
    actor,
    note: note ?? null,
  };
}

function resultOf(sku: number, outcome: MoveOutcome, language: Language): Result {
  if (outcome.kind !== 'refused') {
    const { movement, balance } = outcome;
    return {
      sku_id: sku,
      accepted: true,
      repeated: outcome.kind === 'known',
      movement_id: movement,
      balance,
      code: null,
      title: null,
      detail: null,
    };
  }
  const { code, detail } = moveProblem(outcome);
  return {
    sku_id: sku,
    accepted: false,
    repeated: false,
    movement_id: null,
    balance: null,
    code,
    title: inLanguage(problemTitle(code), language),
    detail: inLanguage(detail, language),
  };
}
